import { invalidParam, requestFailed } from '../failures';
import { withNow } from '../mingo/withNow';
import { nearOf } from '../nearest';
import { readOrder } from '../order';
import { runStages } from '../query';
import type { Engine, Request } from '../Request';
import { type Selection, select } from '../select';
import type { Collection } from '../storage/Collection';
import { copyValue, type Document, decodeWire, encodeWire, isDocument, refuseDangerousPath } from '../values';
import { geoNear } from './geoNear';
import { foreignDocuments } from './lookup';
import type { Stage } from './Stage';

/** `aggregate()`: what an index can answer is read through it, the remaining stages run in memory. */
export async function aggregateDocuments(engine: Engine, request: Request): Promise<Record<string, unknown>> {
  const { collection } = request;
  const stages = request.list('stages').map((stage) => readStage(stage, engine.now()));
  if (stages.slice(1).some(({ name }) => name === '$geoNear'))
    throw requestFailed('$geoNear is only valid as the first stage in a pipeline.');
  const { documents, rest } = stages[0]?.name === '$geoNear' ? geoNear(collection, stages) : narrow(collection, stages);
  return { data: { list: runAll(engine, documents, rest).map(encodeWire) } };
}

function readStage(stage: unknown, now: number): Stage {
  const { stageKey: name, stageValue: text } = isDocument(stage) ? stage : {};
  if (typeof name !== 'string' || typeof text !== 'string') throw invalidParam('a stage needs stageKey and stageValue');
  const value = decodeWire(text, now);
  // A stage spells paths in its values too, such as `as` and `includeArrayIndex`.
  if (name !== '$match') refuseDangerousTexts(value);
  return { name, value: withNow(value, now) };
}

function refuseDangerousTexts(value: unknown): void {
  if (typeof value === 'string') refuseDangerousPath(value);
  else if (Array.isArray(value)) value.forEach(refuseDangerousTexts);
  else if (isDocument(value)) Object.values(value).forEach(refuseDangerousTexts);
}

/** Takes the leading `$match`, `$sort`, `$skip` and `$limit` into one selection. */
function narrow(collection: Collection, stages: readonly Stage[]): { documents: Document[]; rest: Stage[] } {
  const rest = [...stages];
  const take = (name: string): unknown => (rest[0]?.name === name ? rest.shift()?.value : undefined);
  const matches: Document[] = [];
  for (let match = take('$match'); match !== undefined; match = take('$match')) {
    if (!isDocument(match)) throw requestFailed('the match filter must be an expression in an object');
    if (nearOf(match)) throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context');
    matches.push(match);
  }
  const selection: Selection = { query: matches.length > 1 ? { $and: matches } : (matches[0] ?? {}) };
  const order = take('$sort');
  if (order !== undefined) selection.order = readOrder(order);
  const offset = take('$skip');
  if (offset !== undefined) selection.offset = wholeNumber('$skip', offset, 0);
  const limit = take('$limit');
  if (limit !== undefined) selection.limit = wholeNumber('$limit', limit, 1);
  return { documents: select(collection, selection).map(({ document }) => document), rest };
}

function wholeNumber(name: string, value: unknown, least: number): number {
  if (Number.isInteger(value) && Number(value) >= least) return Number(value);
  throw requestFailed(`invalid argument to ${name} stage: ${JSON.stringify(value)}`);
}

/** Runs up to and including each `$lookup` in turn, so that it can read only the foreign documents it needs. */
function runAll(engine: Engine, documents: Document[], stages: readonly Stage[]): Document[] {
  if (stages.length === 0) return documents;
  const pipeline = stages.map(({ name, value }) => ({ [name]: value }));
  const everything = (name: string) => {
    const foreign = engine.store.collectionIfAny(name);
    return foreign ? select(foreign, { query: {} }).map(({ document }) => copyValue(document)) : [];
  };
  const at = stages.findIndex(({ name }) => name === '$lookup');
  if (at === -1) return runStages(documents, pipeline, everything);
  const locals = at === 0 ? documents : runStages(documents, pipeline.slice(0, at), everything);
  const foreign = foreignDocuments(engine.store, stages[at]?.value, locals);
  const joined = runStages(locals, pipeline.slice(at, at + 1), foreign ? () => foreign : everything);
  return runAll(engine, joined, stages.slice(at + 1));
}
