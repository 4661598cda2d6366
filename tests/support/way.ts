import fs from 'node:fs/promises'
import type { Frame, Locator, Page } from 'playwright-core'
import type { App } from './app'
import { type Filling, fillForm, sendForm } from './fill'
import { formGone, openForm } from './form'
import { type Mark, marks, until } from './marks'
import { drafts, type Row, value, waitForRow } from './stage'

export type Reporting = Filling & {
  /** Press by keyboard instead of the mouse. */
  by?: 'mouse' | 'keyboard'
  /** Called with the form filled in, before it is sent. */
  filled?: (form: Frame) => Promise<void>
}

/**
 * Reports the item whose action is the `at`-th of the page: press, form, send, back to the post. Gives the notice's
 * row as it was committed.
 */
export async function report(app: App, page: Page, at: number, reporting: Reporting = {}): Promise<Row> {
  const form = await openForm(page, at, reporting.by)
  const [draft] = await drafts(app)
  await fillForm(form, reporting)
  await reporting.filled?.(form)
  await sendForm(form)
  const row = await waitForRow(app, ({ draftId }) => draftId === draft?.id, 'the committed notice')
  await form
    .getByRole('button', { name: 'Back to the post' })
    .click()
    // It closes by itself where there is nothing to undo.
    .catch(() => {})
  await formGone(page)
  return row
}

/** Waits for a notice's receipt. */
export const delivered = (app: App, noticeId: string, timeout = 30_000): Promise<Row> =>
  waitForRow(app, ({ id, state }) => id === noticeId && state === 'delivered', 'the receipt', timeout)

/** Waits until the action of an item says what was decided. A desk keeps a decision back for its own undo. */
export async function decidedOn(
  page: Page,
  app: App,
  at: number,
  word: RegExp,
  timeout = 40_000,
): Promise<Mark> {
  const all = await until(
    async () => {
      await value(app, 'outbox.drain')
      return marks(page)
    },
    (found) => word.test(found[at]?.name ?? ''),
    `${word} on the action`,
    timeout,
  )
  return all[at] as Mark
}

/** Opens a notice's evidence in the queue and saves a copy of it, as a reviewer does; gives the copy's bytes. */
export async function savedCopy(app: App, noticeId: string): Promise<Uint8Array<ArrayBuffer>> {
  const page = await app.open(app.url(`queue.html#${noticeId}`))
  const evidence = page.getByRole('region', { name: 'Evidence' })
  await evidence.getByRole('button', { name: 'Check and open' }).click()
  const { bytes } = await saveCopy(page, evidence)
  await page.close()
  return bytes
}

/** Presses “Save a copy” where evidence is open. */
export async function saveCopy(
  page: Page,
  evidence: Locator,
): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    evidence.getByRole('button', { name: 'Save a copy' }).click(),
  ])
  const bytes = new Uint8Array(await fs.readFile(await download.path()))
  return { name: download.suggestedFilename(), bytes }
}
