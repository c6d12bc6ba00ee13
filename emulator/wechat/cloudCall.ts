import * as v from 'valibot';
import { CloudBaseError } from '../CloudBaseError';
import { type HttpRequest, type HttpResponse, header } from '../server/exchange';
import { parseJson } from '../server/parseBody';
import { formField } from './formField';
import { readFields, writeField } from './protobuf';
import type { WeChat } from './WeChat';
import { WeChatError } from './WeChatError';

const WxApi = v.object({ apiName: v.string(), requestData: v.optional(v.string(), '') });

/** Whether a request of the SDK is a form: only `wx.openApi`, the cloud call of wx-server-sdk, comes as one. */
export function isForm(request: HttpRequest): boolean {
  return header(request, 'content-type').startsWith('multipart/form-data');
}

/** `wx.api` of @cloudbase/node-sdk (`callWxOpenApi`): JSON both ways, in `data.responseData`. */
export function answerWxApi(weChat: WeChat, params: unknown): Record<string, unknown> {
  const parsed = v.safeParse(WxApi, params);
  if (!parsed.success) throw new CloudBaseError('INVALID_PARAM', 'wx.api: apiName and requestData are texts.');
  const { apiName, requestData } = parsed.output;
  return { responseData: JSON.stringify(callOrRefuse(weChat, apiName, parseJson(requestData))) };
}

/**
 * `wx.openApi`, as wx-server-sdk's `cloud.openapi` sends it: a form with `apiName`, and in `requestData` a protobuf
 * `CommApiData`, whose pairs hold JSON. The answer is a protobuf `CommOpenApiResp`. Source: protobuf/openapi.js in
 * wx-server-sdk 4.0.2.
 */
export function answerWxOpenApi(weChat: WeChat, request: HttpRequest): HttpResponse {
  const data = formField(request, 'requestData');
  if (!data) throw new CloudBaseError('INVALID_PARAM', 'wx.openApi: requestData is missing.');
  const [openApiData = Buffer.alloc(0)] = readFields(data).get(2) ?? [];
  const pairs = (readFields(openApiData).get(1) ?? []).map(readFields);
  const body = Object.fromEntries(pairs.map((pair) => [first(pair, 1), parseJson(first(pair, 2))]));
  const answer = callOrRefuse(weChat, String(formField(request, 'apiName') ?? ''), body);
  const response = [writeField(1, JSON.stringify(answer)), writeField(2, 'application/json; charset=utf-8')];
  return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: Buffer.concat(response) };
}

// A refusal of WeChat is an answer, not an error of CloudBase: the SDK throws it with its errcode.
function callOrRefuse(weChat: WeChat, name: string, body: unknown): Record<string, unknown> {
  try {
    return weChat.callApi(name, body);
  } catch (error) {
    if (error instanceof WeChatError) return { errcode: error.errcode, errmsg: error.message };
    throw error;
  }
}

function first(message: Map<number, Buffer[]>, number: number): string {
  return message.get(number)?.[0]?.toString('utf8') ?? '';
}
