import fs from 'node:fs/promises'
import path from 'node:path'
import { startBackend } from './start'

const { DATABASE_URL, PORT, EVIDENCE_PORT, HOST, DATA_DIR, PUBLIC_ORIGIN, PUBLIC_EVIDENCE_ORIGIN } =
  process.env
/** A timestamp authority's address (RFC 3161), and a PEM file of the roots that its certificates have to lead to. */
const { TIMESTAMP_AUTHORITY, TIMESTAMP_ROOTS } = process.env

const backend = await startBackend({
  ...(DATABASE_URL ? { databaseUrl: DATABASE_URL } : {}),
  ...(PUBLIC_ORIGIN ? { publicOrigin: PUBLIC_ORIGIN } : {}),
  ...(PUBLIC_EVIDENCE_ORIGIN ? { publicEvidenceOrigin: PUBLIC_EVIDENCE_ORIGIN } : {}),
  ...(TIMESTAMP_AUTHORITY
    ? {
        authority: {
          address: TIMESTAMP_AUTHORITY,
          roots: TIMESTAMP_ROOTS ? [await fs.readFile(TIMESTAMP_ROOTS, 'utf8')] : [],
        },
      }
    : {}),
  dataDir: path.resolve(DATA_DIR ?? '.flagpost'),
  port: Number(PORT ?? 8787),
  evidencePort: Number(EVIDENCE_PORT ?? 8788),
  host: HOST ?? '127.0.0.1',
})
console.log(`Backend   ${backend.origin}`)
console.log(`Evidence  ${backend.evidenceOrigin}`)
console.log(`Desk      ${backend.deskUrl}  (token: ${backend.desk.token})`)

let stopping = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stopping) return
    stopping = true
    void backend.stop().then(() => process.exit(0))
  })
}
