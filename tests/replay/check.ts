import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { BrowserContext, Frame, Page } from 'playwright-core'
import { CDXIndexer, WARCParser } from 'warcio'
import { openBundle } from '../../utils/evidence/open'
import { readContainer } from '../../utils/evidence/verify/container'
import { verifyBundle } from '../../utils/evidence/verify/verify'
import type { PlayerServer } from './player'

const run = promisify(execFile)

/** Plays a bundle; gives what was shown, whether the player found it signed, every request that left loopback. */
export async function replay(context: BrowserContext, server: PlayerServer, bundle: Uint8Array<ArrayBuffer>) {
  const { record } = await openBundle(bundle)
  const address = record.item.permalink ?? record.page.address
  const page = await context.newPage()
  const left: string[] = []
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (/^https?:$/.test(protocol) && hostname !== '127.0.0.1') left.push(request.url())
  })
  try {
    await startPlayer(page, server)
    await page.goto(server.address(bundle, address))
    const frame = await shownIn(() => page.frames(), address)
    const shown = await frame.evaluate(async () => {
      const images = [...document.images].filter(({ src }) => /^https?:/.test(src))
      await Promise.all(images.map((image) => image.decode().catch(() => {})))
      return {
        text: document.body.innerText.replace(/\s+/g, ' ').trim(),
        broken: images.filter(({ naturalWidth }) => naturalWidth === 0).map(({ src }) => src),
        images: images.length,
      }
    })
    return { ...shown, left, signed: await signedBy(page) }
  } finally {
    await page.close()
  }
}

/** In the player's frame: what it wrote down of each bundle's signature. */
const SIGNATURES = `(async () => {
  const asked = (request) =>
    new Promise((done, fail) => {
      request.onsuccess = () => done(request.result)
      request.onerror = () => fail(request.error)
    })
  const all = []
  for (const { name } of await indexedDB.databases()) {
    const db = await asked(indexedDB.open(name))
    if (db.objectStoreNames.contains('verification'))
      all.push((await asked(db.transaction('verification').objectStore('verification').get('signature'))) ?? null)
    db.close()
  }
  return all
})()`

/**
 * Did the player itself find the signature good of each bundle that it has played? (Of the files it says only which it
 * has not read yet, and calls those false, those of other writers too.)
 */
async function signedBy(page: Page): Promise<boolean> {
  const own = page.frames().find((frame) => /\/replay\/\?/.test(frame.url()))
  if (!own) throw new Error('ReplayWeb.page has no frame of its own.')
  const found = await own.evaluate<({ matched: boolean } | null)[]>(SIGNATURES)
  return found.length > 0 && found.every((one) => one?.matched === true)
}

/**
 * Waits for the player's service worker. The player itself loads its frame four times while that one starts, a tenth
 * of a second apart, then stays empty: on a busy machine too early.
 */
async function startPlayer(page: Page, server: PlayerServer): Promise<void> {
  await page.goto(server.start)
  await page.evaluate(async () => {
    const { serviceWorker } = navigator
    const registration = await serviceWorker.register('/replay/sw.js?serveIndex=1', { scope: '/replay/' })
    const worker = registration.installing ?? registration.waiting ?? registration.active
    await new Promise<void>((done) => {
      if (worker?.state === 'activated') done()
      worker?.addEventListener('statechange', () => worker.state === 'activated' && done())
    })
  })
}

/** The frame in which the player shows the archived page, once it is there. */
async function shownIn(frames: () => Frame[], address: string): Promise<Frame> {
  const end = Date.now() + 40_000
  while (Date.now() < end) {
    const found = frames().find((frame) => frame.url().includes('mp_/') && frame.url().endsWith(address))
    const ready =
      found &&
      (await found.evaluate(() => document.readyState === 'complete' && !!document.body).catch(() => false))
    if (found && ready) return found
    await new Promise((done) => setTimeout(done, 100))
  }
  const said = await Promise.all(
    frames().map((frame) =>
      frame
        .locator('body')
        .innerText({ timeout: 1000 })
        .catch(() => ''),
    ),
  )
  throw new Error(`ReplayWeb.page did not show ${address}. It says: ${said.join(' ').trim() || 'nothing'}`)
}

/** What independent readers find wrong with a bundle; empty: nothing. */
export async function faultsOf(bundle: Uint8Array<ArrayBuffer>): Promise<string[]> {
  const faults: string[] = []
  const { lines } = await verifyBundle(bundle)
  for (const { check, faults: found } of lines)
    for (const { code, params } of found)
      faults.push(`verifier: ${check} ${code} ${JSON.stringify(params ?? {})}`)
  const contents = readContainer(bundle)
  const archive = contents.get('archive/data.warc.gz') as Uint8Array<ArrayBuffer>
  faults.push(...(await warcFaults(archive, new TextDecoder().decode(contents.get('indexes/index.cdx')))))
  return faults
}

/** Webrecorder's own reader (warcio): every record is read, and the index that it makes says what ours says. */
async function warcFaults(archive: Uint8Array<ArrayBuffer>, index: string): Promise<string[]> {
  const faults: string[] = []
  const stream = () => new Blob([archive]).stream()
  let count = 0
  for await (const record of new WARCParser(stream())) {
    await record.readFully(false)
    count += 1
  }
  const ours = new Map(
    index
      .trim()
      .split('\n')
      .map((line) => {
        const fields = JSON.parse(line.slice(line.indexOf('{'))) as Record<string, string>
        return [fields.url, { key: line.slice(0, line.indexOf(' {')), ...fields }] as const
      }),
  )
  if (count !== ours.size + 1) faults.push(`warcio: ${count} records, ${ours.size} lines`)
  const indexer = new CDXIndexer({ format: 'cdxj', noSurt: false } as never)
  for await (const theirs of indexer.iterIndex([
    { filename: 'data.warc.gz', reader: stream() },
  ]) as AsyncIterable<Record<string, string | number>>) {
    const own = ours.get(String(theirs.url)) as Record<string, string> | undefined
    // It gives a resource's type with its parameters.
    for (const name of ['offset', 'length', 'mime', 'status'] as const)
      if (String(theirs[name] ?? own?.[name]).split(';')[0] !== own?.[name])
        faults.push(`warcio: ${theirs.url}: ${name} ${theirs[name]}, ours ${own?.[name]}`)
    if (own && `${theirs.urlkey} ${theirs.timestamp}` !== own.key)
      faults.push(`warcio: ${theirs.urlkey} ${theirs.timestamp}, ours ${own.key}`)
  }
  return faults
}

/** `wacz validate` (py-wacz) where Python has it: what it says against the bundle; null: it is not there. */
export async function pyWaczFaults(bundle: Uint8Array): Promise<string[] | null> {
  const has = await run('python3', ['-c', 'import wacz']).catch(() => null)
  if (!has) return null
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'flagpost-wacz-'))
  try {
    const file = path.join(folder, 'bundle.wacz')
    await fs.writeFile(file, bundle)
    await run('python3', ['-m', 'wacz.main', 'validate', '-f', file])
    return []
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    return [`py-wacz: ${stdout}${stderr}`.trim()]
  } finally {
    await fs.rm(folder, { recursive: true, force: true })
  }
}
