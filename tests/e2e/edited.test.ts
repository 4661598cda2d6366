import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { faultsInBothSchemes } from '../support/axe'
import { openDesk } from '../support/desk'
import { settledMarks } from '../support/marks'
import { type Stage, stage } from '../support/stage'
import { delivered, report } from '../support/way'

let on: Stage
const notices: string[] = []
const POST = 'p:text-is("A picture and a short film.")'

/** Reports the post as it stands in the page then, and waits for its receipt. */
async function reportAs(change: (feed: Page) => Promise<void>): Promise<void> {
  const feed = await on.sample('mastodon-feed.html')
  await settledMarks(feed)
  await change(feed)
  const { id } = await report(on.app, feed, 1, {
    why: `Look ${notices.length}: the author calls on readers to do what this rule names, and means it in earnest.`,
  })
  await delivered(on.app, id)
  await feed.close()
  notices.push(id)
}

beforeAll(async () => {
  on = await stage()
  await reportAs(async () => {})
  await reportAs((feed) =>
    feed.locator(POST).evaluate((words) => {
      words.textContent = 'A picture and a long film.'
      words.closest('article')?.querySelector('.media-gallery__item')?.remove()
    }),
  )
})
afterAll(() => on?.stop())

const looksRight = async (page: Page, name: string) =>
  expect(await faultsInBothSchemes(page, name, page.locator('.edited').first())).toEqual([])

it('the queue says that a post was edited since, shows how, and leads to the other notice', async () => {
  const [first, second] = notices as [string, string]
  const page = await on.app.open(on.app.url(`queue.html#${first}`))
  const evidence = page.getByRole('region', { name: 'Evidence' })
  await evidence.getByText(/^Edited since: captured again on .* \d\d:\d\d\. That notice$/).waitFor()
  // Closed until it is asked for, by keyboard as well.
  expect(await evidence.locator('ins').first().isVisible()).toBe(false)
  await evidence.getByText('What changed').focus()
  await page.keyboard.press('Enter')
  expect(await evidence.locator('del').allInnerTexts()).toEqual([expect.stringContaining('short')])
  expect(await evidence.locator('ins').allInnerTexts()).toEqual([expect.stringContaining('long')])
  await evidence.getByText(/^Removed: Picture 1: /).waitFor()
  await looksRight(page, 'edited-queue')

  await evidence.getByRole('link', { name: 'That notice' }).click()
  await evidence.getByText(/^Edited before: the capture of .* was different\./).waitFor()
  expect(new URL(page.url()).hash).toBe(`#${second}`)
  expect(await evidence.getByText('Edited since').count()).toBe(0)
  await page.close()
})

it('the desk says it, too', async () => {
  const [first, second] = notices as [string, string]
  const page = await openDesk(on.app.context, on.backend)
  await page.goto(`${on.backend.origin}/desk/notices/${first}`)
  const card = page.getByRole('region', { name: 'Other captures' })
  await card.getByText(/^Edited since: captured again on \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/).waitFor()
  await card.getByText('What changed').click()
  expect(await card.locator('del').allInnerTexts()).toEqual([expect.stringContaining('short')])
  expect(await card.locator('ins').allInnerTexts()).toEqual([expect.stringContaining('long')])
  await card.getByText(/^Removed: Picture 1: /).waitFor()
  await looksRight(page, 'edited-desk')
  await card.getByRole('link', { name: /^That notice crs-/ }).click()
  await page.getByText(/^Edited before: the capture of .* was different\.$/).waitFor()
  expect(page.url()).toContain(second)
  await page.close()
})
