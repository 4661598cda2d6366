import fs from 'node:fs/promises'
import path from 'node:path'

/** The extension's own part of a profile; the rest is the browser's (its cache of pages, its history). */
export const OURS =
  /IndexedDB|Extension|Local Storage|Session Storage|Service Worker|blob_storage|File System/

/** All files of a profile whose path fits. */
async function files(profile: string, which: RegExp): Promise<string[]> {
  const all = await fs.readdir(profile, { recursive: true, withFileTypes: true })
  return all
    .filter((one) => one.isFile())
    .map((one) => path.join(one.parentPath, one.name))
    .filter((file) => which.test(file))
}

/** The files in which these bytes stand, or these words in either form in which the browser writes strings. */
export async function onDisk(profile: string, what: string | Buffer, which = OURS): Promise<string[]> {
  const wanted = typeof what === 'string' ? [Buffer.from(what), Buffer.from(what, 'utf16le')] : [what]
  const found: string[] = []
  for (const file of await files(profile, which)) {
    const bytes = await fs.readFile(file).catch(() => Buffer.alloc(0))
    if (wanted.some((one) => bytes.includes(one))) found.push(path.relative(profile, file))
  }
  return found
}
