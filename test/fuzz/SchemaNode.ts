/** A valibot schema, or an action of its pipe, as it is at run time (the part that we read). */
export interface SchemaNode {
  /** `object`, `string`, `regex`, `min_length`, … */
  type: string;
  entries?: Record<string, SchemaNode>;
  item?: SchemaNode;
  items?: readonly SchemaNode[];
  /** Schemas of a variant or union, values of a picklist. */
  options?: readonly unknown[];
  wrapped?: SchemaNode;
  literal?: unknown;
  pipe?: readonly SchemaNode[];
  /** What an action asks for: a bound, a pattern, a beginning. */
  requirement?: unknown;
}

/** The actions of a schema, also of those that it is piped from. */
export function actionsOf({ pipe = [] }: SchemaNode): SchemaNode[] {
  const [first, ...rest] = pipe;
  return [...(first ? actionsOf(first) : []), ...rest];
}
