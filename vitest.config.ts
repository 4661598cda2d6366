import path from 'node:path'
import { defineConfig } from 'vitest/config'

/**
 * Logic in Node (happy-dom where a test asks for it), then the backend against a real PostgreSQL, then the real
 * browser: one after the other, so that a slow machine's browser has it to itself.
 */
export default defineConfig({
  // Nothing of ours runs in a browser's extension here: what does is built and loaded there.
  resolve: { alias: { 'webextension-polyfill': path.resolve('tests/support/extension-api.ts') } },
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  test: {
    reporters: process.env.CI_JUNIT
      ? ['default', ['junit', { outputFile: process.env.CI_JUNIT }]]
      : ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/bench/**', 'tests/backend/**'],
          // Properties and saved pages take their time on a busy machine.
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'backend',
          include: ['tests/backend/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 240_000,
          fileParallelism: false,
          globalSetup: ['tests/e2e/build.ts'],
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
