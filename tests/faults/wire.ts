import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Random } from '../outbox/nemesis'

/** Where the way to the backend breaks: before anything is read, within the body, after the backend's answer. */
export type Cut = 'before' | 'half' | 'answer'
/** What a wild way does to one request, besides cutting it. */
export type Mischief = Cut | 'none' | 'twice' | 'late' | 'shortAnswer'

/** One request as it came: the log that nobody of ours keeps. */
export type Passed = { name: string; key: string | null; body: string; status: number | null; cut: boolean }

export type Wire = {
  origin: string
  log: Passed[]
  /** How many bytes each body had, as `log`. */
  sizes: number[]
  /** The next request by a name that fits is cut there, if it comes so far. */
  cutNext: (cut: Cut | null, fits?: (name: string) => boolean) => void
  /** The cut that still waits for its request. */
  waiting: () => Cut | null
  /** Decides for each request what is done to it; null: the way is good again. */
  wild: (choose: (() => Mischief) | null, random?: Random) => void
  stop: () => Promise<void>
}

/** Requests by what they are for: `POST notice`, `PUT evidence`. */
export function requestName(method: string, url: string): string {
  const path = url.replace(/\?.*/, '')
  if (/^\/v1\/notices\/[^/]+\/withdraw$/.test(path)) return 'POST withdrawal'
  if (path === '/v1/notices') return `${method} notice`
  if (path.startsWith('/v1/evidence/')) return `${method} evidence`
  if (path.startsWith('/v1/uploads')) return `${method} upload`
  return `${method} ${path.split('/')[2] ?? path}`
}

/**
 * The way to a backend on loopback, request by request. At each of its steps it says where it is, and waits: the
 * request has come and nothing of it went on (`sent`), half of its body went on (`half`), the backend has answered and
 * nothing of the answer went back (`answered`).
 */
export async function wireTo(target: string, at: (point: string) => Promise<void>): Promise<Wire> {
  const { hostname, port } = new URL(target)
  const log: Passed[] = []
  const sizes: number[] = []
  let cut: Cut | null = null
  let fits: (name: string) => boolean = () => true
  let wild: (() => Mischief) | null = null
  let random: Random = Math.random

  const take = (where: Cut, mischief: Mischief, name: string) => {
    if (mischief === where) return true
    if (cut !== where || !fits(name)) return false
    cut = null
    return true
  }

  /** Hands one request on; `half` runs when half of its body has gone. Null: the backend gave no whole answer. */
  const pass = (request: IncomingMessage, body: Buffer, half: () => Promise<boolean>) =>
    new Promise<{ answer: IncomingMessage; bytes: Buffer } | 'cut' | null>((done) => {
      const { method, url, headers } = request
      const onward = forward({ hostname, port, method, path: url, headers, agent: false }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part) => parts.push(part))
        answer.on('end', () => done({ answer, bytes: Buffer.concat(parts) }))
        answer.on('error', () => done(null))
      })
      onward.on('error', () => done(null))
      if (body.length === 0) return onward.end()
      const middle = Math.ceil(body.length / 2)
      onward.write(body.subarray(0, middle), async () => {
        if (await half()) {
          // What was written has to be there before the end of the connection is.
          await pause(150)
          onward.destroy()
          return done('cut')
        }
        onward.end(body.subarray(middle))
      })
    })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers, socket } = request
    const body = await bodyOf(request)
    const name = requestName(method, url)
    const key = headers['idempotency-key']?.toString() ?? null
    const entry: Passed = {
      name,
      key,
      body: name.endsWith('evidence') ? '' : String(body),
      status: null,
      cut: false,
    }
    const told = method !== 'OPTIONS'
    if (told) log.push(entry)
    if (told) sizes.push(body.length)
    const mischief = (told && wild?.()) || 'none'
    const end = () => {
      entry.cut = true
      socket.destroy()
    }
    if (told) await at(`${name}: sent`)
    if (told && take('before', mischief, name)) return end()
    if (mischief === 'late') await pause(random() * 800)
    const whole = await pass(request, body, async () => {
      await at(`${name}: half`)
      return take('half', mischief, name)
    })
    if (whole === null || whole === 'cut') return end()
    if (mischief === 'twice') await pass(request, body, async () => false)
    const { answer, bytes } = whole
    entry.status = answer.statusCode ?? null
    if (told) await at(`${name}: answered`)
    if (told && take('answer', mischief, name)) return end()
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    if (mischief !== 'shortAnswer' || bytes.length < 2) return void response.end(bytes)
    entry.cut = true
    response.write(bytes.subarray(0, bytes.length / 2), () => socket.destroy())
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => request.socket.destroy())
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log,
    sizes,
    cutNext(next, which = () => true) {
      cut = next
      fits = which
    },
    waiting: () => cut,
    wild(choose, chance = Math.random) {
      wild = choose
      random = chance
    },
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms))
