import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Page } from 'playwright-core'
import type { Serialised } from '../../utils/evidence/serialise'
import { FEATURES, featurePage, SETTLED } from '../evidence/features'
import { type App, launch, withDevTools } from '../support/app'
import { fillForm } from '../support/fill'
import { openForm } from '../support/form'
import { captureFrames, LAB_POST, scriptOf, showIn } from '../support/lab'
import { type PagesServer, pagesServer } from '../support/pages'
import { picture } from '../support/picture'
import { type Box, changedPixels } from '../support/pixels'
import { stage } from '../support/stage'
import { type Bench, type Figure, fixed, median, ratioOf } from './figure'

const ROUNDS = 5
const require = createRequire(import.meta.url)
const SNAPDOM = readFileSync(path.join(path.dirname(require.resolve('@zumer/snapdom')), 'snapdom.js'), 'utf8')
const FONT = path.join(path.dirname(require.resolve('playwright-core/package.json')), 'lib/vite/traceViewer')
const MARK = 'measured from here'
/** So fast nobody types, characters a second. */
const TYPING = 10

/** The posts: one as feeds are full of, and hard ones. */
const POSTS: Record<string, string> = {
  'a post with pictures': page(['pictures', 'text and']),
  'shadow roots, adopted sheets, slots': page(['open shadow', 'adopted', 'closed']),
  'canvas, video, backdrop, fonts, drawings': page(['canvas', 'video', 'layout', 'web font', 'drawings']),
  'everything hard at once': featurePage(),
}

function page(names: string[]): string {
  return featurePage(FEATURES.filter(({ name }) => names.some((part) => name.startsWith(part))))
}

/** A feed around a post: 200 others, and a megabyte of styles as real pages have. */
function inFeed(post: string): string {
  const rules = Array.from(
    { length: 12_000 },
    (_, at) =>
      `.x${at} .y${at}:hover>a[href]{color:#${(at % 4096).toString(16)};margin:${at % 9}px;padding:1px}`,
  )
  const others = Array.from(
    { length: 200 },
    (_, at) =>
      `<div class="x${at}" style="margin-left:700px"><b>Author ${at}</b><p>Words of the post that stands around.</p></div>`,
  )
  return post
    .replace('</style>', `${rules.join('\n')}</style>`)
    .replace('</main>', `</main>${others.join('')}`)
}

type Run = {
  ms: number
  block: number
  wall: number
  html: string
  media: Serialised['media']
}

type Task = { name: string; ph: string; pid: number; tid: number; ts: number; dur?: number; tdur?: number }

/**
 * The longest task of a page's main thread during some work, milliseconds: `block` of processor time, which is what
 * we take from the page; `wall` by the clock, which counts whatever else a busy machine does meanwhile.
 */
async function longestTask<T>(tab: Page, work: () => Promise<T>) {
  return withDevTools(tab, async (session) => {
    const events: Task[] = []
    session.on('Tracing.dataCollected', ({ value }) => {
      events.push(...(value as unknown as Task[]))
    })
    const categories = 'toplevel,blink.user_timing'
    await session.send('Tracing.start', { transferMode: 'ReportEvents', categories })
    await tab.evaluate(`performance.mark('${MARK}')`)
    const made = await work()
    const complete = new Promise((done) => session.once('Tracing.tracingComplete', done))
    await session.send('Tracing.end')
    await complete
    const start = events.find(({ name }) => name === MARK)
    const tasks = events.filter(
      ({ name, ph, pid, tid, ts }) =>
        name.endsWith('RunTask') && ph === 'X' && start?.pid === pid && start.tid === tid && ts > start.ts,
    )
    if (tasks.length === 0) throw new Error('The browser did not say what the page did.')
    const longest = (of: 'dur' | 'tdur') => Math.max(...tasks.map((task) => (task[of] ?? 0) / 1000))
    return { made, block: longest('tdur'), wall: longest('dur') }
  })
}

/** Some work on a page of its own, cold. */
async function watched<T>(app: App, address: string, script: string, work: (tab: Page) => Promise<T>) {
  const tab = await app.open(address)
  try {
    await tab.waitForLoadState('load')
    await tab.evaluate(SETTLED)
    await tab.evaluate(script)
    return await longestTask(tab, () => work(tab))
  } finally {
    await tab.close()
  }
}

/** One cold run of a script in the page. */
async function run(app: App, address: string, script: string, call: string): Promise<Run> {
  const { made, ...rest } = await watched(
    app,
    address,
    script,
    (tab): Promise<Omit<Run, 'block' | 'wall'>> =>
      tab.evaluate(`(async () => {
        const root = document.querySelector('[data-post]')
        const start = performance.now()
        const made = await ${call}
        return { ms: performance.now() - start, html: made.html ?? '', media: made.media ?? [] }
      })()`),
  )
  return { ...made, ...rest }
}

const blockOf = ({ block, wall }: { block: number; wall: number }) =>
  `${block.toFixed(0)} ms (by the clock ${wall.toFixed(0)})`
const shown = (one: Run) => `${one.ms.toFixed(0)} ms, longest block ${blockOf(one)}`

/** How long the page waits while the built extension captures the post: its script's start, reading, serialising. */
const captured = (app: App, address: string) =>
  watched(app, address, '0', () => captureFrames(app, address, LAB_POST))

async function mhtmlOf(app: App, address: string): Promise<number> {
  const tab = await app.open(address)
  await tab.waitForLoadState('load')
  const { data } = await withDevTools(tab, (session) =>
    session.send('Page.captureSnapshot', { format: 'mhtml' }),
  )
  await tab.close()
  return data.length
}

function bytesOf(url: string): { type: string; bytes: Buffer } {
  if (url.endsWith('.woff2'))
    return { type: 'font/ttf', bytes: readFileSync(path.join(FONT, 'codicon.DCmgc-ay.ttf')) }
  const { host, pathname } = new URL(url)
  return { type: 'image/png', bytes: picture(`${host}${pathname}`) }
}

const boxOf = (tab: Page): Promise<Box> =>
  tab.locator('[data-post]').evaluate((one) => {
    const { x, y, width, height } = one.getBoundingClientRect()
    return { x: x + scrollX, y: y + scrollY, width, height }
  })

/** Changed pixels of the snapshot over those of the same post shown alone in its own page, points. */
async function changedOver(app: App, address: string, { html, media }: Run): Promise<number> {
  const tab = await app.open(address)
  await tab.waitForLoadState('load')
  await tab.evaluate(SETTLED)
  const before = await tab.screenshot({ fullPage: true })
  const from = await boxOf(tab)
  await tab.addStyleTag({
    content: 'main{margin:0!important}[data-post]{transform:none!important}body>:not(main){display:none}',
  })
  const alone = await tab.screenshot({ fullPage: true })
  const to = await boxOf(tab)
  const shown = await app.open(app.url('snapshot.html'))
  await showIn(
    shown,
    html,
    media.map(({ url }) => (url ? bytesOf(url) : null)),
  )
  const after = await shown.screenshot({ fullPage: true })
  const [floor = 0] = await changedPixels(tab, before, alone, [[from, to]])
  const [changed = 0] = await changedPixels(tab, before, after, [[from, { ...from, x: 0, y: 0 }]])
  await Promise.all([tab.close(), shown.close()])
  return changed - floor
}

/** From the press to the sealed bundle, against the time in which the reviewer types a short reason. */
async function sealedWhileTyping(): Promise<Figure> {
  const on = await stage()
  try {
    const tab = await on.sample('mastodon-feed.html')
    const start = performance.now()
    const form = await openForm(tab)
    await form.getByText(/· sealed ·/).waitFor()
    const sealed = performance.now() - start
    const why = 'The author calls on readers to do what this rule names, says where and when, and means it.'
    await fillForm(form, { why })
    const typing = (why.length / TYPING) * 1000
    console.log(
      `  sealed ${sealed.toFixed(0)} ms after the press; ${why.length} characters take ${typing} ms to type`,
    )
    return { ...fixed('sealed, against the typing of one reason', 'ratio', sealed / typing, 1) }
  } finally {
    await on.stop()
  }
}

export default {
  about:
    'Snapshot of one post in a feed of 200, cold, against @zumer/snapdom; fidelity; sealed while one types',
  async run() {
    const pages: PagesServer = await pagesServer()
    pages.serve('https://files.lab.example/font.woff2', {
      body: readFileSync(path.join(FONT, 'codicon.DCmgc-ay.ttf')),
      headers: { 'content-type': 'font/ttf', 'access-control-allow-origin': '*' },
    })
    const app = await launch({ pagesPort: pages.port })
    const own = `${await scriptOf('utils/evidence/serialise.ts', 'own')}; globalThis.own = own`
    const posts = Object.entries(POSTS).map(([name, html], at) => {
      const address = `https://lab.example/p/${at + 1}`
      pages.serve(address, { body: inFeed(html) })
      return { name, address }
    })
    const figures: Figure[] = []
    try {
      const ours: number[] = []
      const theirs: number[] = []
      const blocks: number[] = []
      const theirBlocks: number[] = []
      const wholes: number[] = []
      const last = new Map<string, Run>()
      for (let round = 0; round < ROUNDS; round++) {
        let [sum, theirSum, block, theirBlock, whole] = [0, 0, 0, 0, 0]
        for (const { name, address } of posts) {
          const made = await run(app, address, own, 'own.serialise(root)')
          const peer = await run(
            app,
            address,
            `${SNAPDOM}`,
            'snapdom(root, { embedFonts: true }).then(() => ({}))',
          )
          last.set(name, made)
          sum += made.ms
          theirSum += peer.ms
          block = Math.max(block, made.block)
          theirBlock = Math.max(theirBlock, peer.block)
          const script = await captured(app, address)
          whole = Math.max(whole, script.block)
          if (round === 0)
            console.log(
              `  ${name}: ${shown(made)}; snapdom ${shown(peer)}; the whole capture’s longest block ${blockOf(script)}`,
            )
        }
        ours.push(sum)
        theirs.push(theirSum)
        blocks.push(block)
        theirBlocks.push(theirBlock)
        wholes.push(whole)
      }
      figures.push(
        ratioOf('serialising, against snapdom', 0.3, ours, theirs),
        ratioOf('longest block of the page, against snapdom', 0.3, blocks, theirBlocks),
        fixed('longest block of the page', 'ms', median(blocks), 50),
        fixed('longest block of the page, the whole capture script', 'ms', median(wholes), 50),
      )
      for (const { name, address } of posts) {
        const made = last.get(name) as Run
        figures.push(
          fixed(
            `changed pixels over the noise floor, points: ${name}`,
            'count',
            await changedOver(app, address, made),
            1,
          ),
        )
        const bare = made.html.replace(/data:[\w/+]+;base64,[\w+/=]+/g, '')
        figures.push(
          fixed(
            `HTML without media, against the page’s MHTML: ${name}`,
            'ratio',
            bare.length / (await mhtmlOf(app, address)),
            0.05,
          ),
        )
      }
    } finally {
      await app.close()
      await pages.stop()
    }
    figures.push(await sealedWhileTyping())
    return figures
  },
} satisfies Bench
