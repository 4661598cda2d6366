import type { JWK } from 'jose'
import { sha256 } from '../../ledger/entry'
import { readArchive, readIndex } from './archive'
import { type Contents, differAt, readContainer, writeContainer } from './container'
import { checkIndex, checkMedia, checkPages, checkRecord, checkSnapshot } from './content'
import { checkFiles, jsonOf, Package, PackageDigest } from './package'
import { checkReceipt, checkStamp, type GivenProof, isCopy, openCopy, type TimestampChecker } from './proof'
import { fail, Lines, type Report } from './report'
import { checkAccount, checkSignature } from './signature'

export type VerifyOptions = {
  /** The digest that a notice names for it; null where it is known from nowhere else. */
  sha256?: string | null
  /** Receipt and timestamp, where they lie beside the bundle and not in a copy of it. */
  proof?: GivenProof | null
  /** Keys for receipts that are trusted; null: the receipt's own are used, and the line says so. */
  keys?: readonly JWK[] | null
  /** Checks a timestamp's signature; null: what it says of itself is read. */
  timestamp?: TimestampChecker | null
}

/**
 * Checks a bundle without any of the code that wrote it, and says line by line what was looked at: the container byte
 * by byte, the package and its signatures, each file, each record of the archive, the index, that all of them tell
 * the same story; then receipt and timestamp. Never throws: whatever a file holds is an answer.
 */
export async function verifyBundle(
  bytes: Uint8Array<ArrayBuffer>,
  { sha256: expected = null, proof = null, keys = null, timestamp = null }: VerifyOptions = {},
): Promise<Report> {
  const lines = new Lines()
  let contents: Contents | null = null
  await lines.check('container', (_, line) => {
    contents = readContainer(bytes)
    line.params = { count: contents.size, bytes: bytes.length }
    const at = differAt(writeContainer(contents), bytes)
    if (at !== null) fail('structure', { at })
  })
  if (contents === null) return lines.report()
  const opened = isCopy(contents)
    ? await lines.check('copy', (add) => openCopy(contents as Contents, add))
    : null
  const sealed = opened ? writeContainer(opened.sealed) : bytes
  await checkContents(opened?.sealed ?? contents, lines)
  const digest = await sha256(sealed)
  await lines.check('digest', (add, line) => {
    line.params.digest = digest
    if (expected !== null && digest !== expected) add('otherDigest', { expected })
  })
  const { receipt, timestamp: stamp } = opened?.proof ?? proof ?? { receipt: null, timestamp: null }
  await lines.check('receipt', (_, line) => {
    if (receipt) return checkReceipt(receipt, digest, keys, line)
    line.state = 'absent'
  })
  await lines.check('timestamp', (_, line) => {
    if (stamp) return checkStamp(stamp, sealed, digest, timestamp, line)
    line.state = 'absent'
  })
  return lines.report()
}

async function checkContents(contents: Contents, lines: Lines): Promise<void> {
  const file = (path: string) => contents.get(path) ?? fail('missing', { file: path })
  const digest = await lines.check('package', async () => {
    const read = jsonOf(contents, 'datapackage-digest.json', PackageDigest)
    if (read.hash !== `sha256:${await sha256(file('datapackage.json'))}`)
      fail('hash', { file: 'datapackage.json' })
    return read
  })
  const description = await lines.check('files', async (add, line) => {
    const read = jsonOf(contents, 'datapackage.json', Package)
    line.params.count = read.resources.length
    await checkFiles(contents, read, add)
    return read
  })
  const key =
    description &&
    digest &&
    (await lines.check('signature', (add, line) => checkSignature(description, digest, add, line)))
  const archive = await lines.check('archive', async (_, line) => {
    const index = readIndex(file('indexes/index.cdx'))
    const records = await readArchive(file('archive/data.warc.gz'), index)
    line.params.count = records.length
    return { index, records }
  })
  if (!archive || !description) return
  const { index, records } = archive
  await lines.check('index', (add, line) => {
    line.params.count = index.length
    checkIndex(index, records, add)
  })
  await lines.check('pages', (add) => checkPages(contents, description, add))
  const record = await lines.check('record', async (add, line) => {
    const read = await checkRecord(contents, description, records, add)
    line.params = { at: read.page.capturedAt, reviewer: read.reviewer, page: description.mainPageUrl }
    return read
  })
  if (!record) return
  await lines.check('account', (add, line) =>
    checkAccount(contents, description, record, key ?? '', add, line),
  )
  await lines.check('snapshot', (add) => checkSnapshot(contents, record, description, records, add))
  await lines.check('media', (add, line) => {
    const { media, screenshot, context } = record
    const around = [screenshot, context.window, context.page].filter((part) => part && !('missing' in part))
    line.params.count = media.filter(({ sha256 }) => sha256 !== null).length + around.length
    return checkMedia(record, description, records, add)
  })
}
