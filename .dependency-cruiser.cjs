const typeOnly = ['type-only'];

/** What may parse: contracts and what they are made of. */
const parsing = '^shared/(kernel/schemas|[a-z]+/(contract|shapes|operations/[A-Za-z]+))\\.ts$';

/**
 * The arrows between our folders. Each rule is proved by a planted violation in test/fixtures/violations, see
 * test/boundaries.test.ts. Unused files and packages are knip's job.
 * @type {import('dependency-cruiser').IConfiguration}
 */
module.exports = {
  forbidden: [
    {
      name: 'shared-stands-alone',
      comment: 'Contracts and rules run on both sides, so they know neither.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(miniprogram|cloudfunctions|emulator|test|scripts|bench)/' },
    },
    {
      name: 'only-contracts-parse',
      comment: 'The mini program imports our rules: one that pulled in a schema would ship valibot to every phone.',
      severity: 'error',
      from: { path: '^shared/', pathNot: [parsing, '\\.test\\.ts$'] },
      to: {
        path: [parsing, 'node_modules/valibot/'],
        dependencyTypesNot: typeOnly,
      },
    },
    {
      name: 'client-is-no-server',
      comment: 'What runs on a phone reaches the server by platform/call.ts only.',
      severity: 'error',
      from: { path: '^miniprogram/' },
      to: { path: '^(cloudfunctions|emulator|test|scripts|bench)/' },
    },
    {
      name: 'client-takes-types-of-contracts',
      comment: 'Schemas stay on the server; the main package holds 2 MB.',
      severity: 'error',
      from: { path: '^miniprogram/src/', pathNot: '\\.test\\.tsx?$' },
      to: {
        path: [parsing, 'node_modules/valibot/'],
        dependencyTypesNot: typeOnly,
      },
    },
    {
      name: 'features-know-no-page',
      comment: 'pages → features → ui, platform.',
      severity: 'error',
      from: { path: '^miniprogram/src/features/' },
      to: { path: '^miniprogram/src/(pages/|packages/|app\\.)' },
    },
    {
      name: 'features-do-not-meet',
      comment: 'The page puts two features side by side.',
      severity: 'error',
      from: { path: '^miniprogram/src/features/([^/]+)/' },
      to: { path: '^miniprogram/src/features/', pathNot: '^miniprogram/src/features/$1/' },
    },
    {
      name: 'ui-knows-no-domain',
      comment:
        'A piece of ui fits any domain: of shared it takes the kernel only. It may use platform (messages, theme).',
      severity: 'error',
      from: { path: '^miniprogram/src/ui/' },
      to: { path: ['^miniprogram/src/(features|pages|packages)/', '^shared/(?!kernel/)'] },
    },
    {
      name: 'platform-knows-no-screen',
      comment: 'platform wraps Taro and wx for everybody above it.',
      severity: 'error',
      from: { path: '^miniprogram/src/platform/' },
      to: { path: '^miniprogram/src/(ui|features|pages|packages)/' },
    },
    {
      name: 'platform-knows-no-domain',
      comment: 'Of our domains, platform takes the types of the operations; the rules belong to features.',
      severity: 'error',
      from: { path: '^miniprogram/src/platform/' },
      to: { path: '^shared/(?!kernel/)', dependencyTypesNot: typeOnly },
    },
    {
      name: 'only-platform-touches-taro',
      comment: 'Components are for everybody; app.tsx is the root and hands its launch to platform.',
      severity: 'error',
      from: {
        path: '^miniprogram/src/',
        pathNot: ['^miniprogram/src/platform/', '^miniprogram/src/app\\.tsx$', '\\.config\\.ts$'],
      },
      to: { path: 'node_modules/@tarojs/(?!components/)', dependencyTypesNot: typeOnly },
    },
    {
      name: 'functions-are-no-client',
      comment: 'A function folder is uploaded alone: it holds itself, _runtime, public doors and shared.',
      severity: 'error',
      from: { path: '^cloudfunctions/' },
      to: { path: '^(miniprogram|emulator|test|scripts|bench)/' },
    },
    {
      name: 'domains-meet-in-public',
      comment: 'A domain, payNotify and timers reach (another) domain through its public.ts.',
      severity: 'error',
      from: { path: '^cloudfunctions/([^_/][^/]*)/' },
      to: {
        path: '^cloudfunctions/[^_/][^/]*/',
        pathNot: ['^cloudfunctions/$1/', '^cloudfunctions/[^/]+/public\\.ts$'],
      },
    },
    {
      name: 'runtime-knows-no-domain',
      comment: 'Every function rests on _runtime.',
      severity: 'error',
      from: { path: '^cloudfunctions/_runtime/' },
      to: { path: '^cloudfunctions/[^_/][^/]*/' },
    },
    {
      name: 'emulator-stands-alone',
      comment: 'The emulator is a product of its own: it learns of our shop by options and files.',
      severity: 'error',
      from: { path: '^emulator/' },
      to: { path: '^(miniprogram|cloudfunctions|shared|test|scripts|bench)/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|test/fixtures/violations)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.cjs', '.json'] },
  },
};
