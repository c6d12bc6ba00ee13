import { Aggregator } from 'mingo/aggregator';
import { ProcessingMode } from 'mingo/core';
import { Query } from 'mingo/query';
import type { AnyObject, CollectionResolver } from 'mingo/types';
import { NotEmulated } from '../CloudBaseError';
import { requestFailed } from './failures';
import { conditionContext, mongoContext } from './mingo/mongoContext';
import { type Document, isDocument } from './values';

/** Compiles a MongoDB condition. Throws `NotEmulated` for an unknown operator, `DATABASE_REQUEST_FAILED` for a bad one. */
export function compileQuery(condition: Document): (document: Document) => boolean {
  if (Object.keys(condition).length === 0) return () => true;
  const context = usesExpressions(condition) ? mongoContext : conditionContext;
  const query = mongoErrors(() => new Query(condition, { context }));
  return (document) => mongoErrors(() => query.test(document));
}

/** Runs aggregation stages over documents, which may be shared: the stages work on copies. */
export function runStages(
  documents: Document[],
  stages: Document[],
  collectionResolver: CollectionResolver,
): Document[] {
  const options = {
    context: mongoContext,
    processingMode: ProcessingMode.CLONE_INPUT,
    collectionResolver,
  };
  return mongoErrors(() => new Aggregator(stages, options).run<AnyObject>(documents));
}

/**
 * Turns mingo's assertions into the database's errors, and an operator it does not know into `NotEmulated`. mingo does not
 * check every operand, so what JavaScript itself refuses there is the request's fault as well.
 */
export function mongoErrors<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError)
      throw requestFailed(`An operand does not fit its operator: ${error.message}`);
    if (!(error instanceof Error) || error.constructor.name !== 'MingoError') throw error;
    const unknown = /(?:unknown|unregistered).* (\$\w+)|'(\$\w+)' is not registered|operator: '(\$\w+)'/i.exec(
      error.message,
    );
    const name = unknown?.slice(1).find(isDefined);
    throw name ? new NotEmulated(name) : requestFailed(error.message);
  }
}

/** True for `{ $gt: 1 }` and the like: an object of operators, not an embedded document. */
export function isOperators(value: unknown): value is Document {
  return isDocument(value) && Object.keys(value).some((key) => key.startsWith('$'));
}

/** `$expr` stands at the top level of a condition, or of one joined by `$and`, `$or` or `$nor`. */
function usesExpressions(condition: Document): boolean {
  return Object.entries(condition).some(([key, value]) => {
    if (key === '$expr') return true;
    return (
      key.startsWith('$') && Array.isArray(value) && value.some((part) => isDocument(part) && usesExpressions(part))
    );
  });
}

const isDefined = (value: unknown): boolean => value !== undefined;
