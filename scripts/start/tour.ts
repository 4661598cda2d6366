import type { Page } from 'playwright-core'
import type { Backend } from '../../backend/start'
import type { App } from '../../tests/support/app'
import { decideAtDesk, openDesk } from '../../tests/support/desk'
import { type Mark, press, settledMarks, until, waitForMarks } from '../../tests/support/marks'
import { drafts, value, waitForRow } from '../../tests/support/stage'
import type { Form, GroundHit } from '../../utils/messages'
import type { Stop } from './feed'
import { say, step } from './say'

/** Walks the way of one notice for each stop. @throws Error that names the step that did not come off. */
export async function tour(app: App, backend: Backend, stops: Stop[]): Promise<void> {
  const desk = await openDesk(app.context, backend)
  for (const stop of stops) await walk(app, backend, desk, stop)
  say(`${stops.length} posts reported, and each decision is back on its post.`)
}

async function walk(app: App, backend: Backend, desk: Page, { site, address, post }: Stop): Promise<void> {
  const page = await step(`${site}: page opened`, () => app.open(address))
  await page.bringToFront()
  await step(`${site}: Report action pressed`, async () => {
    await waitForMarks(page, post + 1)
    await press(page, (await settledMarks(page))[post] as Mark)
  })
  const noticeId = await step(`${site}: notice committed`, () => submit(app))
  const row = await step(`${site}: delivered`, () =>
    waitForRow(app, ({ id, state }) => id === noticeId && state === 'delivered', `${site}'s receipt`),
  )
  say(`${site}: receipt ${row.receipt?.id} of ${row.receipt?.at}`)
  await step(`${site}: decided at the desk`, () => decideAtDesk(desk, backend, noticeId))
  const seen = await step(`${site}: decision on the post after a reload`, () => decided(app, page, post))
  say(`${site}: the action now says “${seen.name}”`)
  await page.close()
}

/** The desk keeps a decision back for its own undo; then the next look at the feed brings it. Milliseconds. */
const DECISION_WITHIN = 40_000

async function decided(app: App, page: Page, post: number): Promise<Mark> {
  await page.reload()
  const all = await until(
    async () => {
      await value(app, 'outbox.drain')
      return waitForMarks(page, post + 1)
    },
    (marks) => /removed/i.test(marks[post]?.name ?? ''),
    'the decision on the post',
    DECISION_WITHIN,
  )
  return all[post] as Mark
}

/** Names the first ground that fits and sends the newest draft. */
async function submit(app: App): Promise<string> {
  const [draft] = await until(
    () => drafts(app),
    (all) => all.length > 0,
    'the draft',
  )
  if (!draft) throw new Error('There is no draft.')
  const { platform } = draft.origin
  const [ground] = await value<GroundHit[]>(app, 'grounds.search', { query: '', platform, limit: 1 })
  if (!ground) throw new Error(`There is no ground for ${platform}.`)
  const form: Form = {
    item: {},
    grounds: [
      {
        groundId: ground.id,
        why: 'The post calls on its readers to do what this rule names, and it is meant in earnest.',
        passage: '',
        basis: '',
        territory: ground.territory,
        measure: 'none',
        elements: ground.elements.map(() => true),
        answers: Object.fromEntries((ground.questions ?? []).map(({ id }) => [id, 'no'])),
      },
    ],
    goodFaith: true,
    reference: '',
  }
  const { noticeId } = await value<{ noticeId: string }>(app, 'draft.submit', { draftId: draft.id, form })
  return noticeId
}
