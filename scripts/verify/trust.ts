import type fs from 'node:fs/promises'
import type { JWK } from 'jose'
import { z } from 'zod'

/** What the person who checks trusts beforehand; null: nothing was given. */
export type Trust = {
  keys: readonly JWK[] | null
  roots: readonly string[]
  /** Receipts from a backend's own records, by which a ledger's cut end shows. */
  receipts: readonly string[]
}

export const NO_TRUST: Trust = { keys: null, roots: [], receipts: [] }

const Jwks = z.object({ keys: z.array(z.record(z.string(), z.unknown())).min(1) })

/** Reads what the options name. @throws Error in plain words. */
export async function readTrust(
  { keys, roots, receipt = [] }: { keys?: string; roots?: string; receipt?: string[] },
  { readFile }: Pick<typeof fs, 'readFile'>,
): Promise<Trust> {
  return {
    keys: keys === undefined ? null : (Jwks.parse(JSON.parse(await readFile(keys, 'utf8'))).keys as JWK[]),
    roots: roots === undefined ? [] : [await readFile(roots, 'utf8')],
    receipts: await Promise.all(receipt.map(async (file) => (await readFile(file, 'utf8')).trim())),
  }
}

/** What one file's check says, ready to print. */
export type Verdict = { holds: boolean; text: string }
