import type { Frame, Page } from 'playwright-core'
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
