import { fillForm } from '../support/fill'
import { openForm } from '../support/form'
import { settledMarks } from '../support/marks'
import { FIXTURES } from '../support/pages'
import { type Arena, pause } from './arena'
import { type Attack, hold } from './attack'

/** So long nothing is called covered on a page that covers nothing, milliseconds; so many pages at once. */
const WATCHED = 60_000
const AT_ONCE = 5

/** In the form: how often Send goes off. */
const COUNT = `
globalThis.offs = 0
new MutationObserver(() => { if (document.querySelector('button.send')?.getAttribute('aria-disabled') === 'true') offs += 1 })
  .observe(document, { subtree: true, attributes: true, attributeFilter: ['aria-disabled'] })
`

/** Null: the page has no item; else how often Send went off. */
async function watch(arena: Arena, address: string): Promise<number | null> {
  const page = await arena.on.app.open(address)
  try {
    if ((await settledMarks(page, 1000)).length === 0) return null
    const form = await openForm(page)
    await fillForm(form)
    if ((await form.locator('button.send[aria-disabled=false]').count()) === 0)
      await form
        .locator('button.send[aria-disabled=false]')
        .waitFor({ timeout: 5000 })
        .catch(() => {})
    // What due process asks for besides keeps Send off for reasons of its own.
    if ((await form.locator('button.send[aria-disabled=false]').count()) === 0) return null
    await form.evaluate(COUNT)
    await pause(WATCHED)
    return await form.evaluate<number>('offs')
  } finally {
    await page.close()
  }
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
      let watched = 0
      const lanes = Array.from({ length: AT_ONCE }, async () => {
        for (let address = all.pop(); address; address = all.pop()) {
          const offs = await watch(arena, address).catch((error: Error) => {
            wrong.push(`${address}: ${error.message.split('\n')[0]}`)
            return null
          })
          if (offs !== null) watched += 1
          if (offs) wrong.push(`${address}: off ${offs} times`)
        }
      })
      await Promise.all(lanes)
      hold(wrong.length === 0, wrong.join('; '))
      return `${watched} pages, Send off 0 times`
    },
  },
]
