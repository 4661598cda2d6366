import type { Page } from 'playwright-core'
import type { Form, GroundHit } from '../../utils/messages'
import type { App } from './app'
import { type Mark, press, until, waitForMarks } from './marks'
import { drafts, value } from './stage'

export type Committing = {
  /** What the ground is searched by (`spam`), and which of those found is taken (the first). */
  query?: string
  fits?: (hit: GroundHit) => boolean
  why?: string
  /** A second ground of the other kind, policy or law, is searched by this. */
  also?: string
}

/**
 * Presses the `at`-th action of a page and sends its draft by message, as the form would: for tests that are about what
 * comes after. Gives the notice's id.
 */
export async function commit(app: App, page: Page, at: number, what: Committing = {}): Promise<string> {
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
  const { query = 'spam', fits = () => true } = what
  const hits = await value<GroundHit[]>(app, 'grounds.search', { query, platform, limit: 30 })
  const ground = hits.find(fits)
  if (!ground) throw new Error(`No ground fits: ${query}`)
  const grounds = [ground]
  if (what.also) {
    const others = await value<GroundHit[]>(app, 'grounds.search', { query: what.also, platform, limit: 30 })
    const other = others.find(({ kind }) => kind !== ground.kind)
    if (!other) throw new Error(`No ground of the other kind fits: ${what.also}`)
    grounds.push(other)
  }
  const form: Form = {
    item: {},
    grounds: grounds.map((one, i) => ({
      groundId: one.id,
      why:
        (i === 0 ? what.why : undefined) ??
        `${i === 0 ? 'Forty' : 'The same forty'} accounts post advertisement ${crypto.randomUUID()} below unrelated talks within a minute.`,
      passage: '',
      basis: '',
      territory: one.territory,
      measure: 'none',
      elements: one.elements.map(() => true),
      answers: Object.fromEntries(
        one.questions.flatMap(({ id, kind }) =>
          kind === 'text' ? [] : [[id, kind === 'level' ? 'high' : 'no']],
        ),
      ),
    })),
    goodFaith: true,
    reference: '',
  }
  const { noticeId } = await value<{ noticeId: string }>(app, 'draft.submit', { draftId: draft?.id, form })
  return noticeId
}
