import { readIdentity } from './identity';

test('an identity counts only when this invocation’s keys name it', () => {
  const environment = { WX_OPENID: 'ann', WX_UNIONID: 'union', WX_CONTEXT_KEYS: 'WX_APPID,WX_OPENID' };
  expect(readIdentity(environment)).toEqual({ openId: 'ann', unionId: undefined });
  expect(readIdentity({ ...environment, WX_CONTEXT_KEYS: '' })).toEqual({ openId: undefined, unionId: undefined });
  expect(readIdentity({ WX_OPENID: 'left-over' })).toEqual({ openId: undefined, unionId: undefined });
  expect(readIdentity({ WX_OPENID: '', WX_CONTEXT_KEYS: 'WX_OPENID' }).openId).toBeUndefined();
});
