import { z } from 'zod'
import { sha256 } from '../../ledger/entry'
import type { Contents } from './container'
import { type Add, fail } from './report'

/** What the package says of itself (WACZ 1.1.1, section 5.2). */
export const Package = z.strictObject({
  profile: z.literal('data-package'),
  wacz_version: z.literal('1.1.1'),
  software: z.string(),
  created: z.string(),
  mainPageUrl: z.string(),
  mainPageDate: z.string(),
  title: z.string(),
  resources: z
    .array(
      z.strictObject({
        name: z.string(),
        path: z.string(),
        hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
        bytes: z.number().int().min(0),
      }),
    )
    .max(64),
})
export type Package = z.infer<typeof Package>

/** WACZ 1.1.1, section 5.3; `signedData` as in wacz-auth 0.1.0, the form without a domain. */
export const PackageDigest = z.strictObject({
  path: z.literal('datapackage.json'),
  hash: z.string(),
  signedData: z
    .strictObject({
      hash: z.string(),
      created: z.string(),
      software: z.string(),
      version: z.string().optional(),
      /** Base64: r and s of ECDSA. */
      signature: z.base64(),
      /** Base64: SubjectPublicKeyInfo. */
      publicKey: z.base64(),
    })
    .optional(),
})
export type PackageDigest = z.infer<typeof PackageDigest>

/** Its text; @throws FaultError when it is missing or no UTF-8. */
export function textOf(contents: Contents, path: string): string {
  const bytes = contents.get(path) ?? fail('missing', { file: path })
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return fail('form', { file: path, what: 'UTF-8' })
  }
}

/** Its JSON in one form; @throws FaultError */
export function jsonOf<T>(contents: Contents, path: string, schema: z.ZodType<T>): T {
  const text = textOf(contents, path)
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    if (parsed.success) return parsed.data
    return fail('form', { file: path, what: parsed.error.issues[0]?.path.join('.') ?? '' })
  } catch (error) {
    if (error instanceof SyntaxError) return fail('form', { file: path, what: 'JSON' })
    throw error
  }
}

const ALWAYS = ['datapackage.json', 'datapackage-digest.json']

/** Every file that the package names is there as it says, and no other. */
export async function checkFiles(contents: Contents, { resources }: Package, add: Add): Promise<void> {
  const named = new Set(ALWAYS)
  for (const { path, name, hash, bytes } of resources) {
    const file = contents.get(path)
    if (!file) add('missing', { file: path })
    else if (file.length !== bytes || `sha256:${await sha256(file)}` !== hash) add('hash', { file: path })
    if (path !== `${path.slice(0, path.lastIndexOf('/') + 1)}${name}` || named.has(path))
      add('differs', { file: 'datapackage.json', what: path })
    named.add(path)
  }
  for (const path of contents.keys()) if (!named.has(path)) add('unlisted', { file: path })
}
