import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  HIDDEN,
  type Mark,
  marks,
  onHost,
  POST,
  placesOf,
  press,
  settledMarks,
  until,
  waitForMarks,
} from '../support/marks'
import { FIXTURES, samples, savedAddress } from '../support/pages'
import { type Stage, stage } from '../support/stage'

let on: Stage
beforeAll(async () => {
  on = await stage({ connected: false, backForwardCache: true })
})
afterAll(() => on?.stop())

/** Nothing but numbers that are all different. */
const once = (places: number[]) => new Set(places).size === places.length && !places.includes(-1)

type Live = {
  add: (n: number) => void
  reuse: (n: number) => void
  rebar: () => void
  go: (path: string) => void
}
const live = (page: Page, work: string) => page.evaluate(`live.${work}`)
declare global {
  interface Window {
    live: Live
  }
}

describe('one action on every post', () => {
  const still = samples().filter(({ live }) => !live) as { file: string; items?: { kind: string }[] }[]
  it.each(still)('$file', async ({ file, items = [] }) => {
    const page = await on.sample(file)
    // What the page hides has no action: nobody can press it.
    const away = await page.locator(HIDDEN).count()
    const found = await settled(page, items.length - away)
    expect(found.every(({ name, filled }) => name === 'Report with Flagpost' && !filled)).toBe(true)
    // Each in a place of its own: no bar holds two.
    const bars: number[] = []
    for (const mark of found)
      bars.push(
        await onHost(page, mark, "return [...document.querySelectorAll('*')].indexOf(this.parentElement)"),
      )
    expect(new Set(bars).size).toBe(found.length)
    await page.close()
  })

  it.skipIf(!savedAddress('mastodon/thread-4x'))('real saved pages: Mastodon and Bluesky', async () => {
    for (const name of ['mastodon/thread-4x', 'bluesky/thread-image', 'bluesky/profile-feed']) {
      const page = await on.app.open(savedAddress(name) ?? '')
      const found = await waitForMarks(page)
      const { items } = await import(`${FIXTURES}/${name}.json`, { with: { type: 'json' } }).then(
        (m) => m.default,
      )
      expect((await settledMarks(page)).length, name).toBe(items.length)
      expect(found[0]?.name).toBe('Report with Flagpost')
      await page.close()
    }
  })
})

it('follows the page into its dark colours', async () => {
  const page = await on.sample('bluesky-feed.html')
  const [light] = await until(
    () => marks(page),
    ([first]) => first?.style.includes('rgb') === true,
    'the colour of the page’s icons',
  )
  await page.emulateMedia({ colorScheme: 'dark' })
  await until(
    () => marks(page),
    ([first]) => first?.style.includes('rgb') === true && first.style !== light?.style,
    'another colour',
  )
  await page.close()
})

describe.each([
  ['mastodon', 'mastodon-live.html', '/@ada/999'],
  ['bluesky', 'bluesky-live.html', '/profile/ada.example'],
  ['facebook', 'facebook-live.html', '/ada.sample'],
])('a living %s feed', (site, file, elsewhere) => {
  const selector = POST[site] ?? ''

  it('gives posts that come later their action', async () => {
    const page = await on.sample(file)
    await waitForMarks(page, 5)
    await live(page, 'add(30)')
    // Its end coming into view brings more.
    await settledMarks(page)
    const posts = await page.locator(selector).count()
    const all = await settled(page, posts)
    expect(once(await placesOf(page, all, selector))).toBe(true)
    await page.close()
  })

  it('gives none to what is far from the view until it comes near', async () => {
    const page = await on.sample(file)
    await waitForMarks(page)
    await live(page, 'add(150)')
    await page.waitForTimeout(1_000)
    const posts = await page.locator(selector).count()
    const few = await marks(page)
    expect(few.length).toBeLessThan(posts / 2)
    await page.locator(selector).last().scrollIntoViewIfNeeded()
    await until(
      async () => placesOf(page, await marks(page), selector),
      (places) => places.includes(posts - 1),
      'the action of the last post',
    )
    await page.close()
  })

  it('puts it back when the page makes the bar anew, and gives up on a page that never stops', async () => {
    const page = await on.sample(file)
    const before = await settledMarks(page)
    await live(page, 'rebar()')
    await settled(page, before.length)
    await page.evaluate(() => {
      const timer = setInterval(() => window.live.rebar(), 20)
      setTimeout(() => clearInterval(timer), 2_500)
    })
    await page.waitForTimeout(2_600)
    // The other posts keep theirs, and the page was not kept busy.
    expect((await marks(page)).length).toBeGreaterThanOrEqual(before.length - 1)
    expect((await marks(page)).length).toBeLessThanOrEqual(before.length)
    await page.close()
  })

  it('follows a navigation without a load', async () => {
    const page = await on.sample(file)
    await waitForMarks(page, 5)
    await live(page, `go(${JSON.stringify(elsewhere)})`)
    const posts = await page.locator(selector).count()
    const all = await settled(page, posts)
    expect(once(await placesOf(page, all, selector))).toBe(true)
    await page.close()
  })

  it('reports the post that a recycled node shows now', async () => {
    const page = await on.sample(file)
    const [first] = await waitForMarks(page, 5)
    await live(page, 'reuse(4242)')
    const all = await settledMarks(page)
    expect(once(await placesOf(page, all, selector))).toBe(true)
    await press(page, first as Mark)
    const view = await until(
      async () => page.frames().find((frame) => frame.url().includes('compose.html')),
      (frame) => frame !== undefined,
      'the form',
    )
    await until(
      async () => view?.locator('body').textContent(),
      (text) => text?.includes('4242') === true,
      'the recycled post in the form',
    )
    await page.close()
  })

  it('is there once after going back to a page of the back/forward cache', async () => {
    const page = await on.sample(file)
    const before = await settledMarks(page)
    await page.evaluate(() => {
      Object.assign(window, { kept: true })
    })
    await page.goto('https://elsewhere.example/')
    await page.goBack({ waitUntil: 'commit' })
    expect(await page.evaluate(() => 'kept' in window)).toBe(true)
    expect((await settled(page, before.length)).length).toBe(before.length)
    await page.close()
  })
})

/** Exactly so many actions, and no more a while later. */
async function settled(page: Page, count: number): Promise<Mark[]> {
  await waitForMarks(page, count)
  await until(
    () => marks(page),
    (all) => all.length === count,
    `exactly ${count} actions`,
  )
  const all = await settledMarks(page)
  expect(all.length).toBe(count)
  return all
}
