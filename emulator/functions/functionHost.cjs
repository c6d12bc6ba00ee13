'use strict';

/**
 * Runs one cloud function (argv[2]: its folder) in a process of its own, one event at a time, as CloudBase does.
 * Plain CommonJS: it must start fast and needs no compiler. FunctionProcess.ts is the other side of the channel.
 */

const realNow = Date.now;
let clockOffsetMs = 0;
let requestId = '';

followTheEmulatorsClock();
sendOutput('stdout');
sendOutput('stderr');
// The emulator is gone: nobody is left to answer.
process.on('disconnect', () => process.exit(0));

const main = loadMain(process.argv[2]);
if (main) {
  process.on('message', (invocation) => void invoke(main, invocation));
  process.send({ type: 'ready' });
}

function loadMain(folder) {
  try {
    const { main: exported } = require(folder);
    if (typeof exported !== 'function') throw new Error(`${folder}/index.js does not export a function named main.`);
    return exported;
  } catch (error) {
    process.send({ type: 'loadFailed', stack: stackOf(error) }, () => process.exit(1));
    return undefined;
  }
}

async function invoke(exported, invocation) {
  requestId = invocation.requestId;
  clockOffsetMs = invocation.clockOffsetMs;
  const restore = lend(invocation.environment);
  let answer;
  try {
    const result = await exported(JSON.parse(invocation.eventJson), invocation.context);
    answer = { type: 'result', resultJson: JSON.stringify(result) ?? 'null' };
  } catch (error) {
    answer = { type: 'failed', stack: stackOf(error) };
  }
  restore();
  process.send(answer);
}

/** Puts the invocation's identity into process.env and returns how to take it out again. */
function lend(environment) {
  const before = new Map(Object.keys(environment).map((name) => [name, process.env[name]]));
  Object.assign(process.env, environment);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}

function followTheEmulatorsClock() {
  const RealDate = Date;
  const now = () => realNow() + clockOffsetMs;
  const EmulatedDate = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new RealDate(now()).toString(),
  });
  RealDate.now = now;
  RealDate.prototype.constructor = EmulatedDate;
  globalThis.Date = EmulatedDate;
}

/** Sends what the function prints over the channel, so that each line keeps its request id and its place. */
function sendOutput(stream) {
  process[stream].write = (chunk, encoding, callback) => {
    if (process.connected) process.send({ type: 'output', requestId, stream, text: String(chunk) });
    const done = typeof encoding === 'function' ? encoding : callback;
    if (done) process.nextTick(done);
    return true;
  };
}

function stackOf(error) {
  return error instanceof Error && error.stack ? error.stack : String(error);
}
