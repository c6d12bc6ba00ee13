import type { CaseKind, CaseReason, CaseStatus } from '@shared/order/afterSale';

/** Where an after-sale case stands, in people's words. */
export const caseStatusText: Record<CaseStatus, string> = {
  requested: '待店家处理',
  awaitingReturn: '待寄回商品',
  returning: '退货在途',
  refunding: '退款中',
  refunded: '已退款',
  exchanged: '已换货',
  declined: '店家已拒绝',
  withdrawn: '已撤销',
};

/** What is asked for. */
export const caseKindText: Record<CaseKind, string> = {
  refundOnly: '仅退款',
  returnAndRefund: '退货退款',
  exchange: '换货',
};

/** Why. */
export const caseReasonText: Record<CaseReason, string> = {
  noLongerWanted: '不想要了',
  damaged: '商品破损',
  wrongGoods: '发错、漏发',
  notAsDescribed: '与描述不符',
  late: '迟迟没有收到',
  other: '其他原因',
};
