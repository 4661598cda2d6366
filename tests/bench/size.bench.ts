import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
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

export default {
  about: 'Sizes of the built files, gzipped',
  run: async () => [
    fixed('content script, gzipped', 'kB', kB(['content-scripts/flag.js']), 6),
    fixed('capture script, injected at the press, gzipped', 'kB', kB(['capture.js']), 15),
    fixed('compose with all it loads, gzipped', 'kB', kB(loadedBy('compose.html')), 45),
  ],
} satisfies Bench
