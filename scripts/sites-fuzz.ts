import { setTimeout } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { build } from 'vite'
import type { Fuzzed, Kind } from '../tests/sites/hostile'
import { SMALL } from '../tests/sites/small'
import { findBrowser } from '../tests/support/find-browser'
import { siteById } from '../utils/sites'

/** `npm run sites:fuzz [-- RUNS [SEED]]`: hostile pages in the real browser; the last line has the figures. */
const runs = Number(process.argv[2] ?? process.env.SITES_FUZZ ?? 10_000)
const first = Number(process.argv[3] ?? process.env.SITES_SEED ?? 1)
const LIMIT = 50
const NODES = 100_000
const HUNG = 30_000
const KINDS: readonly Kind[] = ['plain', 'hooks', 'deep']

const bundle = await build({
  configFile: false,
  logLevel: 'silent',
  build: {
    write: false,
    minify: false,
    lib: { entry: `${import.meta.dirname}/../tests/sites/hostile.ts`, formats: ['iife'], name: 'x' },
  },
})
const [output] = Array.isArray(bundle) ? bundle : [bundle]
const script = output && 'output' in output ? output.output[0].code : ''
const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] })
const tab = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage()
await tab.route('**', (route) =>
  route.fulfill({ body: '<!doctype html><body></body>', contentType: 'text/html; charset=utf-8' }),
)
let wrong: string[] = []
let links = 0
let slowest = 0
const pages = Object.entries(SMALL)
const each = Math.ceil(runs / pages.length)
try {
  for (const [name, { site, page, html }] of pages) {
    const { find, read } = siteById(site) ?? {}
    const given = `${JSON.stringify({ find, read })}, ${JSON.stringify(html)}`
    await tab.goto(page)
    const asked = `flagpostHostile.fuzz(document, ${given}, ${first}, ${each}, ${LIMIT})`
    const got = await tab.evaluate<Fuzzed>(`${script};${asked}`)
    wrong = [...wrong, ...got.wrong.map((one) => `${name}: ${one}`)]
    links += got.links
    for (const kind of KINDS) {
      await tab.goto(page)
      const reading = tab.evaluate<number>(
        `${script};flagpostHostile.heavy(${given}, ${NODES}, ${JSON.stringify(kind)})`,
      )
      const took = await Promise.race([reading, setTimeout(HUNG, HUNG)])
      if (took === HUNG) throw new Error(`${name}: no answer in ${HUNG} ms (${kind} nodes)`)
      slowest = Math.max(slowest, took)
      if (took > LIMIT) wrong.push(`${name}: ${NODES} ${kind} nodes in one item, ${Math.round(took)} ms`)
    }
  }
} finally {
  await browser.close()
}
for (const one of wrong) console.log(one)
console.log(
  `runs ${runs} permalinks ${links} wrong ${wrong.length} slowest item of ${NODES} nodes ${Math.round(slowest)} ms`,
)
process.exitCode = wrong.length ? 1 : 0
