import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { CloudBaseError, NotEmulated } from '../CloudBaseError';
import type { Database } from '../database/Database';
import { insideTransactionAdvice } from '../database/ranOutsideTransaction';
import { Work } from '../database/Work';
import { diskFailure } from '../diskFailure';
import { type CallLog, type DatabaseCall, invocationOf } from '../functions/CallLog';
import type { FunctionPool } from '../functions/FunctionPool';
import type { StorageActions } from '../storage/storageActions';
import { answerWxApi, answerWxOpenApi, isForm } from '../wechat/cloudCall';
import type { WeChat } from '../wechat/WeChat';
import { type HttpRequest, header, json, type Route } from './exchange';
import { parseBody, parseJson } from './parseBody';

/** What answers the SDK's actions. */
export interface AdminOptions {
  database: Database;
  storage: StorageActions;
  functions: FunctionPool;
  weChat: WeChat;
  calls: CallLog;
}

const Request = v.looseObject({ action: v.string() });
const InvokeFunction = v.object({ function_name: v.string(), request_data: v.optional(v.string(), '') });

/**
 * `POST /admin`: the protocol of the unmodified @cloudbase/node-sdk. Every answer is HTTP 200; an error is
 * `{ code, message, requestId }`. An action outside database, storage, functions and WeChat's API is NOT_EMULATED by name.
 */
export function adminRoute(options: AdminOptions): Route {
  return {
    method: 'POST',
    path: '/admin',
    maxBody: 20 * 1024 * 1024,
    answer: async (request) => {
      const requestId = randomUUID();
      try {
        if (isForm(request)) return answerWxOpenApi(options.weChat, request);
        return json({ requestId, ...(await act(options, request, requestId)) });
      } catch (error) {
        const known = error instanceof CloudBaseError ? error : diskFailure(error);
        if (known) return json({ code: known.code, message: known.message, requestId });
        console.error(`[emulator] ${requestId}`, error);
        return json({ code: 'SYS_ERR', message: 'The emulator failed; its terminal shows why.', requestId });
      }
    },
  };
}

async function act(options: AdminOptions, request: HttpRequest, requestId: string): Promise<Record<string, unknown>> {
  const params = parseBody(request, Request);
  const { action } = params;
  if (action.startsWith('database.')) return timedDatabaseCall(options, request, params);
  if (action.startsWith('storage.')) return { data: options.storage.handle(action, params) };
  if (action === 'wx.api') return { data: answerWxApi(options.weChat, params) };
  if (action !== 'functions.invokeFunction') throw new NotEmulated(`the action ${action}`);
  const { function_name: name, request_data: eventJson } = parseBody(request, InvokeFunction);
  const caller = { kind: 'function', source: header(request, 'x-tcb-source') } as const;
  const resultJson = await options.functions.invoke({ requestId, name, event: parseJson(eventJson), caller });
  return { data: { response_data: resultJson } };
}

async function timedDatabaseCall(
  { database, calls }: AdminOptions,
  request: HttpRequest,
  params: v.InferOutput<typeof Request>,
): Promise<Record<string, unknown>> {
  const started = performance.now();
  const seqId = request.query.get('seqId') ?? '';
  const work = new Work(invocationOf(seqId));
  try {
    return await database.handle(params.action, params, work);
  } finally {
    const { action, collectionName = '' } = params;
    const ms = performance.now() - started;
    calls.addDatabaseCall(seqId, { action, collection: String(collectionName), ms, ...findings(work) });
  }
}

function findings({ reads, slowQuery, besideTransaction }: Work): Pick<DatabaseCall, 'plan' | 'slowQuery' | 'defect'> {
  const [first] = reads;
  const scanned = reads.reduce((sum, read) => sum + read.scanned, 0);
  const returned = reads.reduce((sum, read) => sum + read.returned, 0);
  return {
    ...(first && { plan: { index: first.index, scanned, returned } }),
    ...(slowQuery !== undefined && { slowQuery }),
    ...(besideTransaction && { defect: 'ranOutsideTransaction', advice: insideTransactionAdvice }),
  };
}
