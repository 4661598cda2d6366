import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'

/** Why bytes were not taken. */
export type Refusal = 'tooLarge' | 'digestWrong'

/**
 * Bodies of evidence as files named by their SHA-256. A body is there whole or not at all: it is written beside,
 * hashed on the way, synced, and only then given its name.
 */
export class EvidenceStore {
  constructor(
    private readonly folder: string,
    private readonly limit: number,
  ) {}

  #file(sha256: string): string {
    return path.join(this.folder, sha256.slice(0, 2), sha256)
  }

  async put(sha256: string, body: AsyncIterable<Uint8Array>): Promise<{ bytes: number } | Refusal> {
    const beside = path.join(this.folder, 'incoming', randomBytes(12).toString('hex'))
    await fs.mkdir(path.dirname(beside), { recursive: true })
    const file = await fs.open(beside, 'wx', 0o600)
    const digest = createHash('sha256')
    let bytes = 0
    try {
      for await (const part of body) {
        bytes += part.length
        if (bytes > this.limit) return 'tooLarge'
        digest.update(part)
        await file.write(part)
      }
      if (digest.digest('hex') !== sha256) return 'digestWrong'
      await file.sync()
      const to = this.#file(sha256)
      await fs.mkdir(path.dirname(to), { recursive: true })
      await fs.rename(beside, to)
      return { bytes }
    } finally {
      await file.close()
      await fs.rm(beside, { force: true })
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
