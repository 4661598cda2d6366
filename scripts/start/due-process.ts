import fs from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import type { Backend } from '../../backend/start'
import type { App } from '../../tests/support/app'
import { type Committing, commit } from '../../tests/support/commit'
import { fillForm } from '../../tests/support/fill'
import { openForm } from '../../tests/support/form'
import { samples } from '../../tests/support/pages'
import { connect, value, waitForRow } from '../../tests/support/stage'
import { delivered } from '../../tests/support/way'
import type { Connection } from '../../utils/messages'
import type { NoticeRow } from '../../utils/outbox/row'
import type { Album } from './pictures'
import { say, step } from './say'

/**
 * Due process on the way: a notice with both kinds of ground, one that is blocked, one that a second reviewer decides
 * on, one by address alone; then the mirror and the printed report.
 */
export async function dueProcess(app: App, backend: Backend, album: Album): Promise<void> {
  const feed = await openFeed(app)
  const [author] = await value<Connection[]>(app, 'connection.list')
  const organisation = author?.account.organisation.name ?? ''
  const make = (at: number, what: Committing) => commit(app, feed, at, what)

  await step('Both kinds of ground: rule and law in one notice', async () => {
    const id = await make(0, { query: 'spam', also: 'advertis', fits: ({ kind }) => kind === 'policy' })
    await album.both(await openNotice(app, id), 'notice-both-grounds')
  })

  await step('Blocked: an explanation that explains nothing', async () => {
    const said = await make(1, { why: 'It is bad.' }).then(
      () => null,
      (error: Error) => error.message,
    )
    if (!said?.includes('whyShort')) throw new Error(`It was not blocked: ${said}`)
    say(`blocked: ${said}`)
    // The same in the form, as its reviewer sees it.
    const page = await openFeed(app)
    const form = await openForm(page, 4)
    await fillForm(form, { why: 'It is bad.' })
    await form.getByText('This explains too little to be assessed.').waitFor()
    await form.locator('button.send[aria-disabled=true]').waitFor()
    await album.both(page, 'blocked')
    await form.getByRole('button', { name: 'Discard' }).click()
    await page.close()
  })

  await step('Four eyes: waits, is approved by a second account, goes out', async () => {
    const second = await connect(
      app,
      await backend.enrol({ organisation, country: 'KZ', reviewerCode: 'A1', role: 'approver' }),
    )
    const id = await make(2, { query: 'KZ', fits: (hit) => hit.secondReviewer && hit.capture === 'full' })
    const asked = (row: { id: string }) =>
      row.id === id && ((row as NoticeRow).review?.askedAt ?? null) !== null
    await waitForRow(app, asked, 'the request for review')
    const queue = await app.open(app.url('queue.html'))
    await queue.locator('.review-line').first().waitFor({ timeout: 60_000 })
    // The oldest first: ours is the last.
    await queue.locator('.review-line').last().click()
    await album.both(queue, 'four-eyes')
    await queue.getByLabel('Your reason').fill('Passage and provision fit each other.')
    await queue.getByRole('button', { name: 'Approve' }).click()
    await queue.getByText('Approved.').waitFor()
    await queue.close()
    await value(app, 'outbox.drain')
    await delivered(app, id)
    await value(app, 'connection.remove', { connectionId: second.id })
  })

  await step('By address alone: nothing of the item is kept', async () => {
    const id = await make(3, { query: 'child', fits: ({ capture }) => capture === 'url' })
    await album.both(await openNotice(app, id), 'notice-address-alone')
  })
  await feed.close()
  await photographReports(app, album)
}

async function openFeed(app: App): Promise<Page> {
  const sample = samples().find(({ file }) => file === 'bluesky-live.html')
  if (!sample) throw new Error('The sample page is missing.')
  const page = await app.open(`https://${sample.host}${sample.path}`)
  await page.evaluate(() => window.live.add(8))
  return page
}

async function openNotice(app: App, id: string): Promise<Page> {
  const page = await app.open(app.url(`queue.html#${id}`))
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.locator('.pane').waitFor()
  return page
}

async function photographReports(app: App, album: Album): Promise<void> {
  for (const name of ['mirror', 'report'] as const) {
    const page = await app.open(app.url(`${name}.html`))
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.locator('.report dl').waitFor()
    await album.both(page, name)
    if (name === 'report')
      await fs.writeFile(path.join(album.folder, 'report.pdf'), await page.pdf({ format: 'A4' }))
    await page.close()
  }
}
