import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../utils/canonical'
import { SITES_FORMAT, signPack } from '../../utils/grounds/signed'
import { formGone, formOf } from '../support/form'
import { marks, placesOf, press, settledMarks, until, waitForMarks } from '../support/marks'
import { type Stage, stage, value } from '../support/stage'

/** Posts of a platform that has changed all its marks: what is left are links with addresses, and time. */
const post = (
  n: number,
) => `<article data-new><div class="head">Ada <a href="/profile/ada.example/post/3aaa${n}?x=1"><time datetime="2026-11-20T08:1${n}:00Z">3h</time></a></div>
  <p>Words ${n}</p><footer><button>Like</button></footer></article>`
const PAGES = [1, 2, 3].map((n) => `https://bsky.app/profile/changed${n}.example`)
const NEWS = 'https://news.example/2026/a-story'

let on: Stage
beforeAll(async () => {
  on = await stage()
  for (const address of PAGES)
    on.pages.serve(address, {
      body: `<!doctype html><title>Changed</title>${[0, 1, 2, 3].map(post).join('')}`,
    })
  on.pages.serve(NEWS, {
    body: `<!doctype html><html lang="en"><title>A story</title><main><div class="h-entry"><a class="p-author" href="/by/bo">Bo</a>
      <a class="u-url" href="/2026/a-story/c/7"><time class="dt-published" datetime="2026-11-20T08:15:00Z">3h</time></a>
      <div class="e-content"><p id="words">Words of a comment.</p></div></div></main>`,
  })
})
afterAll(() => on?.stop())

const tabOf = (address: string) =>
  on.app.inExtension(
    async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id ?? -1,
    address,
  )

describe('a site that has changed', () => {
  it('has the action beside the links to its posts, and the form what stands round them', async () => {
    const page = await on.app.open(PAGES[0] as string)
    const all = await waitForMarks(page, 4)
    expect(await placesOf(page, all, 'article')).toEqual([0, 1, 2, 3])
    await press(page, all[2] as (typeof all)[number])
    const form = await formOf(page)
    const item = form.getByRole('region', { name: 'Item' })
    await item.getByText('Words 2').first().waitFor()
    await form.getByRole('button', { name: 'Close' }).first().click()
    await formGone(page)
    expect(await settledMarks(page)).toHaveLength(4)
    await page.close()
  })

  it('is said to be degraded after some pages, once', async () => {
    const [address = ''] = PAGES
    const degraded = () => value(on.app, 'site.degraded', { address })
    expect(await degraded()).toBeNull()
    for (const one of PAGES.slice(1)) {
      const page = await on.app.open(one)
      await waitForMarks(page, 4)
      await page.close()
    }
    await until(
      async () =>
        ((await value(on.app, 'site.list', {})) as { id: string; degraded: boolean }[]).find(
          ({ id }) => id === 'bluesky',
        )?.degraded,
      (is) => is === true,
      'the site to be degraded',
    )
    expect(await degraded()).toEqual({ id: 'bluesky', name: 'Bluesky' })
    expect(await degraded()).toBeNull()
  })

  it('is found again by newer rules that its backend signed', async () => {
    const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair
    const rules = {
      id: 'bluesky',
      version: 1000,
      routes: [
        {
          kind: 'post',
          path: '/profile/{who:who}/post/{rkey:code}/*',
          canonical: '/profile/{who}/post/{rkey}',
        },
      ],
      items: [
        {
          kind: 'post',
          root: 'article[data-new]',
          permalink: [{ at: 'a[href*="/post/"]', from: '@href' }],
          bar: [{ at: 'footer', put: 'append' }],
        },
      ],
      read: { post: { text: [{ at: 'p' }] } },
    }
    const pack = {
      id: 'unit.sites',
      version: 1,
      issuedAt: '2026-11-01T00:00:00Z',
      expiresAt: '2999-01-01T00:00:00Z',
      minExtension: '0.1',
      sites: [rules],
    }
    const signed = await signPack(canonicalJson(pack), pair.privateKey, pair.publicKey, SITES_FORMAT)
    await on.backend.query(
      `insert into setting (name, value) values ('site_pack', '${signed.replaceAll("'", "''")}')`,
    )
    const [connection] = (await value(on.app, 'connection.list', {})) as { id: string }[]
    await value(on.app, 'connection.test', { connectionId: connection?.id })
    const state = () =>
      value(on.app, 'rules.state', {}) as Promise<{ pack: { version: number; sites: string[] } | null }>
    const { pack: kept } = await until(state, (got) => got.pack !== null, 'the pack')
    expect(kept).toMatchObject({ version: 1, sites: ['Bluesky'] })
    const page = await on.app.open(PAGES[0] as string)
    const all = await waitForMarks(page, 4)
    expect(await placesOf(page, all, 'footer')).toEqual([0, 1, 2, 3])
    await page.close()
  })
})

describe('the picker', () => {
  const pick = async (page: Page) => {
    await value(on.app, 'page.pick', { tabId: await tabOf(page.url()) })
    await page.bringToFront()
  }

  it('takes what is pointed at, on any page, with what its marks say', async () => {
    const page = await on.app.open(NEWS)
    await pick(page)
    await page.locator('#words').hover()
    // From the paragraph to its text, to the entry.
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    const item = (await formOf(page)).getByRole('region', { name: 'Item' })
    await item.getByText('Words of a comment.').first().waitFor()
    await item.getByText('Bo', { exact: true }).first().waitFor()
    await page.close()
  })

  it('is left by Escape, and leaves nothing', async () => {
    const page = await on.app.open(NEWS)
    const before = await page.evaluate(() => document.documentElement.outerHTML)
    await pick(page)
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before)
    expect(page.frames()).toHaveLength(1)
    expect(await marks(page)).toEqual([])
    await page.close()
  })
})
