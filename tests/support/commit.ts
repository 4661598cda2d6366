import type { Page } from 'playwright-core'
import type { Form, GroundHit } from '../../utils/messages'
import type { App } from './app'
import { type Mark, press, until, waitForMarks } from './marks'
import { drafts, value } from './stage'

/**
 * Presses the `at`-th action of a page and sends its draft by message, as the form would: for tests that are about what
 * comes after. Gives the notice's id.
 */
export async function commit(app: App, page: Page, at: number): Promise<string> {
  const before = new Set((await drafts(app)).map(({ id }) => id))
  await page.bringToFront()
  const marks = await waitForMarks(page, at + 1)
  await press(page, marks[at] as Mark)
  const all = await until(
    () => drafts(app),
    (list) => list.some(({ id }) => !before.has(id)),
    'the draft',
  )
  const draft = all.find(({ id }) => !before.has(id))
  const { platform = '' } = draft?.origin ?? {}
  const [ground] = await value<GroundHit[]>(app, 'grounds.search', { query: 'spam', platform, limit: 1 })
  const form: Form = {
    item: {},
    grounds: [
      {
        groundId: ground?.id ?? '',
        why: `Forty accounts post advertisement ${crypto.randomUUID()} below unrelated talks within a minute.`,
        passage: '',
        basis: '',
        territory: ground?.territory ?? [],
        measure: 'none',
        elements: (ground?.elements ?? []).map(() => true),
        answers: {},
      },
    ],
    goodFaith: true,
    reference: '',
  }
  const { noticeId } = await value<{ noticeId: string }>(app, 'draft.submit', { draftId: draft?.id, form })
  return noticeId
}
