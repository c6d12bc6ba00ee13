/** The declaration file (JSON): the emulator, the deploy step and the tests read the same one. */
export interface CollectionDeclarations {
  collections: Record<string, { indexes: readonly IndexDeclaration[] }>;
}

/** One index. Of a compound index with a `2dsphere` field, only that field narrows here; the rest is filtered. */
export interface IndexDeclaration {
  name: string;
  fields: Record<string, 1 | -1 | '2dsphere'>;
  unique?: boolean;
}
