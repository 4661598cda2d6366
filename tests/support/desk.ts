import type { BrowserContext, Page } from 'playwright-core'
import type { Backend } from '../../backend/start'

export type Deciding = { outcome?: string; facts?: string; why?: string; decidedBy?: string }

/** The desk of the platform's representative, driven through its own pages. */
export async function openDesk(context: BrowserContext, backend: Backend): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${backend.origin}/desk`)
  const token = page.locator('input[name=token]')
  if (await token.isVisible().catch(() => false)) {
    await token.fill(backend.desk.token)
    await page.getByRole('button').click()
    await page.waitForURL('**/desk')
  }
  return page
}

/** Decides on one notice with a statement of reasons, each ground answered. */
export async function decideAtDesk(
  page: Page,
  backend: Backend,
  noticeId: string,
  how: Deciding = {},
): Promise<void> {
  await page.goto(`${backend.origin}/desk/notices/${noticeId}`)
  await fillDecision(page, how)
  await page.getByRole('button', { name: 'Decide' }).click()
  await page.getByRole('heading', { name: /^Decided/ }).waitFor()
}

/** Fills in the decision without sending it. */
export async function fillDecision(page: Page, how: Deciding): Promise<void> {
  const form = page.locator('form.decision')
  await form.locator('select[name=outcome]').selectOption(how.outcome ?? 'removed')
  await form
    .locator('textarea[name=facts]')
    .fill(how.facts ?? 'The post says what the notice quotes, and it is shown to everyone.')
  for (const yes of await form.locator('input[type=radio][value=yes]').all()) await yes.check()
  for (const why of await form.locator('textarea[name^=why-]').all()) {
    await why.fill(how.why ?? 'The quoted passage falls under this ground as the notice explains.')
  }
  await form.locator('input[name=decidedBy]').fill(how.decidedBy ?? 'Platform desk, J. Ross')
}

/** Decides as a program of the platform would, with one request. */
export async function decideByToken(
  backend: Backend,
  noticeId: string,
  body: Record<string, unknown>,
): Promise<Response> {
  return fetch(`${backend.origin}/desk/notices/${noticeId}/decision`, {
    method: 'POST',
    headers: { authorization: `Bearer ${backend.desk.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}
