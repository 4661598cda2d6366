import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { bluesky } from '../../utils/sites/bluesky'
import { FIXTURES } from '../sites/saved'
import { GRANTED, OUTPUT } from '../support/build'
import { pagesServer } from '../support/pages'
import { type Bench, fixed, median, ratioOf } from './figure'
import { bareBrowser } from './pipe'

const POSTS = 3_000
const A_FRAME = 20
const ROUNDS = Number(process.env.ROUNDS ?? 7)
const ADDRESS = 'https://bsky.app/profile/feed.example'

const ROOTS = bluesky.find.items.map(({ root }) => root).join()
/** The button that each of the finders puts into each post, so that all of them give the page the same to draw. */
const BUTTON = `
const put = (post) => {
  const host = document.createElement('span')
  host.style.cssText = 'display:inline-flex;width:20px;height:20px'
  host.attachShadow({ mode: 'closed' }).append(document.createElement('button'))
  post.append(host)
}
const roots = ${JSON.stringify(ROOTS)}
const seen = new WeakSet()
const take = (post) => { if (!seen.has(post)) { seen.add(post); put(post) } }
`
/** What is measured beside ours, in its place in the same build: nothing, and the finders that others use. */
const FINDERS = {
  none: '',
  plain: `${BUTTON}
const look = () => document.querySelectorAll(roots).forEach(take)
look()
new MutationObserver(look).observe(document, { childList: true, subtree: true })`,
  animation: `${BUTTON}
const style = document.createElement('style')
style.textContent = '@keyframes seen { from { outline-color: #000 } to { outline-color: #111 } } :where(' + roots + '):not([seen]) { animation: seen 1ms }'
document.documentElement.append(style)
addEventListener('animationstart', (event) => {
  if (event.animationName !== 'seen') return
  event.target.setAttribute('seen', '')
  take(event.target)
}, true)`,
  near: `${BUTTON}
const near = new IntersectionObserver((entries) => entries.forEach(({ isIntersecting, target }) => {
  if (isIntersecting) { near.unobserve(target); take(target) }
}), { rootMargin: '100%' })
const look = (node) => {
  if (node.nodeType !== 1) return
  if (node.matches(roots)) near.observe(node)
  node.querySelectorAll(roots).forEach((post) => near.observe(post))
}
look(document.documentElement)
new MutationObserver((records) => records.forEach(({ addedNodes }) => addedNodes.forEach(look)))
  .observe(document, { childList: true, subtree: true })`,
}
type Finder = 'ours' | keyof typeof FINDERS

/**
 * A page that fills its feed with so many posts, so many a frame, and drops them again. The posts are those of a real
 * saved feed, each with a key of its own; where none is there, our own sample's. As in a feed that is meant to be long,
 * what is far from the view is not laid out: else the page's own layout grows with the square of its posts.
 */
async function feedPage(): Promise<string> {
  const saved = path.join(FIXTURES, 'bluesky/profile-feed.html')
  const there = existsSync(saved)
  const sample = path.join(import.meta.dirname, '../pages/bluesky-live.html')
  const html = await fs.readFile(there ? saved : sample, 'utf8')
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>feed</title>
<style>#feed > * { content-visibility: auto; contain-intrinsic-size: auto 240px }</style>
<body><div id="root"><main id="feed"></main></div>
<script>
const source = new DOMParser().parseFromString(${JSON.stringify(html).replaceAll('</script', '<\\/script')}, 'text/html')
const from = source.querySelector('template')?.content ?? source
const patterns = [...from.querySelectorAll('[data-testid^="feedItem-by-"]')].map((post) => document.importNode(post, true))
patterns.forEach((post) => post.querySelectorAll('img, video, source').forEach((one) => { one.removeAttribute('src'); one.removeAttribute('srcset') }))
const feed = document.getElementById('feed')
let made = 0
const make = () => {
  const post = patterns[made % patterns.length].cloneNode(true)
  const key = '3' + (made++).toString(36).padStart(12, '2')
  for (const link of post.querySelectorAll('a[href*="/post/"]'))
    link.setAttribute('href', link.getAttribute('href').replace(/\\/post\\/[^/?#]+/, '/post/' + key))
  return post
}
window.grow = (count) => new Promise((done) => {
  const step = () => {
    const some = document.createDocumentFragment()
    for (let i = 0; i < ${A_FRAME} && made < count; i++) some.append(make())
    feed.append(some)
    if (made < count) requestAnimationFrame(step)
    else requestIdleCallback(() => requestIdleCallback(() => setTimeout(done, 800)))
  }
  step()
})
window.drop = () => feed.replaceChildren()
</script></html>`
}

async function buildWith(finder: Finder): Promise<string> {
  if (finder === 'ours') return GRANTED
  const folder = path.join(OUTPUT, `chrome-mv3-bench-${finder}`)
  await fs.rm(folder, { recursive: true, force: true })
  await fs.cp(GRANTED, folder, { recursive: true })
  await fs.writeFile(path.join(folder, 'content-scripts/flag.js'), `(() => {${FINDERS[finder]}})()`)
  return folder
}

type Cost = { task: number; script: number; style: number; layouts: number; heap: number; left: number }

/** A browser whose flag script is this finder; `cost`: what the feed costs in it. */
async function browserOf(finder: Finder, port: number) {
  const browser = await bareBrowser(await buildWith(finder), port)
  const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
  await pause(9_000)
  const metrics = async (sessionId: string): Promise<Record<string, number>> => {
    const { metrics } = await browser.send<{ metrics: { name: string; value: number }[] }>(
      'Performance.getMetrics',
      {},
      sessionId,
    )
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
  }
  const settled = async (sessionId: string) => {
    for (let i = 0; i < 3; i++) await browser.send('HeapProfiler.collectGarbage', {}, sessionId)
    return metrics(sessionId)
  }
  return {
    close: browser.close,
    async cost(): Promise<Cost> {
      const { targetId, sessionId } = await browser.open(ADDRESS)
      const { evaluate, send } = browser
      await send('Performance.enable', {}, sessionId)
      await send('Page.bringToFront', {}, sessionId)
      await pause(1_200)
      const before = await settled(sessionId)
      await evaluate(sessionId, `grow(${POSTS})`)
      const after = await metrics(sessionId)
      const full = await settled(sessionId)
      await evaluate(sessionId, 'drop(); new Promise((done) => setTimeout(done, 700))')
      const dropped = await settled(sessionId)
      await send('Target.closeTarget', { targetId })
      await pause(200)
      const by = (name: string) => (after[name] ?? 0) - (before[name] ?? 0)
      return {
        task: by('TaskDuration'),
        script: by('ScriptDuration'),
        style: by('RecalcStyleDuration'),
        layouts: by('LayoutCount'),
        heap: ((full.JSHeapUsedSize ?? 0) - (before.JSHeapUsedSize ?? 0)) / 1e6,
        left: (dropped.Nodes ?? 0) - (before.Nodes ?? 0),
      }
    },
  }
}

export default {
  about: `A feed of ${POSTS} posts: our finder beside none and beside those that others use`,
  async run() {
    const pages = await pagesServer()
    pages.serve(ADDRESS, { body: await feedPage() })
    const finders: Finder[] = ['none', 'ours', 'plain', 'animation', 'near']
    const costs = new Map<Finder, Cost[]>(finders.map((finder) => [finder, []]))
    try {
      // One browser at a time, all finders in each round, so that a slow minute meets them all.
      for (let i = 0; i <= ROUNDS; i++) {
        for (const finder of i % 2 ? [...finders].reverse() : finders) {
          const browser = await browserOf(finder, pages.port)
          const cost = await browser.cost().finally(browser.close)
          // The first round warms the disk.
          if (i > 0) costs.get(finder)?.push(cost)
        }
      }
    } finally {
      await pages.stop()
    }
    const all = (finder: Finder, what: keyof Cost) => (costs.get(finder) ?? []).map((cost) => cost[what])
    for (const finder of finders) {
      const line = (['task', 'script', 'style', 'layouts', 'heap', 'left'] as const).map(
        (what) => `${what} ${median(all(finder, what)).toFixed(3)}`,
      )
      console.log(`  ${finder}: ${line.join(', ')}`)
    }
    // The page's own script fills the feed: it is in both, and is no part of what a finder costs.
    const own = (finder: Finder) => {
      const page = all('none', 'script')
      return all(finder, 'script').map((time, i) => Math.max(0, time - (page[i] ?? 0)))
    }
    const heap = ((median(all('ours', 'heap')) - median(all('none', 'heap'))) / POSTS) * 1_000
    return [
      ratioOf('feed: task time, against no finder', 1.05, all('ours', 'task'), all('none', 'task')),
      ratioOf("feed: finder's script time, against a plain observer", 0.05, own('ours'), own('plain')),
      ratioOf('feed: layouts, against no finder', 1.02, all('ours', 'layouts'), all('none', 'layouts')),
      fixed('feed: heap for 1,000 posts, MB', 'count', Math.max(0, heap), 0.3),
      fixed(
        'feed: nodes left after the feed dropped its posts',
        'count',
        Math.max(0, median(all('ours', 'left')) - median(all('none', 'left'))),
        0,
      ),
    ]
  },
} satisfies Bench
