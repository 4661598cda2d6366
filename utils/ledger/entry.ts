import { z } from 'zod'
import { hex } from '../bytes'
import { Sha256 } from '../notice'

/** One line of the ledger: what was done with one notice, chained to the line before by its hash. */
export const LedgerEntry = z.object({
  seq: z.number().int().min(1),
  at: z.iso.datetime(),
  noticeId: z.string().max(60),
  /** The machine's event, or `submit` for the commit. */
  event: z.string().max(40),
  from: z.string().max(20),
  to: z.string().max(20),
  reviewer: z.string().max(60),
  /** Figures and codes only, never content: digests, problem codes, attempts. */
  facts: z.record(z.string().max(40), z.union([z.string().max(300), z.number(), z.boolean()])),
  prev: z.union([Sha256, z.literal('')]),
  hash: Sha256,
})
export type LedgerEntry = z.infer<typeof LedgerEntry>

/** JSON with sorted keys and no white space: the same value always gives the same bytes (RFC 8785's idea). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const pairs = Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${pairs.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/** Lower-case hexadecimal SHA-256 of a text's UTF-8 bytes, or of bytes. */
export async function sha256(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

/** The next entry after `head` (null: the first one), with its hash over everything else in it. */
export async function chain(
  head: { seq: number; hash: string } | null,
  fields: Omit<LedgerEntry, 'seq' | 'prev' | 'hash'>,
): Promise<LedgerEntry> {
  const entry = { ...fields, seq: (head?.seq ?? 0) + 1, prev: head?.hash ?? '' }
  return { ...entry, hash: await sha256(canonicalJson(entry)) }
}

/** Where a chain breaks, or null when every entry is there, in order and unchanged. */
export async function findBreak(
  entries: LedgerEntry[],
): Promise<{ seq: number; why: 'order' | 'link' | 'hash' } | null> {
  let head = { seq: 0, hash: '' }
  for (const { hash, ...entry } of entries) {
    if (entry.seq !== head.seq + 1) return { seq: entry.seq, why: 'order' }
    if (entry.prev !== head.hash) return { seq: entry.seq, why: 'link' }
    if ((await sha256(canonicalJson(entry))) !== hash) return { seq: entry.seq, why: 'hash' }
    head = { seq: entry.seq, hash }
  }
  return null
}
