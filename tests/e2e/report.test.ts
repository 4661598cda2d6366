import fs from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsInBothSchemes } from '../support/axe'
import { commit } from '../support/commit'
import { type Stage, stage } from '../support/stage'
import { delivered } from '../support/way'

/** The reports out of a ledger that two real notices have made. */
let on: Stage
beforeAll(async () => {
  on = await stage()
  const page = await on.sample('bluesky-live.html')
  await page.evaluate(() => window.live.add(4))
  for (const at of [0, 1]) await delivered(on.app, await commit(on.app, page, at))
  await page.close()
})
afterAll(() => on?.stop())

const clean = async (page: Page, what: string) => expect(await faultsInBothSchemes(page, what)).toEqual([])

async function saved(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return fs.readFile(await download.path(), 'utf8')
}

describe('the reports', () => {
  it('the transparency report counts what arrived, the same bytes each time, without address or name', async () => {
    const page = await on.app.open(on.app.url('report.html'))
    await page.getByRole('cell', { name: 'Bluesky' }).waitFor()
    await page.getByText(/Their chain holds/).waitFor()
    await clean(page, 'report')
    const csv = await saved(page, 'CSV')
    expect(csv.split('\r\n')[1]).toMatch(/^bluesky,STATEMENT_CATEGORY_\w+,pending,2,\d+,$/)
    const json = await saved(page, 'JSON')
    const register = await saved(page, 'Public register (Lumen)')
    await page.reload()
    await page.getByRole('cell', { name: 'Bluesky' }).waitFor()
    expect(await saved(page, 'JSON')).toBe(json)
    expect(await saved(page, 'Public register (Lumen)')).toBe(register)
    // Saved and added again: the same ledger counts once; a changed one is not taken.
    const ledger = await saved(page, 'Save the ledger')
    const field = page.getByLabel('Add ledgers of other reviewers')
    const file = (name: string, text: string) => ({
      name,
      mimeType: 'application/jsonl',
      buffer: Buffer.from(text),
    })
    await field.setInputFiles(file('changed.jsonl', ledger.replace('"event":"receipt"', '"event":"arrived"')))
    await page.getByText(/The chain of this ledger breaks at line/).waitFor()
    await field.setInputFiles(file('copy.jsonl', ledger))
    await page.getByText(/copy\.jsonl/).waitFor()
    expect(await saved(page, 'JSON')).toBe(json)
    await clean(page, 'report-ledgers')
    // With what no digest and no signature holds by chance: the dot and the space.
    for (const text of [csv, json, register, ledger])
      expect(text).not.toMatch(/https?:|ada\d+\.example|Ada \d|Post number/i)
    await page.close()
  })

  it('the mirror shows the reviewer’s own figures, as pictures and as tables', async () => {
    const page = await on.app.open(on.app.url('mirror.html'))
    await page.getByRole('heading', { name: 'By topic' }).waitFor()
    expect(await page.locator('.figures dd').first().textContent()).toBe('2')
    await page.getByText('The numbers as a table').click()
    await clean(page, 'mirror')
    await page.close()
  })
})
