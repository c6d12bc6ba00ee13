import { TestEnvironment as JsdomEnvironment } from 'jest-environment-jsdom';

/**
 * Jest's jsdom, for the view layer, with Node's own globals in it, so that the emulator and CloudBase's SDK run in the
 * same test. Named in a docblock: `@jest-environment ./test/engines/PhoneEnvironment.ts`.
 */
export default class PhoneEnvironment extends JsdomEnvironment {
  constructor(...given: ConstructorParameters<typeof JsdomEnvironment>) {
    super(...given);
    Object.assign(this.global, nodeGlobals);
  }

  // jsdom asks packages for their browser builds; these tests are not in a browser.
  override exportConditions(): string[] {
    return ['node', 'node-addons'];
  }
}

const nodeGlobals = {
  AbortController,
  AbortSignal,
  ArrayBuffer,
  Blob,
  FormData,
  Headers,
  Request,
  Response,
  TextDecoder,
  TextEncoder,
  URL,
  URLSearchParams,
  // Buffers are instances of Node's class, not of jsdom's.
  Uint8Array,
  clearImmediate,
  clearTimeout,
  fetch,
  setImmediate,
  // jsdom's gives a number, on which the emulator cannot call `unref`.
  setTimeout,
  structuredClone,
};
