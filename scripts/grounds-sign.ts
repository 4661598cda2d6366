import fs from 'node:fs'
import { parseOrganisationPack } from '../utils/grounds/organisation-pack'
import { fingerprint, openSigned, signPack } from '../utils/grounds/signed'
import { ProblemError } from '../utils/problem'
import { readPhrases, readTaxonomy } from './pack-files'

const USAGE = `Makes a key, once:       npm run grounds:sign -- --new-key KEY.jwk
Signs a pack with it:    npm run grounds:sign -- PACK.json KEY.jwk > PACK.signed.json
See docs/grounds.md.`

/** A new Ed25519 key as JSON Web Key (RFC 8037), readable by its owner alone; an existing file is left as it is. */
async function newKey(file: string): Promise<void> {
  const { privateKey } = (await crypto.subtle.generateKey('Ed25519', true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair
  const jwk = await crypto.subtle.exportKey('jwk', privateKey)
  fs.writeFileSync(file, `${JSON.stringify(jwk)}\n`, { mode: 0o600, flag: 'wx' })
  console.error(
    `${file}: keep it secret and keep a copy. Without it no later version of your packs can be imported.`,
  )
  console.error(`Fingerprint, for your reviewers to compare:\n${await fingerprint(jwk.x ?? '')}`)
}

/** The signed envelope of a pack that has passed every check, on standard output. */
async function sign(packFile: string, keyFile: string): Promise<void> {
  const text = fs.readFileSync(packFile, 'utf8')
  const pack = parseOrganisationPack(JSON.parse(text), { phrases: readPhrases(), taxonomy: readTaxonomy() })
  const { kty, crv, x, d } = JSON.parse(fs.readFileSync(keyFile, 'utf8')) as JsonWebKey
  const [key, publicKey] = await Promise.all([
    crypto.subtle.importKey('jwk', { kty, crv, x, d }, 'Ed25519', false, ['sign']),
    crypto.subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', true, ['verify']),
  ])
  const signed = await signPack(text, key, publicKey)
  const { key: shown } = await openSigned(signed)
  console.log(signed)
  console.error(
    `${pack.id}, version ${pack.version}: ${pack.grounds.length} grounds.\n${await fingerprint(shown)}`,
  )
}

try {
  const [first, second] = process.argv.slice(2)
  if (first === '--new-key' && second) await newKey(second)
  else if (first && second) await sign(first, second)
  else throw new Error(USAGE)
} catch (error) {
  console.error(error instanceof ProblemError ? JSON.stringify(error.problem) : (error as Error).message)
  process.exitCode = 1
}
