import { type Modifier, update } from 'mingo/updater';
import { NotEmulated } from '../CloudBaseError';
import { arrayUpdates } from './arrayUpdates';
import { requestFailed } from './failures';
import { conditionContext } from './mingo/mongoContext';
import { mongoErrors } from './query';
import { refuseImpossible } from './refuseImpossible';
import { copyValue, type Document, isDocument, refuseDangerousPath, valueAt } from './values';

/**
 * The document after MongoDB's update operators; the original is left alone. `query` says which array item a `$` in a
 * path means. Throws as MongoDB does where an operator does not fit the value it meets.
 */
export function updated(document: Document, operators: Document, query: Document): Document {
  const copy = copyValue(document);
  const modifier: Record<string, Document> = {};
  let positional = false;
  for (const [operator, fields] of Object.entries(operators)) {
    if (!supported.has(operator)) throw new NotEmulated(`the update operator ${operator}`);
    if (!isDocument(fields)) throw requestFailed(`Modifiers operate on fields but we found ${JSON.stringify(fields)}`);
    for (const [path, operand] of Object.entries(fields)) {
      if (operator === '$rename') refuseDangerousPath(String(operand));
      refuseImpossible(document, operator, path, operand);
      const isPositional = path.split('.').includes('$');
      positional ||= isPositional;
      const onArray = isPositional ? undefined : arrayUpdates[operator];
      const present = valueAt(document, path);
      if (!onArray) put(modifier, operator, path, copyValue(operand));
      else if (present !== undefined || operator !== '$pull') {
        const items = Array.isArray(present) ? present : [];
        put(modifier, '$set', path, copyValue(mongoErrors(() => onArray(items, operand))));
      }
    }
  }
  const condition = positional ? query : {};
  mongoErrors(() =>
    update(copy, modifier as Modifier<Document>, [], condition, { queryOptions: { context: conditionContext } }),
  );
  return copy;
}

const supported = new Set([
  '$set',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$rename',
  '$push',
  '$pull',
  '$pullAll',
  '$addToSet',
  '$pop',
]);

function put(modifier: Record<string, Document>, operator: string, path: string, operand: unknown): void {
  const fields = modifier[operator] ?? {};
  if (path in fields) throw requestFailed(`Updating the path '${path}' would create a conflict at '${path}'`);
  modifier[operator] = { ...fields, [path]: operand };
}
