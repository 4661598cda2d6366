import { readFileSync } from 'node:fs'
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

/** What of the capture script is evidence: the script without the reading of sites, which the press needs as well. */
async function evidenceCode(): Promise<number> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: 'terser',
      lib: { entry: path.resolve('utils/evidence/capture.ts'), formats: ['es'] },
      rollupOptions: { external: (id) => id.includes('/sites/') },
    },
  })
  const [{ output }] = built as unknown as [{ output: { code?: string }[] }]
  return gzipSync(output[0]?.code ?? '', { level: 9 }).length / 1000
}

export default {
  about: 'Sizes of the built files, gzipped',
  run: async () => [
    fixed('content script, gzipped', 'kB', kB(['content-scripts/flag.js']), 6),
    fixed('evidence code that a press brings into the page, gzipped', 'kB', await evidenceCode(), 15),
    fixed('capture script with the reading of every site, gzipped', 'kB', kB(['capture.js']), 20),
    fixed('compose with all it loads, gzipped', 'kB', kB(loadedBy('compose.html')), 45),
  ],
} satisfies Bench
