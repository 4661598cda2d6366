import type { Frame, Page } from 'playwright-core'
import { type Mark, press, pressByKey, until, waitForMarks } from './marks'

/** The form's document: a frame in a closed root, which only DevTools lists. */
export async function formOf(page: Page, timeout = 10_000): Promise<Frame> {
  const frame = await until(
    async () => page.frames().find((one) => one.url().includes('/compose.html')) ?? null,
    (found) => found !== null,
    'the form',
    timeout,
  )
  return frame as Frame
}

/** Presses the action of one item (by its place on the page) and waits until the form shows it. */
export async function openForm(page: Page, at = 0, by: 'mouse' | 'keyboard' = 'mouse'): Promise<Frame> {
  const all = await waitForMarks(page, at + 1)
  await (by === 'mouse' ? press : pressByKey)(page, all[at] as Mark)
  const form = await formOf(page)
  await form.getByRole('region', { name: 'Item' }).waitFor()
  return form
}

/** Waits until the page has no form any more. */
export async function formGone(page: Page, timeout = 10_000): Promise<void> {
  await until(
    async () => page.frames().filter((one) => one.url().includes('/compose.html')).length,
    (count) => count === 0,
    'the form to be closed',
    timeout,
  )
}
