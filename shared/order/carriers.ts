/** Carriers by WeChat's delivery ids (`express_company` of upload_shipping_info), with the names people know. */
export const carriers = {
  SF: '顺丰速运',
  ZTO: '中通快递',
  YTO: '圆通速递',
  YD: '韵达快递',
  STO: '申通快递',
  JTSD: '极兔速递',
  JD: '京东快递',
  EMS: '邮政 EMS',
} as const;
export type Carrier = keyof typeof carriers;

export const carrierCodes = Object.keys(carriers) as [Carrier, ...Carrier[]];
