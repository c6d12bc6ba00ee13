import * as v from 'valibot';
import { readFileIfThere } from '../readFileIfThere';
import { DamagedFile } from './DamagedFile';

/** What a JSON file of the data folder holds, or undefined when there is none. Throws DamagedFile. */
export function readStoredJson<Schema extends v.GenericSchema>(
  file: string,
  schema: Schema,
): v.InferOutput<Schema> | undefined {
  const stored = readFileIfThere(file);
  if (!stored) return undefined;
  const parsed = v.safeParse(schema, parse(file, stored.toString('utf8')));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new DamagedFile(file, `${v.getDotPath(issue) ?? 'its content'}: ${issue.message}`);
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DamagedFile(file, 'it is no JSON');
  }
}
