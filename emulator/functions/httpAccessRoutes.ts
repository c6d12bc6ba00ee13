import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { type HttpRequest, type HttpResponse, json, type Route, text } from '../server/exchange';
import { type FunctionPool, maxPayload } from './FunctionPool';
import type { FunctionsConfig } from './readFunctionsConfig';

const IntegrationAnswer = v.object({
  statusCode: v.number(),
  headers: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])), {}),
  body: v.optional(v.string(), ''),
  isBase64Encoded: v.optional(v.boolean(), false),
});

/** HTTP access (`httpAccess` in cloudbaserc.json): a path anyone may call, handed to its function as an event. */
export function httpAccessRoutes(pool: FunctionPool, config: FunctionsConfig): Route[] {
  return config.httpAccess.map(({ path, function: name }) => ({
    method: 'ANY',
    path,
    maxBody: maxPayload,
    answer: async (request) => {
      const requestId = randomUUID();
      const event = httpAccessEvent(request, requestId);
      const resultJson = await pool.invoke({ requestId, name, event, caller: { kind: 'http' } });
      return httpAnswer(JSON.parse(resultJson));
    },
  }));
}

function httpAccessEvent(request: HttpRequest, requestId: string): Record<string, unknown> {
  const isBase64Encoded = !isText(request.headers['content-type'] ?? '');
  return {
    path: request.path,
    httpMethod: request.method,
    headers: request.headers,
    queryStringParameters: Object.fromEntries(request.query),
    requestContext: { requestId, sourceIp: '127.0.0.1' },
    body: request.body.toString(isBase64Encoded ? 'base64' : 'utf8'),
    isBase64Encoded,
  };
}

function isText(contentType: string): boolean {
  return contentType === '' || /^(text\/|application\/(json|xml|x-www-form-urlencoded))/.test(contentType);
}

// A function may answer status, headers and body, or just a value.
function httpAnswer(result: unknown): HttpResponse {
  const integration = v.safeParse(IntegrationAnswer, result);
  if (!integration.success) return typeof result === 'string' ? text(result) : json(result);
  const { statusCode, headers, body, isBase64Encoded } = integration.output;
  return {
    status: statusCode,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    body: isBase64Encoded ? Buffer.from(body, 'base64') : body,
  };
}
