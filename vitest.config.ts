import os from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

/** Vitest would leave one core free, which is half of a small machine. */
const workers = Math.max(2, os.availableParallelism() - 1)

/**
 * Logic in Node (happy-dom where a test asks for it), then the backend against a real PostgreSQL, then the real
 * browser: one after the other. Browser files run one at a time: two would keep each other waiting.
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
          pool: 'threads',
          maxWorkers: workers,
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
          maxWorkers: workers,
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
          // All files in one process: what drives the browsers is loaded once.
          isolate: false,
          globalSetup: ['tests/e2e/build.ts'],
          setupFiles: ['tests/e2e/ready.ts'],
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
