import type { OperationName, Operations, Output } from '@shared/contract';
import { roleText } from './roleText';

/** Every operation that an audit log keeps. */
type AuditedName = {
  [Name in OperationName]: Operations[Name] extends { audit: readonly string[] } ? Name : never;
}[OperationName];

/** What somebody did, in words. A new audited operation in the contract breaks the build here. */
const deeds: Record<AuditedName, string> = {
  'shop.placeShop': '改了店铺位置',
  'shop.saveShopHours': '改了营业时间',
  'shop.saveProduct': '保存了商品',
  'shop.shelveProduct': '上架或下架了商品',
  'shop.arrangeProducts': '调整了商品顺序',
  'shop.saveShopFront': '改了店面',
  'shop.adjustStock': '调整了库存',
  'shop.bookCount': '盘点了库存',
  'shop.setLowAt': '改了库存提醒线',
  'shop.undoAdjustment': '撤销了库存调整',
  'shop.setFollowerPrice': '改了会员价',
  'shop.exportProducts': '导出了商品表',
  'shop.importProducts': '导入了商品表',
  'shop.inviteStaff': '发出了入职邀请',
  'shop.changeRole': '改了同事的身份',
  'shop.removeStaff': '移除了同事',
  'order.decideAfterSale': '处理了售后申请',
  'order.settleReturn': '确认了退货',
  'order.refundOrder': '给订单退了款',
  'order.retryRefund': '重试了退款',
  'order.shipOrder': '给订单发了货',
  'order.correctShipment': '改了物流单号',
  'order.preparePickup': '备好了自提单',
  'order.verifyPickup': '核销了自提单',
  'order.issueInvoice': '登记了发票',
  'coupon.saveCouponTemplate': '保存了优惠券',
  'coupon.pauseCouponTemplate': '暂停或恢复了优惠券',
  'coupon.grantCoupon': '送出了优惠券',
  'fan.setFollowBenefit': '改了关注者权益',
  'fan.describeAccount': '改了公众号资料',
  'fan.bindOfficialAccount': '绑定了公众号',
  'fan.beginAuthorisation': '打开了公众号授权',
  'fan.unbind': '解绑了公众号',
  'fan.putShopOnMenu': '把店铺放上了公众号菜单',
  'content.moderateComment': '审核了留言',
  'content.answerComment': '回复了留言',
  'content.setCommentRule': '改了留言规则',
  'content.saveArticle': '保存了文章',
  'content.publishArticle': '发布了文章',
  'content.withdrawArticle': '撤下了文章',
  'content.removeArticle': '删除了文章',
  'content.restoreArticle': '恢复了文章',
  'content.pinArticle': '置顶或取消置顶了文章',
  'content.importArticle': '导入了文章',
  'content.syncFromOfficialAccount': '同步了公众号文章',
  'traffic.saveChannel': '保存了推广码',
  'traffic.archiveChannel': '收起或放回了推广码',
  'traffic.makeChannelCode': '生成了小程序码',
  'traffic.makeChannelLink': '生成了推广链接',
  'traffic.saveAdSpend': '登记了广告花费',
  'crm.tagCustomer': '给客户打了标签',
  'crm.noteCustomer': '记了客户备注',
  'crm.saveSegment': '保存了人群',
  'crm.removeSegment': '删除了人群',
  'crm.saveCampaign': '保存了群发',
  'crm.startCampaign': '开始了群发',
  'crm.stopCampaign': '停止了群发',
};

type AuditLog = Output<'shop.listAuditLog'>;
type AuditEntry = AuditLog['entries'][number];

/** What was done; an operation of an older version by its own name. */
export const deedText = ({ operation }: AuditEntry): string => deeds[operation as AuditedName] ?? operation;

/** What it was done to: what ids are called, orders by their number, and the amounts and choices that the log keeps. */
export const aboutText = ({ about }: AuditEntry, names: AuditLog['names']): string =>
  Object.entries(about)
    .flatMap(([field, value]) => {
      if (field === 'memberId') return names[String(value)] ?? '已不在店里的同事';
      if (field === 'role') return roleText[value as keyof typeof roleText] ?? String(value);
      if (field === 'orderId') return String(value);
      if (field.endsWith('Id')) return names[String(value)] ?? [];
      return Array.isArray(value) ? value.map(plain).join('、') : plain(value);
    })
    .join(' · ');

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
