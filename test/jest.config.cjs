const path = require('node:path');

/** @type {import('jest').Config} */
module.exports = {
  rootDir: path.resolve(__dirname, '..'),
  testEnvironment: 'node',
  testMatch: ['<rootDir>/{shared,cloudfunctions,emulator,miniprogram,test,scripts,bench}/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/test/fixtures/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: {
    '^.+\\.(m?[jt]s|tsx)$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } }, module: { type: 'commonjs' } },
    ],
  },
  // What is written as modules: mingo, bson, and the parser that sanitize-html brings along.
  transformIgnorePatterns: ['/node_modules/(?!(mingo|bson|sanitize-html|htmlparser2|dom[a-z-]+|entities)/)'],
  moduleNameMapper: { '^@shared/(.*)$': '<rootDir>/shared/$1', '^@/(.*)$': '<rootDir>/miniprogram/src/$1' },
  globalSetup: '<rootDir>/test/support/openTestRun.ts',
  globalTeardown: '<rootDir>/test/support/closeTestRun.ts',
  testTimeout: 60_000,
  // Jest keeps what each file loaded; a worker that holds too much is exchanged.
  workerIdleMemoryLimit: '1GB',
};
