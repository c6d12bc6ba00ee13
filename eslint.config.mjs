import tseslint from 'typescript-eslint';

const noClock = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The time is handed in: take `now` from the Context (_runtime/context.ts).',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The time is handed in: take `now` from the Context (_runtime/context.ts).',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Chance is handed in: take `newId` from the Context (_runtime/context.ts).',
  },
];

/** Only what Biome cannot see: rules that need types, and where time and chance come from. */
export default tseslint.config(
  { ignores: ['dist/', 'test/fixtures/violations/', '**/*.{js,cjs,mjs}'] },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      // A `default` is fine where its type leaves nothing over: the compiler sees to that.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['shared/**/*.ts', 'cloudfunctions/**/*.ts'],
    ignores: ['cloudfunctions/_runtime/**', '**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noClock] },
  },
);
