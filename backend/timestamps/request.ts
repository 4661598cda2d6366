import { randomBytes } from 'node:crypto'

/** Longest wait for an authority, and the largest answer that is read: a token with its certificates has a few kB. */
const PATIENCE = 15_000
export const MAX_ANSWER = 64 * 1024

/** What stands before the hash: version 1, SHA-256 (RFC 3161, section 2.4.1; all lengths are fixed). */
const HEAD = Buffer.from('30430201013031300d060960864801650304020105000420', 'hex')

/**
 * A request for a timestamp over a SHA-256 (lower-case hexadecimal), certificates wanted.
 * @returns its DER and its nonce, eight bytes, the first one neither 0 nor negative.
 */
export function timestampRequest(sha256: string): { der: Buffer; nonce: string } {
  const nonce = randomBytes(8)
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x01
  const der = Buffer.concat([
    HEAD,
    Buffer.from(sha256, 'hex'),
    Buffer.from('0208', 'hex'),
    nonce,
    Buffer.from('0101ff', 'hex'),
  ])
  return { der, nonce: nonce.toString('hex') }
}

/** Asks an authority (RFC 3161, section 3.4). @throws Error with what went wrong, for the log. */
export async function askAuthority(address: string, der: Buffer): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body: new Uint8Array(der),
    signal: AbortSignal.timeout(PATIENCE),
  })
  if (!answer.ok || !answer.body) throw new Error(`The authority answered ${answer.status}.`)
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.body) {
    size += part.length
    if (size > MAX_ANSWER) throw new Error('The authority’s answer does not end.')
    parts.push(part)
  }
  return new Uint8Array(Buffer.concat(parts))
}
