import * as v from 'valibot';
import { CloudBaseError } from '../CloudBaseError';
import type { HttpRequest } from './exchange';

/** Reads a JSON body in the shape of `schema`; anything else is INVALID_PARAM, naming the first wrong field. */
export function parseBody<Schema extends v.GenericSchema>(request: HttpRequest, schema: Schema): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, parseJson(request.body.toString('utf8')));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new CloudBaseError('INVALID_PARAM', `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
}

/** Parses JSON text; an empty text is an empty object, as the SDKs send it. */
export function parseJson(source: string): unknown {
  if (source === '') return {};
  try {
    return JSON.parse(source);
  } catch {
    throw new CloudBaseError('INVALID_PARAM', 'The request body is not JSON.');
  }
}
