import type { Connection } from '../../utils/messages'
import { commit } from '../support/commit'
import { onDisk } from '../support/disk'
import { formOf } from '../support/form'
import { marks } from '../support/marks'
import { connect, setSettings, value, waitForRow } from '../support/stage'
import { type Arena, inOurScript, inPage, pause, started } from './arena'
import { type Attack, hold, same } from './attack'
import { falseBackend } from './false-backend'

const WORDS = `four quiet words ${crypto.randomUUID()}`
const EVERYTHING = /./

/** With a connection whose secret is known to the test, and a passphrase over it. */
async function guarded<T>(
  arena: Arena,
  work: (secret: string, connection: Connection) => Promise<T>,
): Promise<T> {
  const secret = `secret-${crypto.randomUUID()}`
  const backend = await falseBackend(() => false, { token: secret })
  const connection = await connect(arena.on.app, backend.link)
  try {
    await value(arena.on.app, 'vault.protect', { passphrase: WORDS })
    return await work(secret, connection)
  } finally {
    await value(arena.on.app, 'vault.unlock', { passphrase: WORDS })
    await value(arena.on.app, 'vault.protect', { passphrase: null })
    await value(arena.on.app, 'connection.remove', { connectionId: connection.id })
    await backend.stop()
  }
}

/** What a person can take out of the extension as a file or by copying. */
const exported = async (arena: Arena): Promise<string> => {
  const page = await arena.on.app.open(arena.on.app.url('options.html#about'))
  await pause(800)
  const text = await page.evaluate<string>(
    `(async () => JSON.stringify([document.documentElement.outerHTML, await chrome.storage.local.get(), await chrome.storage.sync?.get?.().catch?.(() => null)]))()`,
  )
  await page.close()
  return text
}

export const laptop: Attack[] = [
  {
    family: 'lost laptop',
    name: 'reads every file of the profile for the secret, the passphrase and the key',
    tries: 'sends as this reviewer from another machine',
    short: true,
    run: (arena) =>
      guarded(arena, async (secret) => {
        const { profile } = arena.on.app
        const page = await arena.page()
        await started(page)
        const why = `Words that are kept ${crypto.randomUUID()}, as the control, and mean nothing else at all.`
        const id = await commit(arena.on.app, page, 0, { why })
        await waitForRow(arena.on.app, (row) => row.id === id && row.state === 'delivered', 'the receipt')
        const key = await arena.on.app.inExtension(
          async () => String((await chrome.storage.session.get('vault-key'))['vault-key']),
          undefined,
        )
        hold(key.length === 44, 'the test is blind: no key')
        const raw = Buffer.from(key, 'base64')
        hold((await onDisk(profile, why, EVERYTHING)).length > 0, 'the test is blind: nothing is found')
        for (const [name, what] of [
          ['the secret', secret],
          ['the passphrase', WORDS],
          ['the key as text', key],
          ['the key', raw],
          ['the link', 'code-12345678'],
        ] as const)
          same(await onDisk(profile, what, EVERYTHING), [], `files with ${name}`)
        const out = await exported(arena)
        for (const what of [secret, WORDS, key]) hold(!out.includes(what), 'an export holds a secret')
      }),
  },
  {
    family: 'lost laptop',
    name: 'sends while the vault is locked',
    tries: 'uses the sign-in of somebody who has gone',
    run: (arena) =>
      guarded(arena, async (_, connection) => {
        await value(arena.on.app, 'vault.lock')
        const page = await arena.page()
        await started(page)
        const id = await commit(arena.on.app, page, 0)
        await pause(1500)
        await waitForRow(arena.on.app, (row) => row.id === id && row.state === 'queued', 'the waiting notice')
        const test = await arena.on.app.ask('connection.test', { connectionId: connection.id })
        same(test, { ok: false, problem: { code: 'vaultLocked' } }, 'the test of the connection')
        const wrong = await arena.on.app.ask('vault.unlock', { passphrase: `${WORDS}x` })
        same(wrong, { ok: false, problem: { code: 'passphraseWrong' } }, 'a wrong passphrase')
        const popup = await arena.on.app.open(arena.on.app.url('popup.html'))
        await popup.getByLabel('Passphrase').fill(WORDS)
        await popup.getByRole('button', { name: 'Unlock' }).click()
        await waitForRow(arena.on.app, (row) => row.id === id && row.state === 'delivered', 'the receipt')
        await popup.close()
        return 'the notice waits, and goes out when it is unlocked'
      }),
  },
  {
    family: 'lost laptop',
    name: 'reads the open key from a script in a page',
    tries: 'takes the key where it is open',
    run: (arena) =>
      guarded(arena, async () => {
        const page = await arena.page()
        await started(page)
        const got = await inOurScript(
          page,
          `(async () => { try { return await chrome.storage.session.get() } catch { return null } })()`,
        )
        same(got, null, 'what it read')
      }),
  },
  {
    family: 'lost laptop',
    name: 'starts the browser anew',
    tries: 'finds the vault open after the machine was taken',
    run: (arena) =>
      guarded(arena, async () => {
        await arena.on.app.killWorker()
        same(
          await value(arena.on.app, 'vault.state'),
          { passphrase: true, locked: false, lockMinutes: 15 },
          'after the worker died',
        )
        await arena.on.app.inExtension(() => chrome.storage.session.clear(), undefined)
        const { locked } = await value<{ locked: boolean }>(arena.on.app, 'vault.state')
        same(locked, true, 'locked without the session')
      }),
  },
  {
    family: 'unseen',
    name: 'all of it, in quiet mode',
    tries: 'finds anything of ours before the reviewer calls, and anything left after',
    short: true,
    async run(arena) {
      const first =
        'globalThis.changes = 0; new MutationObserver((all) => { if (document.readyState === "complete") changes += all.length }).observe(document, { subtree: true, childList: true, attributes: true })'
      const before = await arena.page({ first })
      await started(before)
      await setSettings(arena.on.app, { quiet: true })
      try {
        await pause(500)
        same((await marks(before)).length, 0, 'actions in a page that was open')
        const page = await arena.page({ first })
        await pause(1500)
        same([await inPage(page, 'changes'), (await marks(page)).length], [0, 0], 'changes and actions')
        const tabId = await arena.on.app.inExtension(
          async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id ?? -1,
          page.url(),
        )
        await value(arena.on.app, 'page.report', { tabId })
        const form = await formOf(page)
        await form.getByRole('region', { name: 'Item' }).waitFor()
        same((await marks(page)).length, 0, 'actions after the call')
        await page.keyboard.press('Escape')
        await pause(500)
        same(await inPage(page, `document.querySelectorAll('[popover]').length`), 0, 'what is left')
      } finally {
        await setSettings(arena.on.app, { quiet: false })
      }
      await started(before)
      return 'nothing until the reviewer calls; the actions come back when it ends'
    },
  },
]
