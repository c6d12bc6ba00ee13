import type { Output } from '@shared/contract';
import Taro from '@tarojs/taro';

/** What `order.getOrder` gives once WeChat knows the parcel. */
export type Receipt = NonNullable<Output<'order.getOrder'>['receipt']>;

/** How WeChat's own page was left; `unavailable`: this phone cannot open it. */
export type ReceiptOutcome = 'confirmed' | 'notYet' | 'unavailable';

/** The mini program that WeChat's page is in. */
const component = 'wx1183b055aeec94d1';

/**
 * Opens WeChat's page for confirming the receipt of an order, and resolves when the person is back. Never rejects.
 * Source: 小程序确认收货组件 (order-shipping-half).
 */
export function confirmAtWeChat({ merchantId, merchantTradeNo, transactionId }: Receipt): Promise<ReceiptOutcome> {
  return new Promise((resolve) => {
    const end = (outcome: ReceiptOutcome) => {
      Taro.offAppShow(comeBack);
      resolve(outcome);
    };
    const comeBack = ({ referrerInfo }: Taro.onAppShow.CallbackResult) => {
      const { appId, extraData } = referrerInfo;
      end(appId === component && extraData?.status === 'success' ? 'confirmed' : 'notYet');
    };
    Taro.onAppShow(comeBack);
    const extraData = {
      merchant_id: merchantId,
      merchant_trade_no: merchantTradeNo,
      transaction_id: transactionId,
    };
    // Taro's types know only the pages of WeChat Pay's score.
    const page = { businessType: 'weappOrderConfirm', extraData } as unknown as Taro.openBusinessView.Option;
    void Taro.openBusinessView({ ...page, fail: () => end('unavailable') });
  });
}
