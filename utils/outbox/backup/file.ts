import { z } from 'zod'
import { base64, fromBase64, fromHex, hex } from '../../bytes'
import { parseJson } from '../../json'
import { checkPassphrase, passphraseKey, ROUNDS } from '../../passphrase'
import { ProblemError } from '../../problem'

/**
 * A backup as a file: one line of JSON that says how it is locked, then sealed records, each preceded by its length
 * (4 bytes, big-endian). A record is AES-256-GCM under a key from the passphrase; its nonce is its number, and its
 * number and whether it is the last are bound in, so that a record that is missing, put elsewhere or changed, and a cut
 * end, are found. Records are JSON; bytes in them stand as base64.
 */
const First = z.object({
  schema: z.literal('flagpost.backup/1'),
  kdf: z.literal('PBKDF2-SHA-256'),
  rounds: z.number().int().min(600_000).max(10_000_000),
  salt: z.string().regex(/^[0-9a-f]{32}$/),
})
/** No record of ours is longer: evidence has at most 64 MiB. */
const LONGEST = 128 * 1024 * 1024
const LINE = 1_000

const keyOf = (passphrase: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<CryptoKey> =>
  passphraseKey(passphrase.normalize('NFC'), salt, rounds)

/** The salt is new for each file, so a number is used once under its key. */
function bound(number: number, last: boolean) {
  const iv = new Uint8Array(12)
  new DataView(iv.buffer).setUint32(8, number)
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(`${number}${last ? ' last' : ''}`) }
}

/**
 * Seals records, one after the other, so that never more than one of them is open at once.
 * @throws ProblemError `passphraseShort`.
 */
export async function sealFile(passphrase: string, records: AsyncIterable<unknown>): Promise<Blob> {
  checkPassphrase(passphrase)
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const key = await keyOf(passphrase, salt, ROUNDS)
  const first: z.infer<typeof First> = {
    schema: 'flagpost.backup/1',
    kdf: 'PBKDF2-SHA-256',
    rounds: ROUNDS,
    salt: hex(salt),
  }
  const parts: BlobPart[] = [`${JSON.stringify(first)}\n`]
  let number = 0
  const add = async (record: unknown, last: boolean) => {
    const plain = new TextEncoder().encode(JSON.stringify(record, asText))
    const sealed = await crypto.subtle.encrypt(bound(number, last), key, plain)
    const length = new Uint8Array(4)
    new DataView(length.buffer).setUint32(0, sealed.byteLength)
    // A blob of its own can leave the memory for the disk.
    parts.push(new Blob([length, sealed]))
    number += 1
  }
  for await (const record of records) await add(record, false)
  await add(null, true)
  return new Blob(parts, { type: 'application/octet-stream' })
}

/**
 * The records of a file, each when it is asked for. Whoever acts on one before the last has come acts on a file that may
 * be cut.
 * @throws ProblemError `backupWrong` (another file), `backupLocked` (another passphrase, or its first record was
 * changed), `backupBroken` (changed or cut further on).
 */
export async function* openFile(passphrase: string, file: Blob): AsyncGenerator<unknown> {
  const head = new TextDecoder().decode(await file.slice(0, LINE).arrayBuffer())
  const end = head.indexOf('\n')
  const first = First.safeParse(parseJson(head.slice(0, Math.max(0, end))))
  if (!first.success) throw new ProblemError({ code: 'backupWrong' })
  const salt = fromHex(first.data.salt)
  const key = await keyOf(passphrase, salt, first.data.rounds)
  let at = new TextEncoder().encode(head.slice(0, end + 1)).length
  for (let number = 0; ; number++) {
    const broken = new ProblemError({ code: number === 0 ? 'backupLocked' : 'backupBroken' })
    const length = await file.slice(at, at + 4).arrayBuffer()
    if (length.byteLength < 4) throw new ProblemError({ code: 'backupBroken' })
    const size = new DataView(length).getUint32(0)
    if (size > LONGEST || at + 4 + size > file.size) throw new ProblemError({ code: 'backupBroken' })
    const sealed = await file.slice(at + 4, at + 4 + size).arrayBuffer()
    at += 4 + size
    const last = at === file.size
    const plain = await crypto.subtle.decrypt(bound(number, last), key, sealed).catch(() => {
      throw broken
    })
    if (last) return
    yield JSON.parse(new TextDecoder().decode(plain), asBytes)
  }
}

/** Bytes become text on the way out … */
function asText(this: unknown, key: string, given: unknown): unknown {
  // `JSON.stringify` may have turned the value already: the holder has it as it was.
  const value = (this as Record<string, unknown>)[key]
  if (value instanceof ArrayBuffer) return { buffer64: base64(new Uint8Array(value)) }
  if (value instanceof Uint8Array) return { bytes64: base64(value) }
  return given
}

/** … and bytes again on the way in. */
function asBytes(_: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  const { buffer64, bytes64 } = value as { buffer64?: unknown; bytes64?: unknown }
  if (typeof buffer64 === 'string') return fromBase64(buffer64).buffer
  return typeof bytes64 === 'string' ? fromBase64(bytes64) : value
}
