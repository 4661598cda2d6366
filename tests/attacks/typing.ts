import type { Frame, Page } from 'playwright-core'
import { formOf } from '../support/form'
import { press, until, waitForMarks } from '../support/marks'
import { drafts, setSettings } from '../support/stage'
import { type Arena, inPage, NOW, pause } from './arena'
import { type Attack, hold, same } from './attack'

/** Longest time until the curtain is there, milliseconds (the design's figure), and how often a busy machine may try. */
const LIMIT = 50
const TRIES = 4

type Theft = { name: string; does: string; again?: string; short?: boolean }
const THEFTS: Theft[] = [
  {
    name: 'focuses a field of its own, again and again',
    does: 'setInterval(() => field.focus(), 10); field.focus()',
  },
  {
    name: 'focuses a field in a popover of its own',
    does: 'const p = document.createElement("div"); p.id = "own"; p.popover = "manual"; document.body.append(p); p.append(field); p.showPopover(); field.focus()',
  },
  {
    name: 'opens a modal dialog of its own',
    does: 'const d = document.createElement("dialog"); document.body.append(d); d.append(field); d.showModal(); field.focus()',
  },
  {
    name: 'focuses a field in a frame of its own',
    does: 'const f = document.createElement("iframe"); document.body.append(f); f.contentDocument.body.append(field); f.contentWindow.addEventListener("keydown", (e) => keys.push(e.key)); f.contentWindow.focus(); field.focus()',
  },
  {
    name: 'takes the focus from the frame',
    does: 'document.activeElement.blur(); window.focus()',
  },
  {
    name: 'takes the focus and keeps itself too busy to be asked',
    does: 'field.focus(); setTimeout(() => { const end = Date.now() + 1000; while (Date.now() < end); })',
  },
]
/** Given back the keys, the page's document goes on naming our frame as the one that has them. */
const TWICE: Theft[] = THEFTS.slice(0, 4).map(({ name, does }) => ({
  name: `takes it once by a field, and once more when the person went on: ${name}`,
  does: 'field.focus()',
  again: does,
}))
const REMOVES = 'document.querySelector("[popover]:not([id])").remove()'

/** In the page: every key that reaches it, with its time. */
const HEARS = `
globalThis.keys = []
for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'compositionupdate']) addEventListener(type, (e) => keys.push(e.key ?? e.data), true)
globalThis.field = document.createElement('textarea')
`
/** In the form: when the curtain comes. */
const CURTAIN = `new Promise((done) => {
  new MutationObserver(() => document.querySelector('.curtain') && done(${NOW})).observe(document, { subtree: true, childList: true })
  setTimeout(() => done(Infinity), 5000)
})`

const keysIn = (page: Page) => inPage<string[]>(page, 'keys')

/** Types into the explanation, lets the page steal (`again`: once more, after the person went on); gives when the curtain came. */
async function steal(arena: Arena, does: string, again?: string): Promise<number> {
  const { page, form } = await arena.ready({ first: HEARS, last: 'document.body.append(field)' })
  await form.getByLabel('Why it falls under this').click()
  await page.keyboard.type('secret', { delay: 5 })
  same(await keysIn(page), [], 'keys that reached the page before')
  await pause(900)
  if (again) {
    await inPage(page, does)
    await form.getByRole('button', { name: 'Go on here' }).click()
    await form.getByLabel('Why it falls under this').click()
    await page.keyboard.type(' more', { delay: 5 })
    await pause(900)
  }
  return theft(arena, page, form, again ?? does)
}

async function theft(arena: Arena, page: Page, form: Frame, does: string): Promise<number> {
  // Asked before: the page may take the frame with it.
  const came = form.evaluate<number>(CURTAIN)
  const at = await inPage<number>(page, `{ globalThis.at = ${NOW}; ${does} } globalThis.at`)
  const curtain = await came
  await until(
    () => drafts(arena.on.app),
    ([draft]) => ((draft as { taken?: number } | undefined)?.taken ?? 0) > 0,
    'the note in the draft',
  )
  return Math.max(0, curtain - at)
}

async function tryTheft(arena: Arena, does: string, again?: string): Promise<string> {
  let best = Number.POSITIVE_INFINITY
  for (let tries = 0; tries < TRIES; tries++) {
    best = Math.min(best, await steal(arena, does, again))
    if (best <= LIMIT) return `curtain after ${Math.round(best)} ms`
    await arena.clear()
  }
  throw new Error(`the curtain comes only after ${Math.round(best)} ms`)
}

const inFrame: Attack[] = [...THEFTS, ...TWICE].map(({ name, does, again, short }) => ({
  family: 'typing stolen',
  name,
  tries: 'reads what the reviewer goes on typing',
  short: short ?? false,
  run: (arena) => tryTheft(arena, does, again),
}))

/**
 * Without its frame there is no curtain to draw at once: an empty document that the page can't reach has the keys until
 * the person goes on in the form, which comes back with its curtain.
 */
const takenOut: Attack = {
  family: 'typing stolen',
  name: 'takes the form out',
  tries: 'reads what the reviewer goes on typing',
  async run(arena) {
    const { page, form } = await arena.ready({ first: HEARS, last: 'document.body.append(field)' })
    const why = form.getByLabel('Why it falls under this')
    await why.click()
    const typed = await why.inputValue()
    await pause(900)
    const at = await inPage<number>(
      page,
      `{ globalThis.times = []; addEventListener('keydown', () => times.push(${NOW}), true); globalThis.at = ${NOW}; ${REMOVES} } globalThis.at`,
    )
    await page.keyboard.type('all of this is secret', { delay: 15 })
    const late = (await inPage<number[]>(page, 'times')).filter((time) => time - at > LIMIT)
    same(late, [], 'keys that the page heard later than 50 ms')
    const again = await formOf(page)
    await again.getByText('The page took the keyboard').waitFor()
    hold(
      (await again.getByLabel('Why it falls under this').inputValue()).startsWith(typed),
      'what was typed is lost',
    )
    return `the page heard ${(await keysIn(page)).length} keys; what was typed is there again`
  },
}

/** In a window of its own: the page does all of it at once, and hears nothing. */
const ownWindow: Attack = {
  family: 'typing stolen',
  name: 'does all six while the form stands in a window of its own',
  tries: 'reads what the reviewer types',
  short: true,
  async run(arena) {
    await setSettings(arena.on.app, { ownWindow: true })
    try {
      const page = await arena.page({ first: HEARS, last: 'document.body.append(field)' })
      const opened = arena.on.app.context.waitForEvent('page')
      const [mark] = await waitForMarks(page)
      if (mark) await press(page, mark)
      const own = await opened
      await own.getByRole('combobox').waitFor()
      await inPage(page, 'setInterval(() => { window.focus(); field.focus() }, 10)')
      await own.keyboard.type('every single character', { delay: 10 })
      same(await own.getByRole('combobox').inputValue(), 'every single character', 'what was typed')
      same(await keysIn(page), [], 'keys that reached the page')
      hold(!page.frames().some((one) => one.url().includes('compose')), 'a frame is in the page')
      await own.close()
      return 'no key reached the page'
    } finally {
      await setSettings(arena.on.app, { ownWindow: false })
    }
  },
}

export const typing: Attack[] = [...inFrame, takenOut, ownWindow]
