/** The WeChat person behind one invocation. Both are absent for timers, HTTP access and single-page visitors. */
export interface Identity {
  openId: string | undefined;
  unionId: string | undefined;
}

/**
 * Reads who called from the invocation's environment. CloudBase puts the identity there for one invocation only, so
 * this runs before the first `await`; a name counts only when it stands in `WX_CONTEXT_KEYS`, else it is a left-over.
 */
export function readIdentity(environment: NodeJS.ProcessEnv = process.env): Identity {
  const current = new Set(environment.WX_CONTEXT_KEYS?.split(','));
  const read = (name: string) => (current.has(name) ? environment[name] || undefined : undefined);
  return { openId: read('WX_OPENID'), unionId: read('WX_UNIONID') };
}
