/** Who calls a cloud function. Only a WeChat caller has an openId; a function called by a function has no identity. */
export type Caller =
  | { kind: 'wechat'; openId: string; unionId?: string; appId: string }
  | { kind: 'anonymous'; uid: string }
  | { kind: 'custom'; uid: string; customUserId: string }
  | { kind: 'function'; source: string }
  | { kind: 'http' }
  | { kind: 'timer' };
