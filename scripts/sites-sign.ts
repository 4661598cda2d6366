import fs from 'node:fs'
import { canonicalJson } from '../utils/canonical'
import { fingerprint, openSigned, SITES_FORMAT, signPack } from '../utils/grounds/signed'
import { ProblemError } from '../utils/problem'
import { parseSitePack } from '../utils/sites/pack'

const USAGE = `Signs a site pack:  npm run sites:sign -- PACK.json KEY.jwk > PACK.signed.json
A key is made once: npm run grounds:sign -- --new-key KEY.jwk
See docs/sites.md.`

try {
  const [packFile, keyFile] = process.argv.slice(2)
  if (!packFile || !keyFile) throw new Error(USAGE)
  const json: unknown = JSON.parse(fs.readFileSync(packFile, 'utf8'))
  const { pack } = parseSitePack(json)
  const { kty, crv, x, d } = JSON.parse(fs.readFileSync(keyFile, 'utf8')) as JsonWebKey
  const [key, publicKey] = await Promise.all([
    crypto.subtle.importKey('jwk', { kty, crv, x, d }, 'Ed25519', false, ['sign']),
    crypto.subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', true, ['verify']),
  ])
  const signed = await signPack(canonicalJson(json), key, publicKey, SITES_FORMAT)
  const { key: shown } = await openSigned(signed, SITES_FORMAT)
  console.log(signed)
  const sites = pack.sites.map(({ id, version }) => `${id} ${version}`).join(', ')
  console.error(
    `${pack.id}, version ${pack.version}, until ${pack.expiresAt}: ${sites}.\n${await fingerprint(shown)}`,
  )
} catch (error) {
  console.error(error instanceof ProblemError ? JSON.stringify(error.problem) : (error as Error).message)
  process.exitCode = 1
}
