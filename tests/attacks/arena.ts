import type { Frame, Page } from 'playwright-core'
import { withDevTools } from '../support/app'
import { fillForm } from '../support/fill'
import { openForm } from '../support/form'
import { waitForMarks } from '../support/marks'
import { type PostPage, postPage } from '../support/post'
import { rows, type Stage, stage } from '../support/stage'

export type Served = PostPage & { headers?: Record<string, string> }

/** The browser in which the attacks are tried, and what they have in common. */
export type Arena = {
  on: Stage
  /** The command, not its short cut: what is left to chance is tried many times. */
  thorough: boolean
  /** Serves a page with one post, opens it, and gives it with its address. */
  page: (served?: Served) => Promise<Page>
  /** A page with its form open and filled in, so that Send is on. */
  ready: (served?: Served) => Promise<{ page: Page; form: Frame }>
  /** How many notices there are. */
  notices: () => Promise<number>
  /** The part of the picture's points (0…1) that differ; 1 where the sizes do. */
  differing: (a: Buffer, b: Buffer) => Promise<number>
  /** Closes the pages of one attack. */
  clear: () => Promise<void>
  stop: () => Promise<void>
}

let made = 30_000

/** Starts browser, pages and backend; notices go to practice. */
export async function arena(thorough = false): Promise<Arena> {
  const on = await stage({ connected: false })
  const opened: Page[] = []

  async function page({ headers, ...post }: Served = {}): Promise<Page> {
    made += 1
    const address = `https://mastodon.example/attack/${made}`
    on.pages.serve(address, {
      body: postPage(made, { handle: `ada${made}`, ...post }),
      ...(headers ? { headers } : {}),
    })
    const one = await on.app.open(address)
    opened.push(one)
    return one
  }

  async function ready(served?: Served): Promise<{ page: Page; form: Frame }> {
    const one = await page(served)
    const form = await openForm(one)
    await fillForm(form)
    await form.locator('button.send[aria-disabled=false]').waitFor()
    return { page: one, form }
  }

  return {
    on,
    thorough,
    page,
    ready,
    notices: async () => (await rows(on.app)).length,
    differing: (a, b) =>
      on.app.inExtension(
        async ([first = '', second = '']) => {
          const points: Uint8ClampedArray[] = []
          for (const text of [first, second]) {
            const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
            const bitmap = await createImageBitmap(new Blob([bytes]))
            const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
            const drawing = canvas.getContext('2d')
            drawing?.drawImage(bitmap, 0, 0)
            points.push(
              drawing?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray(),
            )
          }
          const [one = new Uint8ClampedArray(), other = new Uint8ClampedArray()] = points
          if (one.length !== other.length || one.length === 0) return 1
          let count = 0
          for (let at = 0; at < one.length; at += 4) {
            const apart = [0, 1, 2].some((i) => Math.abs((one[at + i] ?? 0) - (other[at + i] ?? 0)) > 24)
            if (apart) count += 1
          }
          return count / (one.length / 4)
        },
        [a.toString('base64'), b.toString('base64')],
      ),
    async clear() {
      await Promise.allSettled(opened.splice(0).map((one) => one.close()))
    },
    stop: () => on.stop(),
  }
}

/** In the page: milliseconds since 1970 with fractions, the same clock in every document. */
export const NOW = 'performance.timeOrigin + performance.now()'

/** Runs code in the page's own world; gives its value. */
export const inPage = <T>(page: Page, code: string): Promise<T> => page.evaluate<T>(code)

/** Runs code in the isolated world of our own script in the page, as a script that was taken over would. */
export function inOurScript<T>(page: Page, code: string): Promise<T> {
  return withDevTools(page, async (session) => {
    const contexts: { id: number; origin: string }[] = []
    session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context))
    await session.send('Runtime.enable')
    const ours = contexts.find(({ origin }) => origin.startsWith('chrome-extension://'))
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: code,
      contextId: ours?.id ?? -1,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value as T
  })
}

/** Waits until our script has given the page's posts their actions. */
export const started = (page: Page) => waitForMarks(page)

/** A pause, milliseconds. */
export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
