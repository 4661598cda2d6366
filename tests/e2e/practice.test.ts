import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launch } from '../support/app'
import { accessFaults } from '../support/axe'
import { fillForm, sendForm } from '../support/fill'
import { type Mark, marks, press, until, waitForMarks } from '../support/marks'
import { connect, rows, type Stage, stage, waitForRow } from '../support/stage'

let on: Stage
let page: Page
beforeAll(async () => {
  on = await stage({ connected: false })
})
afterAll(() => on?.stop())
beforeEach(async () => {
  page = await on.app.open(on.app.url('practice.html'))
})
afterEach(() => page?.close())

/** Presses the action of a practice post; the form comes in a window of its own. */
async function openForm(at: number): Promise<Page> {
  const opening = on.app.context.waitForEvent('page')
  await press(page, (await waitForMarks(page, 3))[at] as Mark)
  const form = await opening
  await form.getByRole('region', { name: 'Item' }).waitFor()
  return form
}

async function reportPost(at: number): Promise<string> {
  const before = new Set((await rows(on.app)).map(({ id }) => id))
  const form = await openForm(at)
  expect(await form.getByText('Practice desk').count()).toBeGreaterThan(0)
  await fillForm(form.mainFrame())
  await sendForm(form.mainFrame())
  const row = await waitForRow(
    on.app,
    ({ id, state }) => !before.has(id) && state === 'delivered',
    'the receipt',
  )
  if (!form.isClosed()) await form.close()
  await page.bringToFront()
  return row.id
}

const list = () => page.getByRole('list', { name: 'Notices received' })

describe('the practice desk', () => {
  it('goes from the press on a post to the decision back on it', async () => {
    const [first] = await waitForMarks(page, 3)
    expect(first).toMatchObject({ name: 'Report with Flagpost', filled: false })
    await page.getByText('Nothing has arrived yet').waitFor()

    const id = await reportPost(0)
    await list().getByText('State Benefits 24/7').waitFor()
    await until(
      () => marks(page),
      (all) => all[0]?.filled === true,
      'the filled flag',
    )

    const reading = page.locator('article.reading')
    await reading.getByText(/Your child allowance has been DOUBLED/).waitFor()
    await reading
      .getByText(/The author calls on readers/)
      .first()
      .waitFor()
    await reading.getByText(/^[0-9a-f]{64}$/).waitFor()
    await reading.getByText(/I believe in good faith/).waitFor()

    await page.getByRole('button', { name: 'Decide' }).click()
    await page.getByText(/\d things are missing or do not fit. Nothing was decided./).waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')

    const form = page.locator('form.decide')
    await form.getByLabel('(a) What is decided').selectOption({ label: 'No action' })
    await form.getByLabel('(b) Facts').fill('The post asks for card numbers and codes, in public.')
    await form.getByLabel('It holds', { exact: true }).check()
    await form.getByLabel('Why', { exact: true }).fill('Asking for the code is what the rule names.')
    await form.getByLabel('Decided by').fill('Trainee')
    await page.getByText(/This and the answers to the grounds contradict each other/).waitFor()
    await form.getByLabel('(a) What is decided').selectOption({ label: 'Removed' })
    await form.getByLabel('Where').fill('kz de')
    await page.getByRole('button', { name: 'Decide' }).click()

    await page.getByText('Decided. The reviewer sees it on the post and in the queue.').waitFor()
    await until(
      () => marks(page),
      (all) => all[0]?.label === 'Removed',
      'the decision on the post',
    )
    const row = (await rows(on.app)).find((one) => one.id === id) as { state: string; decision?: object }
    expect(row).toMatchObject({
      state: 'decided',
      decision: {
        outcome: 'removed',
        territory: ['KZ', 'DE'],
        facts: 'The post asks for card numbers and codes, in public.',
        grounds: [{ upheld: true, explanation: 'Asking for the code is what the rule names.' }],
        decidedBy: 'Trainee',
      },
    })
    await page.reload()
    await until(
      () => marks(page),
      (all) => all[0]?.label === 'Removed',
      'the decision on the post, after a reload',
    )
    await page.locator('article.reading').getByText('Trainee').waitFor()
  })

  it('keeps practice apart from a connection', async () => {
    await connect(on.app, await on.backend.enrolReviewer(), on.proxy.origin)
    const id = await reportPost(1)
    await list().getByText('Night Eagle').waitFor()
    expect((await on.backend.notices()).map((notice) => notice.id)).not.toContain(id)
    expect(on.proxy.heard.some(({ path }) => path.startsWith('/v1/notices'))).toBe(false)
  })

  it('lets nothing leave the browser', async () => {
    // The browser's own errands apart: every name leads to our server here.
    const own = /(^|\.)(google|googleapis|gvt1|gstatic)\.com$/
    expect(on.pages.requests.filter(({ host }) => !own.test(host))).toEqual([])
  })

  it.each(['light', 'dark'] as const)('has no fault of access (%s)', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    await list().waitFor()
    expect(await accessFaults(page, colorScheme === 'dark' ? 'colours' : 'all')).toEqual([])
  })
})

describe('the first day', () => {
  it('is welcomed once, and can go on in its language', async () => {
    const app = await launch({ welcome: true })
    const welcome = await until(
      async () => app.context.pages().find((one) => one.url().endsWith('welcome.html')) ?? null,
      (one) => one !== null,
      'the welcome',
    )
    await welcome?.getByRole('heading', { name: 'Welcome to Flagpost' }).waitFor()
    expect(await accessFaults(welcome as Page)).toEqual([])
    await welcome?.getByLabel('Русский').check()
    await welcome?.getByRole('heading', { name: 'Добро пожаловать в Flagpost' }).waitFor()
    expect(await welcome?.getByRole('link', { name: 'Открыть учебный стол' }).getAttribute('href')).toBe(
      'practice.html',
    )
    await app.close()
  })
})
