import os from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'

/** Vitest would leave one core free, which is half of a small machine. */
const workers = Math.max(2, os.availableParallelism() - 1)

/** Browser files that are about moments, or that drive a second browser: nothing else runs beside them. */
const ALONE = [
  'cover',
  'fidelity',
  'firefox',
  'firefox-options',
  'hostile-page',
  'kill-matrix',
  'replay',
].map((name) => `tests/e2e/${name}.test.ts`)

const BROWSER = {
  testTimeout: 120_000,
  hookTimeout: 240_000,
  // What drives the browsers is loaded once a process.
  isolate: false,
  setupFiles: ['tests/e2e/ready.ts'],
  // A real browser on a busy machine: what fails twice is broken.
  retry: 1,
}

/**
 * Logic in Node (happy-dom where a test asks for it), then the backend against a real PostgreSQL, then the real
 * browser, two files side by side where they can: one after the other.
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
          ...BROWSER,
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          exclude: ALONE,
          globalSetup: ['tests/e2e/build.ts'],
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          ...BROWSER,
          name: 'browser, alone',
          include: ALONE,
          globalSetup: ['tests/e2e/build.ts'],
          maxWorkers: 1,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
