import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsInBothSchemes } from '../support/axe'
import { type Stage, stage, value } from '../support/stage'

const WORDS = 'four words for a test'

let on: Stage
beforeAll(async () => {
  on = await stage()
})
afterAll(() => on?.stop())

const clean = async (page: Page, what: string) => expect(await faultsInBothSchemes(page, what)).toEqual([])

const locked = async () => (await value<{ locked: boolean }>(on.app, 'vault.state')).locked

describe('the passphrase, by the keyboard alone', () => {
  it('is set on the options page, locks, and opens again in the popup, where a wrong one is refused in words', async () => {
    const options = await on.app.open(on.app.url('options.html#privacy'))
    const first = options.getByLabel('New passphrase')
    await first.focus()
    await options.keyboard.type('short')
    await options.keyboard.press('Enter')
    await options.getByText(/A passphrase has 12 characters or more/).waitFor()
    await clean(options, 'a short passphrase')
    await first.fill(WORDS)
    await options.keyboard.press('Tab')
    await options.keyboard.type('four words for a tets')
    await options.keyboard.press('Enter')
    await options.getByText('The two are not the same.').waitFor()
    await options.getByLabel('The same again').fill(WORDS)
    await options.keyboard.press('Enter')
    await options.getByText('The passphrase is set.').waitFor()
    await clean(options, 'the passphrase set')
    await options.getByRole('button', { name: 'Lock now' }).press('Enter')
    await options.getByRole('heading', { name: 'The vault is locked' }).waitFor()
    expect(await locked()).toBe(true)
    await clean(options, 'the vault locked')

    const popup = await on.app.open(on.app.url('popup.html'))
    await popup.setViewportSize({ width: 380, height: 560 })
    await popup.getByRole('heading', { name: 'The vault is locked' }).waitFor()
    await clean(popup, 'the popup locked')
    await popup.getByLabel('Passphrase').fill(`${WORDS}?`)
    await popup.keyboard.press('Enter')
    await popup.getByText('This is not the passphrase.').waitFor()
    expect(await locked()).toBe(true)
    await clean(popup, 'a wrong passphrase')
    await popup.getByLabel('Passphrase').fill(WORDS)
    await popup.keyboard.press('Enter')
    await popup.getByRole('heading', { name: 'The vault is locked' }).waitFor({ state: 'detached' })
    expect(await locked()).toBe(false)

    await options.bringToFront()
    await options.getByRole('button', { name: 'Do without' }).press('Enter')
    await options.getByText('There is no passphrase any more.').waitFor()
    await Promise.all([options.close(), popup.close()])
  })
})
