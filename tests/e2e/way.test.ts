import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Notice } from '../../utils/notice'
import { decideAtDesk, openDesk } from '../support/desk'
import { fillForm, sendForm } from '../support/fill'
import { formGone, formOf, openForm } from '../support/form'
import { settledMarks } from '../support/marks'
import { savedAddress } from '../support/pages'
import { addressOf, type Stage, stage, value, waitForRow } from '../support/stage'
import { decidedOn, delivered, report } from '../support/way'

let on: Stage
beforeAll(async () => {
  on = await stage()
})
afterAll(() => on?.stop())

/** Nobody takes the decision back: the desk's undo window is over. */
const publish = () => on.backend.query('update decision set due_at = now() where published_at is null')

describe.each([
  { site: 'facebook', saved: null, sample: 'facebook-feed.html', at: 1, by: 'mouse' },
  { site: 'mastodon', saved: 'mastodon/thread-4x', sample: 'mastodon-feed.html', at: 1, by: 'mouse' },
  { site: 'bluesky', saved: 'bluesky/profile-feed', sample: 'bluesky-feed.html', at: 0, by: 'keyboard' },
] as const)('the way of one notice on $site', ({ site, saved, sample, at, by }) => {
  const address = (saved && savedAddress(saved)) ?? addressOf(sample)

  it('goes from the press to the decision on the post', async () => {
    const page = await on.app.open(address)
    await settledMarks(page)
    const { id } = await report(on.app, page, at, { by })

    const row = await delivered(on.app, id)
    const received = (await on.backend.notices()).filter((one) => one.id === id)
    expect(received).toHaveLength(1)
    const [{ body, evidence, permalink }] = received as [(typeof received)[0]]
    const notice = JSON.parse(body) as Notice
    expect(notice.item.platform).toBe(site)
    expect(notice.item.permalink).toBe(permalink)
    expect(notice.item.text).toBeTruthy()
    expect(notice.grounds[0]?.explanation.why).toContain('The author calls on readers')
    expect(evidence).toBe(notice.evidence?.sha256)
    expect(row.receipt?.id).toMatch(/^crs-/)
    expect((await settledMarks(page))[at]).toMatchObject({ filled: true })

    const desk = await openDesk(on.app.context, on.backend)
    await decideAtDesk(desk, on.backend, id)
    await publish()
    await decidedOn(page, on.app, at, /removed/i)
    expect((await settledMarks(page))[at]).toMatchObject({ filled: true, label: 'Removed' })
    await page.reload()
    await decidedOn(page, on.app, at, /removed/i)
    await desk.close()
    await page.close()

    const popup = await on.app.open(on.app.url('popup.html'))
    await popup.locator(`[data-line="${id}"]`).getByText('Decided: Removed').waitFor()
    await popup.close()
    // Nothing needs the reviewer.
    expect(await on.app.inExtension(() => chrome.action.getBadgeText({}), null)).toBe('')
  })
})

describe('the same post again', () => {
  it('says in the form what was reported', async () => {
    const page = await on.sample('bluesky-feed.html')
    const { id } = await report(on.app, page, 1)
    await delivered(on.app, id)
    const form = await openForm(page, 1)
    await form.getByText(/You reported this/).waitFor()
    await page.close()
  })
})

describe('any page', () => {
  const PAGE = 'https://news.example/2026/a-story'
  beforeAll(() => {
    on.pages.serve(PAGE, {
      body: `<!doctype html><html lang="en"><title>A story</title><meta name="author" content="Ada">
        <h1>A story</h1><article><p>Words of a page that no site declaration knows.</p></article>`,
      headers: {
        'content-security-policy':
          "default-src 'none'; frame-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-opener-policy': 'same-origin',
      },
    })
  })

  it('is reported from the toolbar, under the strictest headers', async () => {
    const page = await on.app.open(PAGE)
    const tabId = await on.app.inExtension(
      async (url) => (await chrome.tabs.query({ url }))[0]?.id ?? -1,
      PAGE,
    )
    await value(on.app, 'page.report', { tabId })
    await page.bringToFront()
    const form = await formOf(page)
    await form.getByRole('region', { name: 'Item' }).waitFor()
    await fillForm(form, { ground: 'de 241' })
    await sendForm(form)
    await formGone(page)
    const { id } = await waitForRow(
      on.app,
      ({ summary, state }) => summary.permalink === PAGE && state === 'delivered',
      'the notice on the page',
    )
    const [stored] = (await on.backend.notices()).filter((one) => one.id === id)
    expect(JSON.parse(stored?.body ?? '{}').item).toMatchObject({ platform: 'web', permalink: PAGE })
    await page.close()
  })
})
