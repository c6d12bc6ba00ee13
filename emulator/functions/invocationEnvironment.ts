import type { Caller } from './Caller';

/**
 * The variables CloudBase puts into process.env for one invocation. The SDK believes only the ones listed in
 * TCB_CONTEXT_KEYS and WX_CONTEXT_KEYS, and sends TCB_SEQID back with each of its requests.
 */
export function invocationEnvironment(envId: string, requestId: string, caller: Caller): Record<string, string> {
  const cloudBase = {
    TCB_ENV: envId,
    TCB_SEQID: requestId,
    TCB_SOURCE: source(caller),
    TCB_SOURCE_IP: '127.0.0.1',
    ...signedIn(caller),
    ...(caller.kind === 'timer' ? { TRIGGER_SRC: 'timer' } : {}),
  };
  const weChat = caller.kind === 'wechat' ? weChatIdentity(caller) : {};
  return {
    ...cloudBase,
    ...weChat,
    TCB_CONTEXT_KEYS: Object.keys(cloudBase).join(','),
    WX_CONTEXT_KEYS: Object.keys(weChat).join(','),
  };
}

function source(caller: Caller): string {
  switch (caller.kind) {
    case 'wechat':
      return 'wx_client';
    case 'function':
      return caller.source;
    case 'anonymous':
    case 'custom':
    case 'http':
    case 'timer':
      return '';
    default:
      return caller satisfies never;
  }
}

function signedIn(caller: Caller): Record<string, string> {
  if (caller.kind === 'wechat') return { LOGINTYPE: 'WECHAT', TCB_UUID: caller.openId };
  if (caller.kind === 'anonymous') {
    return { LOGINTYPE: 'ANONYMOUS', TCB_UUID: caller.uid, TCB_ISANONYMOUS_USER: 'true' };
  }
  if (caller.kind === 'custom') {
    return { LOGINTYPE: 'CUSTOM', TCB_UUID: caller.uid, TCB_CUSTOM_USER_ID: caller.customUserId };
  }
  return {};
}

function weChatIdentity(caller: Extract<Caller, { kind: 'wechat' }>): Record<string, string> {
  return {
    WX_OPENID: caller.openId,
    WX_APPID: caller.appId,
    ...(caller.unionId === undefined ? {} : { WX_UNIONID: caller.unionId }),
    WX_CLIENTIP: '127.0.0.1',
  };
}
