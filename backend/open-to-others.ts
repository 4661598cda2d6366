import fs from 'node:fs/promises'
import path from 'node:path'

/** Can any user walk down to this folder? */
export async function isOpenToOthers(folder: string): Promise<boolean> {
  for (let at = folder; ; at = path.dirname(at)) {
    if (((await fs.stat(at)).mode & 0o001) === 0) return false
    if (at === path.dirname(at)) return true
  }
}
