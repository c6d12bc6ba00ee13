import { decodeWire } from '../decodeWire';
import { invalidParam, requestFailed } from '../failures';
import { withNow } from '../mingo/withNow';
import { nearOf } from '../nearest';
import { readOrder } from '../order';
import { runStages } from '../query';
import type { Engine, Request } from '../Request';
import { type Selection, select } from '../select';
import type { Collection } from '../storage/Collection';
import { copyValue, type Document, encodeWire, isDocument, refuseDangerousPath } from '../values';
import type { Work } from '../Work';
import { wireList } from '../wireList';
import { geoNear } from './geoNear';
import { foreignDocuments } from './lookup';
import type { Stage } from './Stage';

/** `aggregate()`: what an index can answer is read through it, the remaining stages run in memory. */
export async function aggregateDocuments(engine: Engine, request: Request): Promise<Record<string, unknown>> {
  const { collection, work } = request;
  const stages = request.list('stages').map((stage) => readStage(stage, engine.now(), work));
  if (stages.slice(1).some(({ name }) => name === '$geoNear'))
    throw requestFailed('$geoNear is only valid as the first stage in a pipeline.');
  const { documents, rest } =
    stages[0]?.name === '$geoNear' ? geoNear(collection, stages, work) : narrow(collection, stages, work);
  return { data: { list: wireList(runAll(engine, documents, rest, work).map(encodeWire)) } };
}

function readStage(stage: unknown, now: number, work: Work): Stage {
  const { stageKey: name, stageValue: text } = isDocument(stage) ? stage : {};
  if (typeof name !== 'string' || typeof text !== 'string') throw invalidParam('a stage needs stageKey and stageValue');
  const value = decodeWire(text, now);
  work.watch(text, value);
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
function narrow(
  collection: Collection,
  stages: readonly Stage[],
  work: Work,
): { documents: Document[]; rest: Stage[] } {
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
  return { documents: select(collection, selection, work).map(({ document }) => document), rest };
}

function wholeNumber(name: string, value: unknown, least: number): number {
  if (Number.isInteger(value) && Number(value) >= least) return Number(value);
  throw requestFailed(`invalid argument to ${name} stage: ${JSON.stringify(value)}`);
}

/** Runs up to and including each `$lookup` in turn, so that it can read only the foreign documents it needs. */
function runAll(engine: Engine, documents: Document[], stages: readonly Stage[], work: Work): Document[] {
  if (stages.length === 0) return documents;
  const at = stages.findIndex(({ name }) => name === '$lookup');
  if (at === -1) return run(engine, documents, stages, work);
  const locals = at === 0 ? documents : run(engine, documents, stages.slice(0, at), work);
  const lookup = stages.slice(at, at + 1);
  const foreign = foreignDocuments(engine.store, lookup[0]?.value, locals, work);
  const joined = foreign
    ? work.limited(() => runStages(locals, asPipeline(lookup), () => foreign))
    : run(engine, locals, lookup, work);
  return runAll(engine, joined, stages.slice(at + 1), work);
}

/** Reads the collections that the stages name first: reading stays outside the time limit. */
function run({ store }: Engine, documents: Document[], stages: readonly Stage[], work: Work): Document[] {
  const pipeline = asPipeline(stages);
  const foreign = new Map<string, Document[]>();
  for (const name of foreignNames(pipeline)) {
    const collection = store.collectionIfAny(name);
    const found = collection ? select(collection, { query: {} }, work) : [];
    foreign.set(
      name,
      found.map(({ document }) => copyValue(document)),
    );
  }
  return work.limited(() => runStages(documents, pipeline, (name) => foreign.get(name) ?? []));
}

const asPipeline = (stages: readonly Stage[]): Document[] => stages.map(({ name, value }) => ({ [name]: value }));

/** What may name another collection, at any depth: `$lookup` and `$graphLookup` have `from`, `$unionWith` a text or `coll`. */
function foreignNames(value: unknown): Set<string> {
  if (Array.isArray(value)) return new Set(value.flatMap((item) => [...foreignNames(item)]));
  if (!isDocument(value)) return new Set();
  return new Set(
    Object.entries(value).flatMap(([key, field]) =>
      typeof field === 'string' && ['from', 'coll', '$unionWith'].includes(key) ? [field] : [...foreignNames(field)],
    ),
  );
}
