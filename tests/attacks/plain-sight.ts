import type { Page } from 'playwright-core'
import { wordsOf } from '../../utils/i18n/catalogue'
import { fillForm } from '../support/fill'
import { openForm } from '../support/form'
import { settledMarks } from '../support/marks'
import { FIXTURES } from '../support/pages'
import { type Arena, pause } from './arena'
import { type Attack, hold } from './attack'

/** So long nothing is called covered on a page that covers nothing, milliseconds; so many pages at once. */
const WATCHED = 60_000
const AT_ONCE = 5

/** In the form: each time that Send went off, and what the form said for it at that moment. */
const COUNT = `
globalThis.offs = []
const begun = performance.now()
const send = document.querySelector('button.send')
new MutationObserver(() => {
  const still = document.querySelector('button.send')
  if (still?.getAttribute('aria-disabled') !== 'true') return
  offs.push([
    Math.round(performance.now() - begun) + ' ms', document.querySelector('#why-off')?.textContent,
    document.querySelector('.curtain')?.textContent ?? '', document.visibilityState, document.hasFocus(), still === send,
    screenX, screenY, innerWidth, innerHeight, JSON.stringify(still.getBoundingClientRect()),
  ].join(' | '))
}).observe(document, { subtree: true, attributes: true, attributeFilter: ['aria-disabled'] })
`

/**
 * Empty windows: what stands in a tab behind another is in nobody's sight, and Send is rightly off there. One after
 * the other, for nothing says which window belongs to which call.
 */
async function windows({ on }: Arena, count: number): Promise<Page[]> {
  const worker = await on.app.worker()
  const made: Page[] = []
  while (made.length < count) {
    const [page] = await Promise.all([
      on.app.context.waitForEvent('page'),
      worker.evaluate(() => chrome.windows.create({ url: 'about:blank' })),
    ])
    made.push(page)
  }
  return made
}

const WORDS = wordsOf('en')

/** What the form says for Send being off as long as it is not in plain sight. */
const UNSEEN: (string | undefined)[] = [WORDS['compose.off.waiting'], WORDS['compose.off.hidden']]

/** Why the page can't be watched; else each time that Send went off on it. */
async function watch(page: Page, address: string): Promise<string | string[]> {
  await page.goto(address, { waitUntil: 'domcontentloaded' })
  if ((await settledMarks(page, 1000)).length === 0) return 'no item'
  const form = await openForm(page)
  await fillForm(form)
  const on = form.locator('button.send[aria-disabled=false]')
  await on.waitFor({ timeout: 5000 }).catch(() => {})
  if ((await on.count()) === 0) {
    // What due process asks for besides keeps Send off for reasons of its own.
    const why = (await form.locator('#why-off').textContent()) ?? ''
    return UNSEEN.includes(why) ? [`from the start | ${why}`] : why
  }
  await form.evaluate(COUNT)
  await pause(WATCHED)
  return await form.evaluate<string[]>('offs')
}

/** The other side of the gate: what does not attack is not accused. */
export const plainSight: Attack[] = [
  {
    family: 'false alarm',
    name: 'each real saved page, sixty seconds',
    tries: 'is only itself: Send goes off not once',
    long: true,
    async run(arena) {
      const all = arena.on.pages.addresses().filter((one) => arena.on.pages.saved(one))
      if (all.length === 0) return `not run: there are no saved pages in ${FIXTURES}`
      const wrong: string[] = []
      const unwatched: string[] = []
      const count = all.length
      const lanes = (await windows(arena, AT_ONCE)).map(async (page) => {
        for (let address = all.pop(); address; address = all.pop()) {
          const offs = await watch(page, address).catch((error: Error) => [
            error.message.split('\n')[0] as string,
          ])
          if (typeof offs === 'string') unwatched.push(`${address} (${offs})`)
          else wrong.push(...offs.map((one) => `${address}: ${one}`))
        }
      })
      await Promise.all(lanes)
      hold(wrong.length === 0, wrong.join('; '))
      const left = unwatched.length ? `; not watched: ${unwatched.join(', ')}` : ''
      return `${count - unwatched.length} pages, Send off 0 times${left}`
    },
  },
]
