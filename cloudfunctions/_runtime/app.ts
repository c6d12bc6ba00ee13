import tcb from '@cloudbase/node-sdk';

// At module level, so that the SDK starts during the cold start and not inside the first call. Inside a function the SDK
// would open a new connection for every call unless told to keep them. It sends a call again when a kept connection
// turns out to be closed, so every write here must bear being sent twice.
/** The CloudBase environment that this function runs in. */
export const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, keepalive: true });
