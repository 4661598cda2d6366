import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'

/** Why bytes were not taken. `offsetWrong`: they do not go on where the upload stopped; `overtaken`: another has begun. */
export type Refusal = 'tooLarge' | 'digestWrong' | 'offsetWrong' | 'overtaken'
/** Whose upload of which body it is: what one organisation has begun, another can't even see. */
export type Upload = { owner: string; sha256: string }

/** An upload that nobody goes on with is forgotten after a week, milliseconds. */
const FORGOTTEN = 7 * 86_400_000

/**
 * Bodies of evidence as files named by their SHA-256. A body is there whole or not at all: it grows beside, goes on
 * where a broken upload stopped, and only when all of it has the right digest and is synced, it gets its name.
 */
export class EvidenceStore {
  /** The latest request for each upload: an older one, whose connection may be dead, writes nothing more. */
  readonly #latest = new Map<string, symbol>()

  constructor(
    private readonly folder: string,
    private readonly limit: number,
  ) {}

  #file(sha256: string): string {
    return path.join(this.folder, sha256.slice(0, 2), sha256)
  }

  #growing({ owner, sha256 }: Upload): string {
    return path.join(this.folder, 'incoming', `${owner}-${sha256}`)
  }

  /** How many bytes of an upload are here. */
  async offset(upload: Upload): Promise<number> {
    return (await fs.stat(this.#growing(upload)).catch(() => null))?.size ?? 0
  }

  /**
   * Takes bytes from `offset` on; 0 begins anew. What came before a connection broke stays for the next attempt, and so
   * does a part after which more follows (`complete` is false).
   * @throws whatever the body's reading throws.
   */
  async put(
    upload: Upload,
    body: AsyncIterable<Uint8Array>,
    offset = 0,
    complete = true,
  ): Promise<{ bytes: number } | Refusal> {
    const growing = this.#growing(upload)
    const turn = Symbol(growing)
    this.#latest.set(growing, turn)
    const mine = () => this.#latest.get(growing) === turn
    try {
      await fs.mkdir(path.dirname(growing), { recursive: true })
      if (offset !== 0 && offset !== (await this.offset(upload))) return 'offsetWrong'
      const file = await fs.open(growing, offset === 0 ? 'w' : 'r+', 0o600)
      let bytes = offset
      try {
        for await (const part of body) {
          if (!mine()) return 'overtaken'
          if (bytes + part.length > this.limit) {
            await fs.rm(growing, { force: true })
            return 'tooLarge'
          }
          await file.write(part, 0, part.length, bytes)
          bytes += part.length
        }
        await file.sync()
      } finally {
        await file.close()
      }
      if (!mine()) return 'overtaken'
      if (!complete) return { bytes }
      if ((await digestOf(growing)) !== upload.sha256) {
        await fs.rm(growing, { force: true })
        return 'digestWrong'
      }
      const to = this.#file(upload.sha256)
      await fs.mkdir(path.dirname(to), { recursive: true })
      await fs.rename(growing, to)
      return { bytes }
    } finally {
      if (mine()) this.#latest.delete(growing)
    }
  }

  /** Forgets uploads that nobody has gone on with for a week. */
  async sweep(now = Date.now()): Promise<void> {
    const folder = path.join(this.folder, 'incoming')
    for (const name of await fs.readdir(folder).catch(() => [])) {
      const file = path.join(folder, name)
      const { mtimeMs } = await fs.stat(file)
      if (now - mtimeMs > FORGOTTEN) await fs.rm(file, { force: true })
    }
  }

  read(sha256: string): Promise<Uint8Array<ArrayBuffer>> {
    return fs.readFile(this.#file(sha256)).then((buffer) => new Uint8Array(buffer))
  }

  stream(sha256: string): ReadableStream {
    const source = createReadStream(this.#file(sha256))
    return new ReadableStream({
      async start(controller) {
        for await (const part of source) controller.enqueue(part)
        controller.close()
      },
      cancel: () => void source.destroy(),
    })
  }
}

async function digestOf(file: string): Promise<string> {
  const digest = createHash('sha256')
  for await (const part of createReadStream(file)) digest.update(part as Uint8Array)
  return digest.digest('hex')
}
