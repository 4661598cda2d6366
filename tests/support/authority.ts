import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

export type TestAuthority = {
  address: string
  /** PEM of the root that its certificate leads to. */
  root: string
  /** Bodies of the requests that came. */
  asked: Buffer[]
  /** What it answers next instead: a status, or other bytes. */
  answer: (change: ((reply: Buffer) => Buffer) | number | null) => void
  stop: () => Promise<void>
}

export const hasOpenssl = (): Promise<boolean> =>
  run('openssl', ['version']).then(
    () => true,
    () => false,
  )

const CONFIG = (folder: string) => `
[ req ]
distinguished_name = name
prompt = no
[ name ]
CN = Flagpost test stamps
[ root ]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
[ stamps ]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[ other ]
extendedKeyUsage = serverAuth
[ tsa ]
default_tsa = tsa_config
[ tsa_config ]
serial = ${folder}/serial
crypto_device = builtin
signer_cert = ${folder}/stamps.pem
certs = ${folder}/root.pem
signer_key = ${folder}/stamps.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`

/** A real authority (`openssl ts`) on loopback, with a root of its own. */
export async function testAuthority(): Promise<TestAuthority> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'flagpost-authority-'))
  const at = (name: string) => path.join(folder, name)
  const openssl = (...args: string[]) => run('openssl', args, { cwd: folder })
  await fs.writeFile(at('config'), CONFIG(folder))
  await fs.writeFile(at('serial'), '01')
  const key = (name: string) => [
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    at(`${name}.key`),
    '-config',
    at('config'),
  ]
  await openssl(
    'req',
    '-x509',
    ...key('root'),
    '-out',
    at('root.pem'),
    '-subj',
    '/CN=Flagpost test root',
    '-extensions',
    'root',
    '-days',
    '2',
  )
  await openssl('req', '-new', ...key('stamps'), '-out', at('stamps.csr'))
  await openssl(
    'x509',
    '-req',
    '-in',
    at('stamps.csr'),
    '-CA',
    at('root.pem'),
    '-CAkey',
    at('root.key'),
    '-CAcreateserial',
    '-out',
    at('stamps.pem'),
    '-extfile',
    at('config'),
    '-extensions',
    'stamps',
    '-days',
    '2',
  )

  const asked: Buffer[] = []
  let change: ((reply: Buffer) => Buffer) | number | null = null
  let count = 0
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = Buffer.concat(parts)
    asked.push(body)
    count += 1
    const [query, reply] = [at(`${count}.tsq`), at(`${count}.tsr`)]
    await fs.writeFile(query, body)
    await openssl('ts', '-reply', '-config', at('config'), '-queryfile', query, '-out', reply)
    const bytes = await fs.readFile(reply)
    if (typeof change === 'number') response.writeHead(change).end()
    else
      response
        .writeHead(200, { 'content-type': 'application/timestamp-reply' })
        .end(change ? change(bytes) : bytes)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    root: await fs.readFile(at('root.pem'), 'utf8'),
    asked,
    answer: (next) => {
      change = next
    },
    stop: async () => {
      await new Promise((done) => server.close(done))
      await fs.rm(folder, { recursive: true, force: true })
    },
  }
}
