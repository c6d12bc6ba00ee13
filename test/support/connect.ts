import type tcb from '@cloudbase/node-sdk';

/** CloudBase as the unmodified SDK sees it. */
export type CloudBase = ReturnType<typeof tcb.init>;

/**
 * The unmodified SDK, pointed at an emulator by nothing but the environment. The SDK reads its environment when it is
 * first loaded, so one process talks to one emulator.
 */
export async function connect(url: string): Promise<CloudBase> {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'meidian',
    TCB_ENV: 'meidian',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    SILENCE: 'true',
  });
  const sdk = await import('@cloudbase/node-sdk');
  // A whole world is planted through it, on machines that may be busy with other things.
  return sdk.default.init({ env: 'meidian', timeout: 60_000 });
}
