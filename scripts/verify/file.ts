import type fs from 'node:fs/promises'
import path from 'node:path'
import { MAX_BUNDLE } from '../../utils/evidence/verify/container'
import { bundleText } from './bundle'
import { isLedger, ledgerText } from './ledger'
import type { Trust, Verdict } from './trust'

/** A kind of file that can be checked. `is`: by its name and first bytes; the last kind takes whatever is left. */
export type Kind = {
  is: (name: string, head: Uint8Array) => boolean
  verify: (bytes: Uint8Array<ArrayBuffer>, trust: Trust) => Promise<Verdict>
}

const KINDS: readonly Kind[] = [
  { is: isLedger, verify: ledgerText },
  { is: () => true, verify: bundleText },
]

/** Checks one file by its kind. Never throws: a file that can't be read is an answer, too. */
export async function verifyFile(
  file: string,
  trust: Trust,
  { stat, readFile }: Pick<typeof fs, 'stat' | 'readFile'>,
): Promise<Verdict> {
  const not = (why: string): Verdict => ({ holds: false, text: `${file}\n  ✗ ${why}` })
  try {
    const found = await stat(file)
    if (!found.isFile()) return not('This is no file.')
    if (found.size > MAX_BUNDLE)
      return not(
        `It is larger than ${MAX_BUNDLE / 1024 / 1024} MB; nothing that Flagpost writes is. It was not read.`,
      )
    const bytes = new Uint8Array(await readFile(file))
    const kind = KINDS.find(({ is }) => is(path.basename(file), bytes.subarray(0, 512)))
    if (!kind) return not('It is no kind of file that is checked here.')
    const { holds, text } = await kind.verify(bytes, trust)
    return { holds, text: `${file}\n${text}` }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    return not(code === 'ENOENT' ? 'There is no such file.' : `It can’t be read (${code ?? String(error)}).`)
  }
}
