import fs from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signPack } from '../../utils/grounds/signed'
import { launch } from '../support/app'
import { accessFaults } from '../support/axe'
import { ALL, problem } from '../support/faults'
import { marks, settledMarks, until, waitForMarks } from '../support/marks'
import { samples } from '../support/pages'
import {
  addressOf,
  inExtension,
  rows,
  type Stage,
  setSettings,
  stage,
  TEST_SETTINGS,
  value,
  waitForRow,
} from '../support/stage'
import { report } from '../support/way'

const PASSPHRASE = 'correct horse battery'
let on: Stage
let page: Page
beforeAll(async () => {
  on = await stage({ connected: false })
})
afterAll(() => on?.stop())
beforeEach(async () => {
  page = await on.app.open(on.app.url('options.html'))
})
afterEach(() => page?.close())

const PARTS = [
  'connections',
  'sites',
  'grounds',
  'privacy',
  'storage',
  'keys',
  'language',
  'practice',
  'about',
]

async function open(part: string): Promise<void> {
  // A page behind another one is drawn once a second, and clicks wait for that.
  await page.bringToFront()
  await page.evaluate((hash) => {
    location.hash = hash
  }, part)
  await page.locator(`#${part}`).waitFor()
}

/** A link of the backend, by way of the proxy. */
async function link(code?: string): Promise<string> {
  const { hash } = new URL(await on.backend.enrolReviewer(code))
  return `${on.proxy.origin}/enrol${hash}`
}

/** A token as whoever runs the backend hands one out. */
async function token(code: string): Promise<string> {
  const { hash } = new URL(await on.backend.enrolReviewer(code))
  const answer = await fetch(`${on.backend.origin}/v1/enrolments/${hash.slice(1)}`, { method: 'POST' })
  return ((await answer.json()) as { token: string }).token
}

const card = () => page.getByRole('article', { name: 'Flagpost CRS' })
const trouble = (): Locator => page.locator('.problem[role=alert]')

async function addByLink(text: string): Promise<void> {
  await page.getByLabel('By enrolment link').check()
  await page.getByLabel('Enrolment link').last().fill(text)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
}

async function addByToken(address: string, secret: string): Promise<void> {
  await page.getByLabel('By address and token').check()
  await page.getByLabel('Address of the backend').fill(address)
  await page.getByLabel('Token', { exact: true }).fill(secret)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
}

async function removeAll(): Promise<void> {
  const list = await value<{ id: string; kind: string }[]>(on.app, 'connection.list')
  for (const { id, kind } of list) {
    if (kind === 'crs') await value(on.app, 'connection.remove', { connectionId: id })
  }
}

describe('connections', () => {
  afterEach(async () => {
    on.proxy.fail(null)
    await removeAll()
  })

  it('starts with practice, and adds a backend by its link, once', async () => {
    await page.getByRole('heading', { name: 'Nothing is connected yet' }).waitFor()
    const once = await link('R1')
    await addByLink(once)
    await card().getByText('Sample Ministry (KZ) · R1 · reviewer').waitFor()
    await card().getByText('Connected').waitFor()
    await card().getByText('evidence up to 64 MB a notice').waitFor()
    await card()
      .getByText(/^[\w-]{16}…$/)
      .waitFor()
    expect(await page.getByRole('heading', { name: 'Nothing is connected yet' }).count()).toBe(0)

    await addByLink(once)
    await trouble()
      .getByText(/it was used before, or its time is over/)
      .waitFor()
    expect(await card().count()).toBe(1)
  })

  it('adds one by address and token, and never shows or stores the token', async () => {
    const secret = await token('R2')
    await addByToken(`${on.proxy.origin}/`, secret)
    await card().getByText('R2').waitFor()
    await page.getByText('Flagpost CRS is connected').waitFor()
    expect(await page.content()).not.toContain(secret)
    expect(await page.getByLabel('Token', { exact: true }).inputValue()).toBe('')
    await page.reload()
    await card().waitFor()
    expect(await page.content()).not.toContain(secret)
    const stored = await inExtension(
      on.app,
      async () =>
        JSON.stringify([await chrome.storage.local.get(null), await chrome.storage.session.get(null)]),
      null,
    )
    expect(stored).toContain('R2')
    expect(stored).not.toContain(secret)
    expect(await filesWith(on.app.profile, secret)).toEqual([])
    // The search itself finds what is there.
    expect(await filesWith(on.app.profile, 'Sample Ministry')).not.toEqual([])
  })

  it.each([
    ['another page’s address', 'https://crs.example/sign-up', /This is not an enrolment link/],
    ['plain words', 'let me in', /This is not an enrolment link/],
    ['no encryption', 'http://crs.example/enrol#abcdefgh1234', /This address is not encrypted/],
    [
      'nobody there',
      'http://127.0.0.1:9/enrol#abcdefgh1234',
      /Nothing that this browser may read answered at 127/,
    ],
  ])('says what is wrong with a link: %s', async (_, text, words) => {
    await addByLink(text)
    await trouble().getByText(words).waitFor()
    expect(await card().count()).toBe(0)
  })

  it.each([
    ['a user name in it', 'https://me:secret@crs.example', /This is not the address of a backend/],
    ['no encryption', 'http://crs.example', /This address is not encrypted/],
    ['no address', 'crs', /This is not the address of a backend/],
  ])('says what is wrong with an address: %s', async (_, text, words) => {
    await addByToken(text, 'a-token-of-some-length')
    await trouble().getByText(words).waitFor()
  })

  it('says that a token is not known', async () => {
    await addByToken(on.proxy.origin, 'a-token-that-nobody-gave-out')
    await trouble()
      .getByText(/The backend does not know this token/)
      .waitFor()
    await addByToken(on.proxy.origin, 'тoken')
    await trouble()
      .getByText(/The backend does not know this token/)
      .waitFor()
  })

  it('says what answered instead of a backend, and spends no link on it', async () => {
    const once = await link('R3')
    on.proxy.fail({
      kind: 'answer',
      reply: {
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: '<h1>Sign in to this network</h1>',
      },
    })
    await addByLink(once)
    await trouble()
      .getByText(/it is no reporting backend/)
      .waitFor()
    on.proxy.fail({ kind: 'down' })
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await trouble()
      .getByText(/a link is not used up by it/)
      .waitFor()
    on.proxy.fail(problem(503, 'Maintenance until six.'), ({ method }) => method === 'POST')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await trouble()
      .getByText(/“Maintenance until six.” \(answer 503\)/)
      .waitFor()
    on.proxy.fail(null)
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await card().getByText('R3').waitFor()
  })

  it('tests a connection, in words', async () => {
    await addByLink(await link('R4'))
    await card().getByRole('button', { name: 'Test' }).click()
    await card().getByText('It answered just now.').waitFor()
    on.proxy.fail({ kind: 'down' })
    await card().getByRole('button', { name: 'Test' }).click()
    await card().getByText('Does not answer now').waitFor()
    await card()
      .getByText(/The backend did not answer. Your notices are kept/)
      .waitFor()
    on.proxy.fail(problem(401, 'Sign in again.'))
    await card().getByRole('button', { name: 'Test' }).click()
    await card().getByText('Needs you').waitFor()
    await card()
      .getByText(/does not accept this sign-in any more/)
      .waitFor()
    on.proxy.fail(null)
    await card().getByRole('button', { name: 'Test' }).click()
    await card().getByText('Connected').waitFor()
  })

  it('lets new notices go to another one', async () => {
    await addByLink(await link('R5'))
    await card().waitFor()
    await addByToken(on.backend.origin, await token('R6'))
    await page.getByText('New notices go here').waitFor()
    await card().last().getByRole('button', { name: 'Use for new notices' }).click()
    await until(
      () => card().first().innerText(),
      (text) => text.includes('R6') && text.includes('New notices go here'),
      'the other connection first',
    )
  })

  /** Another machine, with the same account: it takes the copy in, and the notice goes out from there. */
  async function sendElsewhere(copy: string, id: string): Promise<void> {
    const other = await launch({ pagesPort: on.pages.port })
    try {
      await value(other, 'connection.enrol', { link: await link('R7') })
      const there = await other.open(other.url('options.html#storage'))
      await there.getByLabel('Backup file').setInputFiles(copy)
      await there.getByLabel('Its passphrase').fill(PASSPHRASE)
      await there.getByRole('button', { name: 'Take it in' }).click()
      await there.getByText('Notices taken in: 1. Here already: 0.').waitFor()
      const delivered = (row: { id: string; state: string }) => row.id === id && row.state === 'delivered'
      await waitForRow(other, delivered, 'delivered from there', 30_000)
    } finally {
      await other.close()
    }
  }

  it('asks before it removes one, says what becomes of its notices, and takes them up again', async () => {
    await addByLink(await link('R7'))
    await card().waitFor()
    on.proxy.fail({ kind: 'down' })
    const post = await on.sample('mastodon-feed.html')
    const { id } = await report(on.app, post, 0)
    await until(
      () => rows(on.app),
      (all) => all.some((row) => row.id === id && row.attempts > 0),
      'a try to send',
    )
    await post.close()
    await page.bringToFront()
    await card().getByRole('button', { name: 'Remove' }).click()
    const dialog = page.getByRole('dialog', { name: 'Remove Flagpost CRS?' })
    await dialog.getByText(/1 notice for it has not been delivered/).waitFor()
    expect(await accessFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await card().count()).toBe(1)

    await card().getByRole('button', { name: 'Remove' }).click()
    await dialog.getByText('Save a copy of its notices first').click()
    expect(await accessFaults(page)).toEqual([])
    await dialog.getByLabel('Passphrase').fill(PASSPHRASE)
    await dialog.getByLabel('The same again').fill(PASSPHRASE)
    const saved = page.waitForEvent('download')
    // Enter in a field saves; what stands beside it and can't be undone is not done by it.
    await page.keyboard.press('Enter')
    const copy = await saved
    expect(copy.suggestedFilename()).toMatch(/^flagpost-connection-[\d-]+\.backup$/)
    await dialog.getByText(/^Saved, /).waitFor()
    for (const colorScheme of process.env.SHOTS ? (['light', 'dark'] as const) : []) {
      await page.emulateMedia({ colorScheme })
      await page.waitForTimeout(400)
      await page.screenshot({ path: `${process.env.SHOTS}/remove-${colorScheme}.png` })
    }
    expect(await card().count()).toBe(1)
    await dialog.getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('heading', { name: 'Nothing is connected yet' }).waitFor()
    expect((await rows(on.app)).find((row) => row.id === id)?.state).not.toBe('withdrawn')

    on.proxy.fail(null)
    await sendElsewhere(await copy.path(), id)
    // Where it was left behind it goes on, too, under the same key.
    await addByLink(await link('R7'))
    await until(
      () => rows(on.app),
      (all) => all.some((row) => row.id === id && row.state === 'delivered'),
      'the receipt on the machine that it came from',
      30_000,
    )
    await until(
      () => on.backend.notices(),
      (all) => all.filter((notice) => notice.id === id).length === 1,
      'the notice that was left behind',
      30_000,
    )
  })
})

/** Files of a profile whose bytes hold a text, in UTF-8 or UTF-16 (as Chromium's databases write it). */
async function filesWith(folder: string, text: string): Promise<string[]> {
  const forms = [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = path.join(entry.parentPath, entry.name)
    const bytes = await fs.readFile(file).catch(() => Buffer.alloc(0))
    if (forms.some((form) => bytes.includes(form))) found.push(file)
  }
  return found
}

describe('sites', () => {
  const own = 'https://town.example/@mayor'

  it('switches a site off in its open tabs, and on again', async () => {
    const post = await on.app.open(addressOf('bluesky-feed.html'))
    const before = (await settledMarks(post)).length
    expect(before).toBeGreaterThan(0)
    await open('sites')
    const bluesky = page.getByRole('switch', { name: 'Bluesky' })
    await bluesky.click()
    await until(
      () => marks(post),
      (all) => all.length === 0,
      'no action on the open page',
    )
    expect(await bluesky.isChecked()).toBe(false)
    await bluesky.click()
    await waitForMarks(post, before)
    expect(await bluesky.isChecked()).toBe(true)
    await post.close()
  })

  it('takes a server by its address for what it says that it runs, and lets it go', async () => {
    const mastodon = samples().find(({ file }) => file === 'mastodon-feed.html')
    const body = await fs.readFile(path.join(import.meta.dirname, '../pages', mastodon?.file ?? ''))
    on.pages.serve(own, { body: body.toString().replaceAll('mastodon.example', 'town.example') })
    const post = await on.app.open(own)
    expect(await settledMarks(post)).toEqual([])
    await open('sites')
    const info = (host: string, name: string) => {
      const href = `https://${host}/nodeinfo/2.0`
      const rel = 'http://nodeinfo.diaspora.software/ns/schema/2.0'
      const served = (body: unknown) => ({
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      })
      on.pages.serve(`https://${host}/.well-known/nodeinfo`, served({ links: [{ rel, href }] }))
      on.pages.serve(href, served({ version: '2.0', software: { name, version: '1' } }))
    }
    info('town.example', 'mastodon')
    info('notes.example', 'sharkey')
    info('videos.example', 'peertube')
    const rules = [
      { id: '1', text: 'No talk of trains', hint: '' },
      { id: '2', text: 'No racism', hint: '' },
    ]
    on.pages.serve('https://town.example/api/v1/instance/rules', {
      body: JSON.stringify(rules),
      headers: { 'content-type': 'application/json' },
    })
    const field = page.getByLabel('Add a server of the fediverse')
    const add = page.locator('.servers').getByRole('button', { name: 'Add' })
    for (const wrong of ['a server', 'localhost', '127.0.0.1', 'town.example:8443']) {
      await field.fill(wrong)
      await add.click()
      await page.getByText('This is no server’s name').waitFor()
    }
    await field.fill(' https://Town.example/@mayor/1 ')
    await add.click()
    await page.locator('.servers li', { hasText: 'town.example' }).waitFor()
    await waitForMarks(post, 2)
    expect(await field.inputValue()).toBe('')
    await page.locator('.servers li', { hasText: '2 rules of its own, read on' }).waitFor()
    const rulesOn = async (address: string) => {
      const ask = { query: 'trains', platform: 'mastodon', address, limit: 5 }
      const found = await value<{ officialTitle: string }[]>(on.app, 'grounds.search', ask)
      return found.map(({ officialTitle }) => officialTitle)
    }
    expect(await rulesOn(`${own}/1`)).toContain('No talk of trains')
    expect(await rulesOn('https://mastodon.example/@ada/1')).not.toContain('No talk of trains')
    await field.fill('@ada@notes.example')
    await add.click()
    await page.locator('.servers li', { hasText: 'notes.exampleMisskey' }).waitFor()
    await page.getByRole('button', { name: 'Read the rules of notes.example again' }).click()
    await page.getByText('notes.example tells no rules that can be read.').waitFor()
    for (const unknown of ['videos.example', 'silent.example']) {
      await field.fill(unknown)
      await add.click()
      await page.getByText(`${unknown} did not say that it runs any software`).waitFor()
    }
    expect(await page.locator('.servers li').count()).toBe(3)
    await page.getByRole('button', { name: 'Remove notes.example' }).click()
    await page.getByRole('button', { name: 'Remove town.example' }).click()
    await until(
      () => marks(post),
      (all) => all.length === 0,
      'no action on the server that was removed',
    )
    expect(await rulesOn(`${own}/1`)).not.toContain('No talk of trains')
    await post.close()
  })

  it('says of each how far it is proven', async () => {
    await open('sites')
    await page
      .locator('[data-site=bluesky]')
      .getByText(/^✓ proven, held on/)
      .waitFor()
    await page
      .locator('[data-site=facebook]')
      .getByText(/^\? unproven, written/)
      .waitFor()
  })
})

describe('grounds', () => {
  const pack = (version: number) =>
    JSON.stringify({
      id: 'unit3',
      version,
      title: { en: 'House rules of Unit 3' },
      groups: [
        {
          of: {
            kind: 'policy',
            platform: 'mastodon',
            instrument: 'House rules',
            sourceUrl: 'https://unit3.example/rules',
            checkedOn: '2026-11-01',
            confidence: 'S',
            dsa: { category: 'STATEMENT_CATEGORY_SCAMS_AND_FRAUD', keywords: [] },
          },
          grounds: [
            {
              id: 'org.unit3.cards',
              provision: '1',
              title: 'Asking for card numbers',
              titles: { en: 'Asking for card numbers' },
              elements: [{ en: 'It asks for the number of a card' }],
            },
          ],
        },
      ],
    })

  async function signed(version: number): Promise<string> {
    const pair = (await crypto.subtle.generateKey({ name: 'Ed25519' }, true, [
      'sign',
      'verify',
    ])) as CryptoKeyPair
    return signPack(pack(version), pair.privateKey, pair.publicKey)
  }
  const choose = (text: string) =>
    page.getByLabel('Import a signed pack').setInputFiles({
      name: 'unit3.json',
      mimeType: 'application/json',
      buffer: Buffer.from(text),
    })

  it('imports a signed pack after the fingerprint was compared, and removes it', async () => {
    await open('grounds')
    await page.getByText(/^With Flagpost: \d+ packs/).waitFor()
    await choose('{"format":"something else"}')
    await trouble()
      .getByText(/This file is no pack of grounds/)
      .waitFor()
    const good = await signed(1)
    await choose(good.replace('Asking', 'Baking'))
    await trouble()
      .getByText(/it was changed after it was signed/)
      .waitFor()

    await choose(good)
    await page.getByText(/^([0-9a-f]{4} ){9}[0-9a-f]{4}$/).waitFor()
    const keep = page.getByRole('button', { name: 'Import', exact: true })
    expect(await keep.isDisabled()).toBe(true)
    await page.getByLabel('I compared it, and it is the same').check()
    await keep.click()
    const own = page.getByRole('article', { name: 'House rules of Unit 3' })
    await own.waitFor()
    const hits = await value<{ id: string }[]>(on.app, 'grounds.search', {
      query: 'card numbers',
      platform: 'mastodon',
      limit: 20,
    })
    expect(hits.map(({ id }) => id)).toContain('org.unit3.cards')

    await choose(await signed(2))
    await page.getByLabel('I compared it, and it is the same').check()
    await keep.click()
    await trouble()
      .getByText(/signed with another key than before/)
      .waitFor()

    await own.getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await own.waitFor({ state: 'detached' })
  })
})

describe('the rest', () => {
  it('changes the language at once, on every open page', async () => {
    await open('language')
    const other = await on.app.open(on.app.url('practice.html'))
    await page.bringToFront()
    await page.getByLabel('Қазақша').check()
    await page.getByRole('heading', { name: 'Тіл және көрініс' }).waitFor()
    await other.getByRole('heading', { name: 'Жаттығу үстелі' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('kk')
    await page.getByLabel('Русский').check()
    await page.getByRole('heading', { name: 'Язык и вид' }).waitFor()
    await page.getByLabel('English').check()
    await page.getByRole('heading', { name: 'Language and look' }).waitFor()
    await other.close()
  })

  it('finds a setting by a word of it, and is addressed by part', async () => {
    const search = page.getByRole('searchbox', { name: 'Search the options' })
    await search.fill('screenshot')
    await page.getByRole('heading', { name: 'Sites', exact: true }).waitFor()
    await page.getByRole('heading', { name: 'Capture and privacy' }).waitFor()
    expect(await page.getByRole('heading', { name: 'Language and look' }).count()).toBe(0)
    const marked = () => page.evaluate(() => [...(CSS.highlights.get('found') ?? [])].map(String))
    await until(
      marked,
      (all) => all.length > 0 && all.every((words) => words.toLowerCase() === 'screenshot'),
      'the words found, marked',
    )
    await search.fill('qqqq')
    await page.getByText('Nothing here has to do with “qqqq”.').waitFor()
    await page.getByRole('link', { name: 'Keys' }).click()
    await page.getByRole('heading', { name: 'Keys' }).waitFor()
    expect(new URL(page.url()).hash).toBe('#keys')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('keys-title')
  })

  it('shows the shortcuts as the browser has them, each command with one', async () => {
    await open('keys')
    const keys = page.locator('#keys .card').first()
    await keys.getByText('Open Flagpost').waitFor()
    expect(await keys.locator('kbd').allInnerTexts()).toHaveLength(2)
  })

  it('keeps what was set', async () => {
    await open('privacy')
    await page.getByRole('switch', { name: 'Always open the form in its own window' }).click()
    await page.getByLabel('Time to undo').selectOption('30')
    await page.reload()
    expect(
      await page.getByRole('switch', { name: 'Always open the form in its own window' }).isChecked(),
    ).toBe(true)
    expect(await page.getByLabel('Time to undo').inputValue()).toBe('30')
    await setSettings(on.app, { ownWindow: false, undoSeconds: 0 })
    await until(
      () => page.getByLabel('Time to undo').inputValue(),
      (text) => text === '0',
      'the change from elsewhere',
    )
  })

  it('gives an account of itself without any content', async () => {
    await open('about')
    await page.getByRole('button', { name: 'Show' }).click()
    const box = page.getByRole('textbox', { name: 'Diagnostics' })
    await box.waitFor()
    const text = await box.inputValue()
    expect(JSON.parse(text)).toMatchObject({ version: '0.1.0', importedPacks: 0 })
    // The tests before this one reported a post and were connected.
    for (const content of ['127.0.0.1', 'mastodon.example', 'Sample Ministry', 'R7']) {
      expect(text).not.toContain(content)
    }
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save as a file' }).click()
    expect((await saved).suggestedFilename()).toBe('flagpost-diagnostics.json')
  })

  it.each(['light', 'dark'] as const)('has no fault of access in any part (%s)', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    const look = colorScheme === 'dark' ? 'colours' : 'all'
    const faults: string[] = []
    for (const part of PARTS) {
      await open(part)
      await page.waitForTimeout(200)
      faults.push(...(await accessFaults(page, look)).map((fault) => `${part}: ${fault}`))
    }
    expect(faults).toEqual([])
  })

  it('fits a narrow window', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    for (const part of PARTS) {
      await open(part)
      await page.waitForTimeout(100)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), part).toBeLessThanOrEqual(360)
    }
  })
})

describe('an outbox that is damaged', () => {
  /** The database as it is after a browser lost parts of it. */
  const damage = () =>
    inExtension(
      on.app,
      () =>
        new Promise<void>((done, fail) => {
          indexedDB.deleteDatabase('flagpost')
          const opening = indexedDB.open('flagpost', 3)
          opening.onupgradeneeded = () => {
            opening.result.createObjectStore('notices', { keyPath: 'id' }).put({ id: 'n1', state: 'queued' })
          }
          opening.onsuccess = () => done(opening.result.close())
          opening.onerror = () => fail(opening.error)
        }),
      null,
    )

  it('is said, given out as it is, set aside on request, and deleted only after a second word', async () => {
    await damage()
    const queue = await on.app.open(on.app.url('queue.html'))
    await queue.getByRole('button', { name: 'What can be done' }).waitFor()
    await queue.close()

    await page.reload()
    await open('storage')
    await page.getByRole('heading', { name: 'The outbox does not open' }).waitFor()
    const shot = async (name: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        // Colours fade.
        await page.waitForTimeout(400)
        if (process.env.SHOTS)
          await page.screenshot({ path: `${process.env.SHOTS}/${name}-${colorScheme}.png` })
        expect(await accessFaults(page, colorScheme === 'dark' ? 'colours' : 'all')).toEqual([])
      }
    }
    await shot('damaged')
    const given = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save what can be read' }).click()
    expect(await fs.readFile(await (await given).path(), 'utf8')).toContain('"id":"n1"')

    await page.getByRole('button', { name: 'Set it aside, begin a new one' }).click()
    await page.getByText(/Set aside on .*contents, drafts/).waitFor()
    await page.getByRole('heading', { name: 'The outbox does not open' }).waitFor({ state: 'detached' })
    await shot('aside')
    // The new one works, in the background too.
    expect(await value(on.app, 'outbox.drain')).toBeDefined()

    await page.getByRole('button', { name: 'Delete…', exact: true }).last().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete it' }).click()
    await page.getByText(/Set aside on/).waitFor({ state: 'detached' })
    const names = await inExtension(on.app, () => indexedDB.databases(), null)
    expect(names.map(({ name }) => name)).not.toContain('flagpost')
  })

  // Those who come after read the first one by its name.
  afterEach(async () => {
    await inExtension(
      on.app,
      () => {
        indexedDB.deleteDatabase('flagpost')
        return chrome.storage.local.remove('outboxAside')
      },
      null,
    )
    await on.app.killWorker()
  })
})

describe('the end of it all', () => {
  it('asks twice, names what is only here, and leaves nothing', async () => {
    // A second try finds what the first one left: nothing.
    on.proxy.fail(null)
    await removeAll()
    await setSettings(on.app, TEST_SETTINGS)
    await page.reload()
    await addByLink(await link('R9'))
    await card().waitFor()
    on.proxy.fail({ kind: 'down' }, ALL)
    const post = await on.sample('mastodon-feed.html')
    await report(on.app, post, 1)
    await post.close()
    await page.bringToFront()
    await open('privacy')
    await page.getByRole('button', { name: 'Delete everything…' }).click()
    const first = page.getByRole('dialog', { name: 'Delete everything?' })
    await first.getByText(/is only here and would be lost|are only here and would be lost/).waitFor()
    expect(await first.getByRole('listitem').count()).toBeGreaterThan(0)
    await first.getByRole('button', { name: 'Cancel' }).click()
    await first.waitFor({ state: 'detached' })
    expect((await rows(on.app)).length).toBeGreaterThan(0)

    await page.getByRole('button', { name: 'Delete everything…' }).click()
    await first.getByRole('button', { name: 'Go on' }).click()
    const second = page.getByRole('dialog', { name: 'There is no way back' })
    await second.getByRole('button', { name: 'Delete everything' }).click()
    await page.getByText(/Everything is deleted/).waitFor()
    expect(await rows(on.app)).toEqual([])
    const left = await inExtension(
      on.app,
      async () => Object.keys(await chrome.storage.local.get(null)),
      null,
    )
    // The administrator's policy is the machine's.
    expect(left.filter((key) => key !== 'policySeen')).toEqual([])
    const [only] = await value<{ kind: string }[]>(on.app, 'connection.list')
    expect(only?.kind).toBe('practice')
    on.proxy.fail(null)
  })
})
