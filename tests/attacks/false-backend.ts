import { createServer as createPlain, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecure } from 'node:https'
import type { AddressInfo } from 'node:net'
import { CompactSign, exportJWK, generateKeyPair, type JWK } from 'jose'
import { sha256 } from '../../utils/ledger/entry'
import { selfSigned } from '../support/certificate'

export type Asked = { method: string; path: string; headers: IncomingMessage['headers']; body: Buffer }
/** Answers in the place of what an honest backend says; false: it does not. */
export type Lie = (
  asked: Asked,
  response: ServerResponse,
  backend: FalseBackend,
) => boolean | Promise<boolean>

export type FalseBackend = {
  origin: string
  /** An enrolment link, good any number of times. */
  link: string
  heard: Asked[]
  /** A receipt as an honest backend would sign it, with other claims or by another key where given. */
  receipt: (notice: Asked, claims?: object, key?: CryptoKey) => Promise<string>
  keys: JWK[]
  stop: () => Promise<void>
}

export type Names = { backend?: string; organisation?: string; account?: string }

type FalseOptions = { secure?: boolean; names?: Names; token?: string }

const reply = (response: ServerResponse, status: number, value: unknown) =>
  response
    .writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
    .end(JSON.stringify(value))

/** A backend on loopback that is as it should be, but for its lies. */
export async function falseBackend(
  lie: Lie = () => false,
  { secure = false, names = {}, token = 't'.repeat(40) }: FalseOptions = {},
): Promise<FalseBackend> {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const keys = [await exportJWK(publicKey)]
  const heard: Asked[] = []
  const evidence = new Map<string, true>()
  const account = {
    id: `account-${crypto.randomUUID()}`,
    name: names.account ?? 'Reviewer',
    reviewerCode: 'R1',
    role: 'reviewer',
    organisation: { id: 'o1', name: names.organisation ?? 'Ministry', country: 'KZ' },
    backend: { name: names.backend ?? 'A backend', version: '1' },
    maxEvidenceBytes: 100_000_000,
    rules: { maxPerMinute: 60 },
  }

  async function receipt({ body }: Asked, claims: object = {}, key: CryptoKey = privateKey): Promise<string> {
    const { id, evidence: sealed } = JSON.parse(String(body)) as {
      id: string
      evidence: { sha256: string } | null
    }
    const honest = {
      iss: 'false',
      sub: id,
      jti: `r-${id}`,
      iat: Math.floor(Date.now() / 1000),
      body: await sha256(new Uint8Array(body)),
      evidence: sealed ? [sealed.sha256] : [],
    }
    const payload = new TextEncoder().encode(JSON.stringify({ ...honest, ...claims }))
    return new CompactSign(payload).setProtectedHeader({ alg: 'ES256' }).sign(key)
  }

  async function honest(asked: Asked, response: ServerResponse): Promise<unknown> {
    const { method, path } = asked
    if (path === '/.well-known/jwks.json') return reply(response, 200, { keys })
    if (path.startsWith('/v1/enrolments/')) return reply(response, 201, { token, account })
    if (path === '/v1/account') return reply(response, 200, account)
    if (path.startsWith('/v1/changes')) return reply(response, 200, { changes: [], cursor: '0', more: false })
    if (path.startsWith('/v1/evidence/')) {
      const there = evidence.has(path)
      if (method === 'PUT') evidence.set(path, true)
      return response.writeHead(method === 'HEAD' && !there ? 404 : 200).end()
    }
    if (path === '/v1/notices' && method === 'POST')
      return reply(response, 201, { receipt: await receipt(asked) })
    return reply(response, 404, { title: 'Not here.' })
  }

  const listen = (request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = []
    request.on('data', (part) => parts.push(part))
    request.on('error', () => {})
    response.on('error', () => {})
    request.on('end', async () => {
      const { method = '', url: path = '', headers } = request
      const asked = { method, path, headers, body: Buffer.concat(parts) }
      heard.push(asked)
      if (!(await lie(asked, response, backend))) await honest(asked, response)
    })
  }
  const server = secure ? createSecure(selfSigned(), listen) : createPlain(listen)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const origin = `${secure ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`
  const backend: FalseBackend = {
    origin,
    link: `${origin}/enrol#code-12345678`,
    heard,
    receipt,
    keys,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
  return backend
}
