import type { Frame, Page } from 'playwright-core'
import type { DraftRow } from '../../utils/outbox/draft'
import { launch } from '../support/app'
import { openForm } from '../support/form'
import { until } from '../support/marks'
import { readStore } from '../support/stored'
import { type Arena, inPage, pause, started } from './arena'
import { type Attack, hold } from './attack'

/** A character that was there for so long is kept, milliseconds. */
const KEPT = 300
const THOROUGH = 20

type End = (arena: Arena, page: Page, form: Frame) => Promise<unknown>

const ENDS: { name: string; end: End }[] = [
  {
    name: 'the page takes the form out',
    end: (_, page) => inPage(page, `document.querySelector('html > [popover]').remove()`),
  },
  { name: 'the tab is closed', end: (_, page) => page.close() },
  { name: 'the background dies', end: ({ on }) => on.app.killWorker() },
  {
    name: 'the extension is loaded anew',
    async end({ on }) {
      const before = await on.app.worker()
      await before.evaluate(() => chrome.runtime.reload()).catch(() => {})
      // Whatever it is that answers now, it is the new one.
      await until(
        () => on.app.ask('vault.state').then(Boolean, () => false),
        Boolean,
        'the extension again',
        20_000,
      )
    },
  },
  {
    name: 'the browser is killed',
    async end({ on }) {
      await on.app.kill()
      on.app = await launch({ pagesPort: on.pages.port, profile: on.app.profile })
    },
  },
]

/** What the draft of this explanation holds on the disk. */
async function kept(arena: Arena, mark: string): Promise<string> {
  const drafts = (await arena.on.app.inExtension(readStore, 'drafts')) as DraftRow[]
  return (
    drafts.flatMap(({ form }) => form.grounds.map(({ why }) => why)).find((why) => why.startsWith(mark)) ?? ''
  )
}

async function once(arena: Arena, end: End, times: number): Promise<void> {
  const page = await arena.page()
  await started(page)
  const form = await openForm(page)
  const box = form.getByRole('combobox')
  await box.fill('spam')
  await form.getByRole('option').first().waitFor()
  await box.press('Enter')
  const why = form.getByLabel('Why it falls under this')
  const mark = `${times}-${Math.random().toString(36).slice(2, 10)} `
  await why.fill(mark)
  await why.focus()
  const text = Array.from({ length: 60 }, (_, i) => 'abcdefghij'[i % 10]).join('')
  const typed: number[] = []
  const stop = 15 + Math.floor(Math.random() * 40)
  for (const char of text.slice(0, stop)) {
    await page.keyboard.type(char)
    typed.push(Date.now())
    await pause(5 + Math.random() * 40)
  }
  const at = Date.now()
  await end(arena, page, form)
  const safe = typed.filter((time) => at - time >= KEPT).length
  const wanted = mark + text.slice(0, safe)
  const found = await until(
    () => kept(arena, mark),
    (one) => one.startsWith(wanted),
    `“${wanted}”`,
    3000,
  ).catch(() => kept(arena, mark))
  hold(found.startsWith(wanted), `“${wanted}” was typed, “${found}” is kept`)
  await arena.clear()
}

/** Typing goes on until it ends; every character that was older than 300 ms then is in the draft. */
export const surviving: Attack[] = ENDS.map(({ name, end }) => ({
  family: 'typing survives',
  name,
  tries: `loses what was typed longer than ${KEPT} ms before`,
  async run(arena) {
    const times = arena.thorough ? THOROUGH : 1
    for (let one = 0; one < times; one++) await once(arena, end, one)
    return `${times} times, every character kept`
  },
}))
