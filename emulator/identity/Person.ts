/** Someone the preview can act as: a WeChat user of the shop's world. `role` groups people in the preview bar. */
export interface Person {
  openId: string;
  /** Only people who are known under the shop's Open Platform account have one. */
  unionId?: string;
  name: string;
  role: string;
}
