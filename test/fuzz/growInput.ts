import fc from 'fast-check';
import type { GenericSchema } from 'valibot';
import { growString } from './growString';
import { actionsOf, type SchemaNode } from './SchemaNode';

/** Ids that stand in the database, for a field of this name (`orderId`, `skuIds`); empty where none are known. */
export type IdsFor = (field: string) => readonly string[];

/** What inputs are grown from, beside the schema. */
interface Soil {
  idsFor: IdsFor;
  /** How many of ten leaves stay as in the right input. */
  kept: number;
}

/**
 * Inputs grown from an operation's schema: of every variant, with bounds, ids that exist (whoever they belong to) and
 * rich text, mixed with the parts of one right input; some differ from that in most places and some in few, so that
 * what several fields must agree in is right in some. Throws for a kind of schema that it does not know, by its name.
 */
export function growInput(schema: GenericSchema, right: unknown, idsFor: IdsFor): fc.Arbitrary<unknown> {
  // What valibot's types keep to themselves is public at run time.
  const node = schema as unknown as SchemaNode;
  return fc.oneof(...[4, 9].map((kept) => grow(node, 'input', right, { idsFor, kept })));
}

function grow(node: SchemaNode, field: string, right: unknown, soil: Soil): fc.Arbitrary<unknown> {
  const grown = growNew(node, field, right, soil);
  if (right === undefined || typeof right === 'object') return grown;
  const asRight = { weight: soil.kept, arbitrary: fc.constant(right) };
  return fc.oneof(asRight, { weight: 10 - soil.kept, arbitrary: grown });
}

function growNew(node: SchemaNode, field: string, right: unknown, soil: Soil): fc.Arbitrary<unknown> {
  const inner = (child: SchemaNode) => grow(child, field, right, soil);
  switch (node.type) {
    case 'object':
    case 'strict_object':
      return growObject(node, right, soil);
    case 'array':
      return growArray(node, field, right, soil);
    case 'tuple':
      return fc.tuple(...(node.items ?? []).map((item, at) => grow(item, field, partOf(right, at), soil)));
    case 'record':
      return fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 3 });
    case 'variant':
    case 'union':
      return fc.oneof(...(node.options as SchemaNode[]).map(inner));
    case 'optional':
      return node.wrapped ? inner(node.wrapped) : fc.constant(undefined);
    case 'picklist':
      return fc.constantFrom(...(node.options as unknown[]));
    case 'literal':
      return fc.constant(node.literal);
    case 'boolean':
      return fc.boolean();
    case 'number':
      return growNumber(node);
    case 'string':
      return growString(node, soil.idsFor(field));
    default:
      throw new Error(`no inputs are grown from a schema of the kind ${node.type} (at ${field})`);
  }
}

function growObject({ entries = {} }: SchemaNode, right: unknown, soil: Soil): fc.Arbitrary<unknown> {
  const fields = Object.entries(entries);
  const required = fields.filter(([, child]) => child.type !== 'optional').map(([name]) => name);
  return fc.record(
    Object.fromEntries(fields.map(([name, child]) => [name, grow(child, name, partOf(right, name), soil)])),
    { requiredKeys: required },
  );
}

function growArray(node: SchemaNode, field: string, right: unknown, soil: Soil): fc.Arbitrary<unknown> {
  if (!node.item) throw new Error(`the array ${field} has no items`);
  const { least, most } = boundsOf(node, 'length', 0, 5);
  const asRight = Array.isArray(right) ? right : [];
  const item = (at: number) => grow(node.item as SchemaNode, field, asRight[at], soil);
  const some = fc.array(item(0), { minLength: Math.min(least, 5), maxLength: Math.min(most, 5) });
  if (asRight.length === 0) return some;
  const alike = fc.tuple(...asRight.map((_item, at) => item(at)));
  return fc.oneof({ weight: soil.kept, arbitrary: alike }, { weight: 10 - soil.kept, arbitrary: some });
}

function growNumber(node: SchemaNode): fc.Arbitrary<number> {
  const { least, most } = boundsOf(node, 'value', -(2 ** 53) + 1, 2 ** 53 - 1);
  const isWhole = actionsOf(node).some(({ type }) => type === 'integer' || type === 'safe_integer');
  const edges = fc.constantFrom(least, most, ...[0, 1, 2].filter((number) => number >= least && number <= most));
  const within = isWhole
    ? fc.integer({ min: Math.ceil(least), max: Math.floor(most) })
    : fc.double({ min: least, max: most, noNaN: true });
  return fc.oneof(edges, within);
}

/** The bounds that a schema's actions set, `min_value` and `max_value` or `min_length` and `max_length`. */
function boundsOf(node: SchemaNode, of: 'value' | 'length', least: number, most: number) {
  const requirements = (type: string) =>
    actionsOf(node).flatMap((action) =>
      action.type === type && typeof action.requirement === 'number' ? [action.requirement] : [],
    );
  return {
    least: Math.max(least, ...requirements(`min_${of}`)),
    most: Math.min(of === 'length' ? Number.MAX_SAFE_INTEGER : most, ...requirements(`max_${of}`)),
  };
}

const partOf = (whole: unknown, name: string | number): unknown =>
  whole !== null && typeof whole === 'object' ? (whole as Record<string | number, unknown>)[name] : undefined;
