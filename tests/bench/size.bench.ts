import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { CHROME } from '../support/build'
import { type Bench, fixed } from './figure'

const kB = (files: string[]) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(CHROME, file)), { level: 9 }).length, 0) /
  1000

/** A page and everything that it loads before it can be used: scripts, what they import at once, style sheets. */
function loadedBy(page: string): string[] {
  const html = readFileSync(path.join(CHROME, page), 'utf8')
  const named = [...html.matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? '')
  const all = new Set<string>([page])
  const add = (file: string) => {
    if (all.has(file)) return
    all.add(file)
    if (!file.endsWith('.js')) return
    const code = readFileSync(path.join(CHROME, file), 'utf8')
    const imports = code.matchAll(/(?:^|[;}\n])import(?:[^"'()]*?from)?["'](\.[^"']+)["']/g)
    for (const [, to = ''] of imports) add(path.posix.join(path.posix.dirname(file), to))
  }
  named.forEach(add)
  return [...all]
}

/** Of `utils/evidence/` what these files come to with all they import of it; no library, nothing of other rooms. */
async function evidenceCode(...names: string[]): Promise<number> {
  const room = path.resolve('utils/evidence')
  const folder = mkdtempSync(path.join(tmpdir(), 'flagpost-size-'))
  const entry = path.join(folder, 'entry.ts')
  writeFileSync(
    entry,
    names.map((name) => `export * from ${JSON.stringify(path.join(room, name))}\n`).join(''),
  )
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: 'terser',
      lib: { entry, formats: ['es'] },
      rollupOptions: { external: (id) => !(id === entry || id.startsWith('./') || id.startsWith(room)) },
    },
  }).finally(() => rmSync(folder, { recursive: true }))
  const [{ output }] = built as unknown as [{ output: { code?: string }[] }]
  return gzipSync(output[0]?.code ?? '', { level: 9 }).length / 1000
}

export default {
  about: 'Sizes of the built files, gzipped',
  run: async () => [
    fixed('content script, gzipped', 'kB', kB(['content-scripts/flag.js']), 6),
    fixed(
      'evidence code that a press brings into the page, gzipped',
      'kB',
      await evidenceCode('capture'),
      15,
    ),
    fixed(
      'evidence code from the page to the sealed bundle, gzipped',
      'kB',
      await evidenceCode('capture', 'media', 'screenshot', 'bundle'),
      15,
    ),
    fixed('capture script with the reading of every site, gzipped', 'kB', kB(['capture.js']), 20),
    fixed('compose with all it loads, gzipped', 'kB', kB(loadedBy('compose.html')), 45),
  ],
} satisfies Bench
