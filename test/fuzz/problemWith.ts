import * as v from 'valibot';
import type { CommonRefusal, Operation, Reply } from '../../shared/kernel/operation';

type Answer = Reply<unknown, { code: string }>;

/** `TRY_AGAIN` is not among them: it is what a fault is shown as. */
const common: readonly string[] = [
  'INVALID_INPUT',
  'SIGN_IN_REQUIRED',
  'NOT_ALLOWED',
] satisfies CommonRefusal['code'][];

/** What is wrong with an operation's answer: a crash, a fault, a refusal without a name, or not what the contract says. */
export async function problemWith(operation: Operation, send: () => Promise<Answer>): Promise<string | undefined> {
  let answer: Answer;
  try {
    answer = await send();
  } catch (crash) {
    return `crashed (${String(crash).slice(0, 300)})`;
  }
  if (answer.ok) return v.is(operation.output, answer.value) ? undefined : `answered ${shown(answer.value)}`;
  const { code, ...data } = answer.refusal;
  if (common.includes(code)) return undefined;
  const described = Object.hasOwn(operation.refusals, code) ? operation.refusals[code] : undefined;
  return described && v.is(described, data) ? undefined : `refused with ${shown(answer.refusal)}`;
}

const shown = (value: unknown): string => JSON.stringify(value).slice(0, 500);
