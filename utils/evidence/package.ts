import { sha256 } from '../ledger/entry'

/** The list of a bundle's files, and its hash with the signature (WACZ 1.1.1). */
export const PACKAGE = 'datapackage.json'
export const DIGEST = 'datapackage-digest.json'

export type Resource = { name: string; path: string; hash: string; bytes: number }

/** How a package names one of its files. */
export async function resourceOf([path, bytes]: [string, Uint8Array<ArrayBuffer>]): Promise<Resource> {
  return {
    name: path.split('/').pop() ?? path,
    path,
    hash: `sha256:${await sha256(bytes)}`,
    bytes: bytes.length,
  }
}

/** A value as the JSON file that stands in a bundle. */
export const json = (value: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(JSON.stringify(value, null, 2))
