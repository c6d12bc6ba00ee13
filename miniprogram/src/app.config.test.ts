interface AppConfig {
  requiredPrivateInfos: string[];
  permission?: Record<string, { desc: string }>;
}

/** The app's configuration as a build with this choice has it. */
function configOf(choice: string | undefined): AppConfig {
  if (choice === undefined) delete process.env.MEIDIAN_LOCATION;
  else process.env.MEIDIAN_LOCATION = choice;
  let config: AppConfig | undefined;
  Object.assign(globalThis, { defineAppConfig: (given: AppConfig) => given });
  jest.isolateModules(() => {
    config = (require('./app.config') as { default: AppConfig }).default;
  });
  if (!config) throw new Error('app.config.ts has no default export');
  return config;
}

const before = process.env.MEIDIAN_LOCATION;
afterAll(() => {
  if (before !== undefined) process.env.MEIDIAN_LOCATION = before;
});

test.each([
  ['none', [], []],
  ['fuzzy', ['getFuzzyLocation'], ['scope.userFuzzyLocation']],
  [undefined, ['getFuzzyLocation'], ['scope.userFuzzyLocation']],
  ['precise', ['getLocation'], ['scope.userLocation']],
])('a build that may know places “%s” declares that, and nothing else', (choice, apis, scopes) => {
  const { requiredPrivateInfos, permission = {} } = configOf(choice);
  expect(requiredPrivateInfos).toEqual(['chooseAddress', 'chooseLocation', ...apis]);
  expect(Object.keys(permission)).toEqual(scopes);
});
