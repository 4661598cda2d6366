import type { LedgerEntry } from './entry'

/**
 * The lines of several ledgers as one list: each line once, though two files hold it (an older copy of a ledger, one
 * that went on in another browser). In an order of its own, so that the order of the files changes nothing; the lines of
 * one ledger stay in theirs.
 */
export function together(ledgers: readonly (readonly LedgerEntry[])[]): LedgerEntry[] {
  const lines = new Map(ledgers.flat().map((entry) => [entry.hash, entry]))
  return [...lines.values()].sort((a, b) => a.seq - b.seq || compare(a.at, b.at) || compare(a.hash, b.hash))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
