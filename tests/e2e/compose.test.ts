import type { Frame, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accessFaults } from '../support/axe'
import { formGone, openForm } from '../support/form'
import { type Mark, marks, pressByKey, until, waitForMarks } from '../support/marks'
import { postPage } from '../support/post'
import { drafts, inExtension, rows, type Stage, setSettings, stage, waitForRow } from '../support/stage'

let on: Stage
let page: Page
beforeAll(async () => {
  on = await stage({ connected: false })
})
afterAll(() => on?.stop())
beforeEach(() => setSettings(on.app, { undoSeconds: 0 }))
afterEach(() => page?.close())

const FEED = 'mastodon-feed.html'
const WHY = 'The second sentence calls for violence against a group.'

const box = (form: Frame) => form.getByRole('combobox', { name: 'Find a rule or a law' })
const why = (form: Frame) => form.getByRole('textbox', { name: 'Why it falls under this, in your own words' })
const declaration = (form: Frame) => form.getByRole('checkbox', { name: /^I believe in good faith/ })
const send = (form: Frame) => form.getByRole('button', { name: 'Send' })

/** Types into the box and takes the first hit; the focus is in its explanation then. */
async function pick(form: Frame, query = 'spam') {
  await page.keyboard.type(query)
  await form.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await until(
    () => why(form).evaluate((field) => document.activeElement === field),
    Boolean,
    'the focus in the explanation',
  )
}

/** Ready to be sent: by keyboard alone, as the reviewer's hands would. */
async function fill(form: Frame, query?: string) {
  await pick(form, query)
  await page.keyboard.type(WHY)
  // What is missing gets the focus: the declaration.
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Space')
  await until(() => declaration(form).isChecked(), Boolean, 'the declaration')
  await isOn(form)
}

const isOn = (form: Frame) =>
  until(
    () => send(form).getAttribute('aria-disabled'),
    (off) => off === 'false',
    'Send to be on',
  )

/** The reviewer's focus: on the action of this post. */
const onAction = () =>
  page.evaluate(() => document.activeElement?.matches('span:not([class]):empty') ?? false)

const formIn = (name: string) =>
  inExtension(
    on.app,
    async () => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, fail) => {
          request.onsuccess = () => resolve(request.result)
          request.onerror = () => fail(request.error)
        })
      const db = await done(indexedDB.open('flagpost'))
      const all = await done(db.transaction('drafts').objectStore('drafts').getAll())
      db.close()
      return JSON.parse(JSON.stringify(all)) as { permalink: string; form: { grounds: { why: string }[] } }[]
    },
    null,
  ).then((all) => all.find(({ permalink }) => permalink?.includes(name)))

describe('one notice by keyboard alone', () => {
  it('goes from the press to the queue, and back to the post', async () => {
    page = await on.sample(FEED)
    const form = await openForm(page, 0, 'keyboard')
    expect(await box(form).evaluate((one) => document.activeElement === one)).toBe(true)
    await fill(form)
    await page.keyboard.press('Control+Enter')
    await formGone(page)
    const row = await waitForRow(on.app, ({ summary }) => summary.permalink.endsWith('/1101'), 'the notice')
    expect(row.state).toMatch(/queued|sending|delivered/)
    expect(await onAction()).toBe(true)
    await until(
      () => marks(page),
      ([first]) => first?.filled === true,
      'the filled flag',
    )
  })

  it('offers undo, which brings back the draft whole', async () => {
    await setSettings(on.app, { undoSeconds: 30 })
    page = await on.sample(FEED)
    const form = await openForm(page, 1, 'keyboard')
    await fill(form)
    await page.keyboard.press('Control+Enter')
    const undo = form.getByRole('button', { name: /^Undo/ })
    await undo.waitFor()
    await waitForRow(on.app, ({ state }) => state === 'held', 'the notice on hold')
    expect(
      await form
        .getByRole('button', { name: 'Back to the post' })
        .evaluate((one) => document.activeElement === one),
    ).toBe(true)
    await page.keyboard.press('Control+z')
    await why(form).waitFor()
    expect(await why(form).inputValue()).toBe(WHY)
    expect(await declaration(form).isChecked()).toBe(true)
    expect((await rows(on.app)).filter(({ state }) => state === 'held')).toEqual([])
    // And again, for good this time.
    await isOn(form)
    await page.keyboard.press('Control+Enter')
    await undo.waitFor()
    await page.keyboard.press('Enter')
    await formGone(page)
    expect((await rows(on.app)).filter(({ state }) => state === 'held')).toHaveLength(1)
    expect(await onAction()).toBe(true)
  })
})

describe('what was selected', () => {
  it('in the post is quoted as the passage; in the form it can be taken', async () => {
    page = await on.sample('mastodon-live.html')
    await waitForMarks(page, 4)
    await page.evaluate(() => {
      const words = document.querySelectorAll('.status__content__text p')[3]?.firstChild as Text
      document.getSelection()?.setBaseAndExtent(words, 0, words, 4)
    })
    const form = await openForm(page, 3, 'keyboard')
    await pick(form)
    const passage = form.getByRole('textbox', { name: 'Passage' })
    expect(await passage.inputValue()).toBe('Post')
    await form.evaluate(() => {
      const words = document.querySelector('blockquote')?.firstChild as Text
      document.getSelection()?.setBaseAndExtent(words, 5, words, 11)
    })
    await form.getByRole('button', { name: 'Take the selected words' }).click()
    expect(await passage.inputValue()).toBe('number')
  })
})

describe('nothing typed is lost', () => {
  it('Escape keeps the draft, and the next press brings it back', async () => {
    page = await on.sample(FEED)
    const first = await openForm(page, 2, 'keyboard')
    await pick(first)
    await page.keyboard.type('Half a thought')
    await page.keyboard.press('Escape')
    await formGone(page)
    expect(await onAction()).toBe(true)
    const again = await openForm(page, 2, 'keyboard')
    await why(again).waitFor()
    expect(await why(again).inputValue()).toBe('Half a thought')
    expect(await declaration(again).isChecked()).toBe(false)
    await again.getByRole('button', { name: 'Discard', exact: true }).click()
    await again.getByRole('button', { name: 'Discard for good' }).click()
    await formGone(page)
    expect(await formIn('/1103')).toBeUndefined()
  })

  it('a second press on the same post leads to the same form', async () => {
    page = await on.sample(FEED)
    const form = await openForm(page, 3)
    await pick(form)
    await page.keyboard.type('Half')
    await page.locator('body').click({ position: { x: 5, y: 5 } })
    await pressByKey(page, (await waitForMarks(page, 4))[3] as Mark)
    await until(
      () => page.evaluate(() => document.activeElement?.matches('[popover]')),
      Boolean,
      'the focus in the form',
    )
    expect(page.frames().filter((frame) => frame.url().includes('compose.html'))).toHaveLength(1)
    await page.keyboard.type(' a thought')
    expect(await why(form).inputValue()).toBe('Half a thought')
  })

  it('a page that takes the frame out gets it back with all that was typed', async () => {
    page = await on.sample(FEED)
    const form = await openForm(page, 4)
    await pick(form)
    await page.keyboard.type('Before it was taken out')
    await page.waitForTimeout(400)
    await page.evaluate(() => document.querySelector('html > [popover]')?.remove())
    const back = await until(
      async () => page.frames().find((one) => one.url().includes('compose.html') && one !== form) ?? null,
      (frame) => frame !== null,
      'the form again',
    )
    await why(back as Frame).waitFor()
    expect(await why(back as Frame).inputValue()).toBe('Before it was taken out')
  })

  it('a page that changes under the form changes nothing in it', async () => {
    page = await on.sample('mastodon-live.html')
    const form = await openForm(page, 0)
    const read = await form.getByRole('region', { name: 'Item' }).innerText()
    await page.evaluate('live.reuse(777); live.drop(); document.body.replaceChildren("nothing is here")')
    await fill(form)
    expect(await form.getByRole('region', { name: 'Item' }).innerText()).toContain(read.slice(0, 40))
    await page.keyboard.press('Control+Enter')
    await formGone(page)
    const row = await waitForRow(
      on.app,
      ({ summary }) => summary.permalink.includes('/@ada1001/'),
      'the notice',
    )
    expect(row.summary.text).toBe('Post number 1001.')
  })
})

it('keeps a control under the pointer while it is pressed, whatever leaving the last field shows', async () => {
  page = await on.sample('bluesky-feed.html')
  const form = await openForm(page, 0)
  await pick(form, 'violence')
  // Too short to explain anything: the form says so as soon as the field is left.
  await page.keyboard.type('Bad.')
  await page.waitForTimeout(700)
  const radio = form.locator('article.ground fieldset').nth(1).getByRole('radio').first()
  await radio.scrollIntoViewIfNeeded()
  const { x, y } = (await radio.boundingBox()) ?? { x: 0, y: 0 }
  await page.mouse.move(x + 8, y + 8)
  await page.mouse.down()
  await page.waitForTimeout(900)
  await page.mouse.up()
  expect(await radio.isChecked()).toBe(true)
  await form.locator('li.wrong, li.open').first().waitFor()
})

describe('on pages that defend or attack', () => {
  const HEADERS: [string, Record<string, string>][] = [
    [
      'CSP that allows no frame',
      {
        'content-security-policy':
          "default-src 'none'; frame-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'",
      },
    ],
    [
      'Trusted Types',
      { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" },
    ],
    [
      'cross-origin isolation',
      {
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-opener-policy': 'same-origin',
      },
    ],
  ]

  it.each(HEADERS)('works under %s', async (name, headers) => {
    const address = `https://mastodon.example/hard/${HEADERS.findIndex(([one]) => one === name)}`
    const n = 5000 + HEADERS.findIndex(([one]) => one === name)
    on.pages.serve(address, {
      body: postPage(n, { text: 'A post on a hard page.', handle: `ada${n}` }),
      headers,
    })
    page = await on.app.open(address)
    const form = await openForm(page)
    await fill(form)
    await page.keyboard.press('Control+Enter')
    await formGone(page)
    await waitForRow(on.app, ({ summary }) => summary.permalink.endsWith(`/${n}`), 'the notice')
  })

  it('shows markup and bidirectional characters as text', async () => {
    const name = '&lt;img src=x onerror=&quot;document.title=1&quot;&gt;\u202eevil\u2066'
    on.pages.serve('https://mastodon.example/hard/text', {
      body: postPage(5100, {
        text: '&lt;script&gt;document.title = 1&lt;/script&gt; \u202eبيب\u202c \u0430bc',
        name,
      }),
    })
    page = await on.app.open('https://mastodon.example/hard/text')
    const form = await openForm(page)
    const item = form.getByRole('region', { name: 'Item' })
    expect(await item.locator('bdi').first().textContent()).toContain(
      '<img src=x onerror="document.title=1">',
    )
    expect(await item.locator('blockquote').textContent()).toContain('<script>document.title = 1</script>')
    expect(await form.locator('img, script[src="x"]').count()).toBe(0)
    expect(await form.title()).toBe('Post on Mastodon · Flagpost')
    // What runs from right to left in a name stays in the name.
    expect(
      await item
        .locator('bdi')
        .first()
        .evaluate((one) => getComputedStyle(one).unicodeBidi),
    ).toBe('isolate')
  })

  it('takes a post of 5 MB without freezing, and shows its beginning', async () => {
    on.pages.serve('https://mastodon.example/hard/long', {
      body: postPage(5200, { text: 'long words '.repeat(500_000) }),
    })
    page = await on.app.open('https://mastodon.example/hard/long')
    const form = await openForm(page)
    expect((await form.locator('blockquote').textContent())?.length).toBeLessThan(1000)
    await pick(form)
    const slow = await form.evaluate(
      () =>
        new Promise<number>((done) => {
          let longest = 0
          let last = performance.now()
          const step = () => {
            longest = Math.max(longest, performance.now() - last)
            last = performance.now()
          }
          const timer = setInterval(step, 10)
          setTimeout(() => {
            clearInterval(timer)
            done(longest)
          }, 1500)
        }),
    )
    expect(slow).toBeLessThan(500)
    await form.getByRole('button', { name: /^Show all/ }).click()
    expect((await form.locator('blockquote').textContent())?.length).toBeGreaterThan(90_000)
  })

  it('sends nothing while the page covers the form, says so, and sends again when it does not', async () => {
    page = await on.sample(FEED)
    const form = await openForm(page, 1)
    await fill(form)
    const cover = () =>
      page.evaluate(() => {
        const veil = document.createElement('div')
        veil.popover = 'manual'
        veil.style.cssText =
          'position:fixed;inset:0;width:100%;height:100%;border:0;margin:0;background:rgb(0 0 0 / .01);pointer-events:none'
        document.body.append(veil)
        veil.showPopover()
      })
    const look = () =>
      form.evaluate(async () => {
        const payload = { nonce: location.hash.slice(1) }
        return (await chrome.runtime.sendMessage({ type: 'form.look', payload })).value
      })
    expect(await look()).toMatchObject({ top: true })
    await cover()
    await form.getByText('The page covers this form.').waitFor()
    expect(await send(form).getAttribute('aria-disabled')).toBe('true')
    const before = (await rows(on.app)).length
    await send(form).focus()
    await page.keyboard.press('Control+Enter')
    await page.waitForTimeout(300)
    expect((await rows(on.app)).length).toBe(before)
    expect(await form.getByRole('button', { name: 'Open in its own window' }).count()).toBe(1)
    await page.evaluate(() => document.querySelector('body > [popover]')?.remove())
    await isOn(form)
  })

  it('goes on in its own window with all that was typed', async () => {
    page = await on.sample(FEED)
    const form = await openForm(page, 0)
    await pick(form)
    // Of its own each time: drafts of an earlier try are there.
    const typed = `Typed in the frame, ${crypto.randomUUID()}`
    await page.keyboard.type(typed)
    // What is asked here directly, the form's own button asks only after it has saved.
    await until(
      () => drafts(on.app),
      (kept) => JSON.stringify(kept).includes(typed),
      'what was typed in the draft',
    )
    const opened = on.app.context.waitForEvent('page')
    // Its button is offered where the page covers the form; it is what it asks that is tried here.
    await form
      .evaluate(
        () =>
          void chrome.runtime.sendMessage({
            type: 'form.window',
            payload: { nonce: location.hash.slice(1) },
          }),
      )
      // The frame may be gone before its answer is here.
      .catch(() => {})
    const own = await opened
    await formGone(page)
    const field = own.getByRole('textbox', { name: 'Why it falls under this, in your own words' })
    await field.waitFor()
    expect(await field.inputValue()).toContain(typed)
    const closed = own.waitForEvent('close')
    // The window may be gone before the key is let go.
    await own.keyboard.press('Escape').catch(() => {})
    await closed
  })

  const THEFTS: [string, string][] = [
    ['focuses a field', 'document.body.appendChild(document.createElement("input")).focus()'],
  ]

  it.each(THEFTS)('draws the curtain when the page %s, not when the person leaves', async (_, theft) => {
    page = await on.sample(FEED)
    const form = await openForm(page, 0)
    await pick(form)
    await page.keyboard.type('Secret words')
    const curtain = form.getByRole('alertdialog', { name: 'The page took the keyboard. Stop typing.' })
    // A click on the page is the person's own.
    await page.mouse.click(40, 300)
    await page.waitForTimeout(600)
    expect(await curtain.count()).toBe(0)
    await why(form).click()
    await page.waitForTimeout(1000)
    await page.evaluate(theft)
    await curtain.waitFor()
    expect(await form.getByRole('button', { name: 'Open in its own window' }).count()).toBe(1)
    await form.getByRole('button', { name: 'Go on here' }).click()
    expect(await why(form).inputValue()).toContain('Secret words')
  })
})

describe('for everyone', () => {
  const check = async (form: Frame, state: string) => expect(await accessFaults(form), state).toEqual([])

  it.each(['light', 'dark'] as const)('has nothing that axe objects to, %s', async (colorScheme) => {
    page = await on.sample('mastodon-live.html')
    await page.emulateMedia({ colorScheme })
    const form = await openForm(page, colorScheme === 'light' ? 1 : 2)
    await check(form, 'open')
    await page.keyboard.type('in')
    await form.getByRole('option').first().waitFor()
    await check(form, 'list')
    await page.keyboard.press('Enter')
    await why(form).waitFor()
    await form.getByRole('button', { name: 'Mend' }).click()
    for (const fold of await form.locator('details > summary').all()) await fold.click()
    await page.keyboard.press('Control+Enter')
    await page.waitForTimeout(700)
    await check(form, 'ground, folds, mending, problems')
    await form.getByRole('button', { name: 'Preview what leaves' }).click()
    await form.getByRole('heading', { name: 'Evidence' }).waitFor()
    await check(form, 'preview')
  })
})
