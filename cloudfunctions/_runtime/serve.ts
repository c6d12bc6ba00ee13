import * as v from 'valibot';
import {
  type CommonRefusal,
  type Contract,
  type Operation,
  type OutputOf,
  type ParsedInputOf,
  type RefusalOf,
  type Reply,
  refuse,
} from '../../shared/kernel/operation';
import { mayAct } from '../../shared/shop/role';
import { TooOften } from './attempts';
import { keepAuditEntry } from './auditLog';
import { type Context, type InvocationContext, openContext } from './context';
import { readIdentity } from './identity';
import { openPermission } from './permission';
import { readStaff } from './staff';

/** Carries out one operation. It throws only for faults; what the person can act on is returned as a refusal. */
export type Handler<O extends Operation> = (
  input: ParsedInputOf<O>,
  context: Context<O['who'] extends 'anyone' ? string | undefined : string>,
) => Promise<Reply<OutputOf<O>, RefusalOf<O>>>;

export type Handlers<C extends Contract> = { [Name in keyof C]: Handler<C[Name]> };

type Answer = Reply<unknown, { code: string }>;

/**
 * Turns a contract and its handlers into a cloud function, `main(event, context)` with `event = {operation, input}`.
 * The one place that knows who called, parses input, logs, and turns a fault into `TRY_AGAIN` with the request id.
 */
export const serve =
  <C extends Contract>(domain: string, contract: C, handlers: Handlers<C>) =>
  async (event: { operation?: unknown; input?: unknown }, invocation?: InvocationContext): Promise<Answer> => {
    const identity = readIdentity();
    const name = typeof event.operation === 'string' ? event.operation : '';
    const context = openContext(`${domain}.${name}`, invocation, identity);
    const operation = Object.hasOwn(contract, name) ? contract[name] : undefined;
    if (!operation) return refuseCommon({ code: 'INVALID_INPUT', field: 'operation' });

    let answer: Answer;
    try {
      // The mapped type ties each handler to its own schema; the compiler cannot follow that through a run-time key.
      answer = await run(operation, handlers[name] as unknown as AnyHandler, event.input, context);
    } catch (fault) {
      if (!(fault instanceof TooOften)) return faulted(fault, context);
      answer = refuseCommon({ code: 'TOO_OFTEN', until: fault.until });
    }
    const outcome = answer.ok ? 'ok' : answer.refusal.code;
    console.info(JSON.stringify({ ...logged(context), ms: Date.now() - context.now, outcome }));
    return answer;
  };

type AnyHandler = (input: unknown, context: Context<string | undefined>) => Promise<Answer>;

async function run(
  operation: Operation,
  handler: AnyHandler,
  input: unknown,
  context: Context<string | undefined>,
): Promise<Answer> {
  if (operation.who !== 'anyone' && !context.openId) return refuseCommon({ code: 'SIGN_IN_REQUIRED' });

  const parsed = v.safeParse(operation.input, input, { abortEarly: true });
  if (!parsed.success) return refuseCommon({ code: 'INVALID_INPUT', field: v.getDotPath(parsed.issues[0]) ?? 'input' });

  const permission = openPermission(operation, context);
  if (operation.who === 'anyone' || operation.who === 'shopper') {
    if (!operation.limit?.beside) await permission.ask();
    const answer = await handler(parsed.output, { ...context, permitted: permission.ask });
    if (operation.limit && !permission.wasAsked()) throw new Error('it has a limit, and nobody asked for permission');
    return answer;
  }

  // A contract test proves that every operation for staff takes a `shopId`.
  const forShop = parsed.output as { shopId: string };
  const [caller] = await Promise.all([readStaff(forShop.shopId, context.openId ?? ''), permission.ask()]);
  if (!caller || !mayAct(caller.role, operation.who)) return refuseCommon({ code: 'NOT_ALLOWED' });
  const answer = await handler(forShop, context);
  if (answer.ok && operation.audit) await keepAuditEntry(caller, operation.audit, forShop, context);
  return answer;
}

function faulted(fault: unknown, context: Context<string | undefined>): Answer {
  console.error(JSON.stringify({ ...logged(context), fault: fault instanceof Error ? fault.stack : String(fault) }));
  return refuseCommon({ code: 'TRY_AGAIN', requestId: context.requestId });
}

const refuseCommon = (refusal: CommonRefusal) => refuse(refusal);

const logged = ({ operation, requestId }: Context<string | undefined>) => ({ operation, requestId });
