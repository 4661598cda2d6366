import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GRANTED } from '../support/build'
import { openForm } from '../support/form'
import { type Stage, stage } from '../support/stage'

let on: Stage
beforeAll(async () => {
  on = await stage({ connected: false })
})
afterAll(() => on?.stop())

describe('grounds in the real browser', () => {
  it('are found as one types, by number, word and with a typing error; the card says what the ground asks', async () => {
    const page = await on.sample('mastodon-live.html')
    const form = await openForm(page)
    const box = form.getByRole('combobox')
    for (const [typed, title] of [
      ['§130', 'Incitement to hatred'],
      ['haet', 'No racism, sexism, homophobia'],
      ['розн', 'Incitement of social, national'],
      ['174', 'Incitement of social, national'],
    ] as const) {
      await box.fill(typed)
      await form.getByRole('option').filter({ hasText: title }).first().waitFor()
    }
    await box.press('Enter')
    const card = form.getByRole('article')
    await card.getByText('Is it satire, parody or irony?').waitFor()
    expect(await card.getByText('Why do you report it nevertheless?').count()).toBe(0)
    await card.getByLabel('Why it falls under this').fill('It calls for hatred of a people.')
    await card.getByRole('group', { name: 'Is it satire' }).getByRole('radio', { name: 'Yes' }).press('Space')
    await card.getByText('Why do you report it nevertheless?').waitFor()
    await page.close()
  })

  it('are in one file of the build, which only the background reads: no script and no page carries them', () => {
    const holding = fs
      .readdirSync(GRANTED, { recursive: true, encoding: 'utf8' })
      .filter((file) => fs.statSync(path.join(GRANTED, file)).isFile())
      .filter((file) => fs.readFileSync(path.join(GRANTED, file), 'utf8').includes('de.stgb.130'))
    expect(holding).toEqual(['grounds.json'])
    const { web_accessible_resources: open } = JSON.parse(
      fs.readFileSync(path.join(GRANTED, 'manifest.json'), 'utf8'),
    )
    expect(JSON.stringify(open)).not.toContain('grounds')
  })
})
