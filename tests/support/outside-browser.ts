/**
 * Lets our code be loaded where there is no browser and no test runner that puts a fake in its place (`npm run faults`):
 * the polyfill of the WebExtensions API refuses to load without the extension's id.
 */
const world = globalThis as { chrome?: unknown }
world.chrome ??= { runtime: { id: 'none' } }

export {}
