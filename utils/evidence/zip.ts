import { unzipSync, zipSync } from 'fflate'
import { ProblemError } from '../problem'

/** The first moment that a ZIP file can hold: the same input gives the same bytes. */
const EPOCH = new Date(1980, 0, 1)
/** Nothing that we write is larger when it is unpacked. */
const MAX_UNPACKED = 256 * 1024 * 1024
const MAX_FILES = 64

export type Files = Record<string, Uint8Array<ArrayBuffer>>

/** Files stored, not deflated: what is in them is packed already, and readers reach into them by offset. */
export function pack(files: Files): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files).map(
    ([name, bytes]) => [name, [bytes, { level: 0, mtime: EPOCH }]] as const,
  )
  return zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]) as Uint8Array<ArrayBuffer>
}

/**
 * @throws ProblemError `bundleBroken` for what is no ZIP, or would be larger unpacked than any bundle of ours.
 */
export function unpack(bytes: Uint8Array): Files {
  let size = 0
  let count = 0
  try {
    return unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize
        count++
        if (size > MAX_UNPACKED || count > MAX_FILES) throw new RangeError('too large')
        return true
      },
    }) as Files
  } catch (error) {
    throw new ProblemError({
      code: 'bundleBroken',
      params: { what: error instanceof Error ? error.message : 'zip' },
    })
  }
}
