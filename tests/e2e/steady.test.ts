import { afterAll, beforeAll, expect, it } from 'vitest'
import { openForm } from '../support/form'
import { type Stage, stage } from '../support/stage'

let on: Stage
beforeAll(async () => {
  on = await stage({ connected: false })
})
afterAll(() => on?.stop())

it('keeps a control under the pointer while it is pressed, whatever leaving the last field shows', async () => {
  const page = await on.sample('bluesky-feed.html')
  const form = await openForm(page, 0)
  await form.getByRole('combobox').press('ArrowDown')
  await form.getByRole('option').first().waitFor()
  await form.getByRole('combobox').press('Enter')
  // Too short to explain anything: the form says so as soon as the field is left.
  await form.getByLabel('Why it falls under this').fill('Bad.')
  await form.page().waitForTimeout(700)
  const radio = form.locator('fieldset').nth(1).getByRole('radio').first()
  await radio.scrollIntoViewIfNeeded()
  await form.getByLabel('Why it falls under this').focus()
  const box = await radio.boundingBox()
  await page.mouse.move((box?.x ?? 0) + 8, (box?.y ?? 0) + 8)
  await page.mouse.down()
  await page.waitForTimeout(150)
  await page.mouse.up()
  expect(await radio.isChecked()).toBe(true)
  await form.locator('li.wrong, li.open').first().waitFor()
  await page.close()
})
