import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** The file of a backend's evidence that has this digest's name; null: not there (yet). */
export function evidenceIn(folder: string, sha256: string): Buffer<ArrayBuffer> | null {
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const file = path.join(folder, name)
    if (name.includes(sha256) && statSync(file).isFile()) return readFileSync(file)
  }
  return null
}
