// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { options as preact, render } from 'preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { wordsOf } from '../../utils/i18n/catalogue'
import { findBreak } from '../../utils/ledger/entry'
import { fakeBackground, fakeSight } from '../compose/background'
import { effectOf } from './effects'
import { type FormDriver, formDriver, soon } from './form'
import { type Local, localExtension, noNetwork } from './local'
import { made } from './made'
import { type FormTry, TABLE, WHY } from './table'

const WORDS = wordsOf('en') as Record<string, string>

// Effects run at once: a test need not wait for a frame that nobody paints.
preact.requestAnimationFrame = (run) => setTimeout(run)

beforeEach(() => {
  fakeSight()
  HTMLElement.prototype.scrollIntoView = () => {}
  noNetwork()
})
afterEach(() => {
  render(null, document.body)
  vi.unstubAllGlobals()
})

/** The real form on the real background, opened on a draft of its own. */
async function opened(form: FormTry): Promise<{ local: Local; driver: FormDriver }> {
  const local = await localExtension(form.rules)
  const { draft } = await made(local, form.before, form.item)
  fakeBackground()
  Object.assign((globalThis as { chrome?: { runtime: object } }).chrome?.runtime ?? {}, {
    sendMessage: local.sendMessage,
  })
  const { openCompose } = await import('../../components/compose/open')
  await openCompose(draft.nonce)
  return { local, driver: formDriver() }
}

async function filled(form: FormTry): Promise<{ local: Local; driver: FormDriver }> {
  const { local, driver } = await opened(form)
  await driver.ready()
  for (const words of form.find ?? []) await driver.pick(words)
  for (const [name, value] of Object.entries(form.fields ?? {})) await driver.set(name, value)
  await driver.set('goodFaith', true)
  return { local, driver }
}

/** The words of a finding as they stand in the form, their figures left open. */
function said(code: string): RegExp {
  // At each of many questions it is said in two words.
  const words = WORDS[code === 'questionOpen' ? 'compose.questionOpen' : `problem.${code}`] ?? code
  return new RegExp(words.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.{1,120}'))
}

/** Send stays off, whatever is pressed, and nothing was made. */
async function nothingSent(local: Local, driver: FormDriver, before = 0): Promise<void> {
  await driver.press()
  expect(driver.send().getAttribute('aria-disabled')).toBe('true')
  expect(await local.rows()).toHaveLength(before)
}

/** Sends once it can be sent; the notice's row. */
async function sent(local: Local, driver: FormDriver) {
  await soon(() => expect(driver.send()?.getAttribute('aria-disabled')).toBe('false'))
  const before = (await local.rows()).map(({ id }) => id)
  await driver.press()
  return vi.waitFor(
    async () => {
      const row = (await local.rows()).find(({ id }) => !before.includes(id))
      if (!row) throw new Error('nothing sent yet')
      return row
    },
    { timeout: 10_000, interval: 20 },
  )
}

describe.each(TABLE)('safeguard $safeguard, by the form: $form.tries', ({ form }) => {
  it('fails', async () => {
    if (form.special) return SPECIAL[form.special]?.(form)
    const { local, driver } = await filled(form)
    const before = (await local.rows()).length
    const code = form.finds ?? ''
    const effect = effectOf(code)
    if (effect === 'block') {
      // Pressed again and again, as somebody does who hopes for a gap.
      await vi.waitFor(
        async () => {
          await driver.press()
          expect(driver.text()).toMatch(said(code))
        },
        { timeout: 10_000 },
      )
      await soon(() => expect(driver.send().getAttribute('aria-disabled')).toBe('true'))
      await nothingSent(local, driver, before)
      return
    }
    await soon(() => expect(driver.text()).toMatch(said(code)))
    if (form.before) await driver.set('reasons.manyOnAuthor', 'She names another house each time.')
    const row = await sent(local, driver)
    expect(row.state).toBe(effect === 'warn' ? 'held' : 'inReview')
  })
})

const SPECIAL: Record<string, (form: FormTry) => Promise<void>> = {
  async noGround(form) {
    const { local, driver } = await filled(form)
    await nothingSent(local, driver)
    expect(driver.text()).toContain(WORDS['compose.off.grounds'])
  },

  async untrusted(form) {
    const { local, driver } = await filled({ ...form, find: ['§ 241'], fields: { 'grounds.0.why': WHY } })
    await soon(() => expect(driver.send().getAttribute('aria-disabled')).toBe('false'))
    await driver.press(false)
    expect(await local.rows()).toEqual([])
    // A person's own press is all that it lacked.
    await sent(local, driver)
  },

  async noDeclaration(form) {
    const { local, driver } = await opened(form)
    await driver.ready()
    await driver.pick('§ 241')
    await driver.set('grounds.0.why', WHY)
    await nothingSent(local, driver)
    expect(driver.text()).toContain(WORDS['compose.off.declaration'])
  },

  async cooling(form) {
    const { local, driver } = await filled({ ...form, find: ['§ 241'], fields: { 'grounds.0.why': WHY } })
    const row = await sent(local, driver)
    expect(row.dueAt - row.createdAt).toBe(60_000)
    await soon(() => expect(driver.text()).toMatch(/Undo/))
    await local.worker.drain()
    expect((await local.row(row.id)).state).toBe('held')
  },

  async noTrace(form) {
    const { local, driver } = await filled({ ...form, find: ['§ 241'], fields: { 'grounds.0.why': WHY } })
    const { id } = await sent(local, driver)
    await soon(() => expect(document.querySelector('main.held button')).not.toBeNull())
    const undo = [...document.querySelectorAll('main.held button')].find((one) =>
      /Undo/.test(one.textContent ?? ''),
    )
    undo?.dispatchEvent(new MouseEvent('click', { bubbles: true }))
    await vi.waitFor(async () => expect(await local.rows()).toEqual([]), { timeout: 10_000 })
    const ledger = await local.ledger()
    expect(ledger.map(({ event, noticeId }) => [event, noticeId])).toEqual([
      ['submit', id],
      ['undo', id],
    ])
    expect(await findBreak(ledger)).toBeNull()
  },

  async addressAlone(form) {
    const { local, driver } = await filled({ ...form, fields: { 'grounds.0.why': WHY } })
    expect(driver.has('grounds.0.passage')).toBe(false)
    expect(driver.text()).not.toContain('A sample post about something')
    const { id } = await sent(local, driver)
    const { item, evidence, grounds } = await local.notice(id)
    expect([item.text, item.author.name, item.media, evidence]).toEqual([null, null, [], null])
    expect(grounds[0]?.explanation.passage).toBeNull()
  },

  async authorTold(form) {
    const { local, driver } = await filled({ ...form, find: ['§ 241'], fields: { 'grounds.0.why': WHY } })
    const told = 'I ask it to tell the author that a notice was the reason'
    expect(driver.text()).toContain(told)
    // There are fields, and none of them holds these words.
    for (const one of document.querySelectorAll<HTMLTextAreaElement>('textarea, input'))
      expect(one.value).not.toContain(told)
    const { id } = await sent(local, driver)
    expect((await local.notice(id)).declaration.text).toContain(told)
  },
}

it('knows each special try', () => {
  for (const { form } of TABLE) if (form.special) expect(SPECIAL).toHaveProperty(form.special)
})
