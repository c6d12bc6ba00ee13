import type { Answer, Input, OperationName } from '@shared/contract';
import { answersTheSameTwice } from './answersTheSameTwice';
import { FunctionFault, NetworkFault } from './faults';
import { tryAgain } from './tryAgain';
import { withinTime } from './withinTime';

/** The same as in `call.ts`, through the HTTP door of the emulator; the cookie says who is calling. */
export const call = <Name extends OperationName>(name: Name, input: Input<Name>): Promise<Answer<Name>> =>
  answersTheSameTwice(name) ? tryAgain(() => callOnce(name, input)) : callOnce(name, input);

/** The same as in `call.ts`. */
export async function callOnce<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Answer<Name>> {
  const [domain = '', operation = ''] = name.split('.');
  const response = await withinTime(post(`/v1/functions/${domain}`, { operation, input }));
  const body: unknown = await response.json().catch(() => ({}));
  if (response.ok) return body as Answer<Name>;

  const { code = `HTTP ${response.status}`, requestId = '' } = body as { code?: string; requestId?: string };
  throw new FunctionFault(code, requestId);
}

async function post(url: string, body: object): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(body),
    });
  } catch (error) {
    throw new NetworkFault(String(error));
  }
}
