/** The declaration file (JSON): the emulator, the deploy step and the tests read the same one. */
export interface CollectionDeclarations {
  collections: Record<string, { indexes: readonly IndexDeclaration[] }>;
}

/** One index of a collection; field paths are dotted, '2dsphere' makes it a geo index. */
export interface IndexDeclaration {
  name: string;
  fields: Record<string, 1 | -1 | '2dsphere'>;
  unique?: boolean;
}
