import { createServer, type IncomingHttpHeaders, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request on its way to the backend. */
export type Passing = { method: string; path: string; headers: IncomingHttpHeaders; body: Buffer }
type Reply = { status: number; headers?: Record<string, string>; body?: string | Buffer }

/**
 * What goes wrong. `down`: the connection is cut before anything is read. `slow`: the answer comes after `ms`.
 * `answer`: this answer instead of the backend's, which hears nothing. `change`: the backend's answer, changed.
 * `cut`: the backend hears and commits, its answer is lost. `cutUpload`: the connection breaks within the body.
 */
export type Fault =
  | { kind: 'down' }
  | { kind: 'slow'; ms: number }
  | { kind: 'answer'; reply: Reply }
  | { kind: 'change'; change: (reply: Reply, passing: Passing) => Reply }
  | { kind: 'cut' }
  | { kind: 'cutUpload' }

export type FaultProxy = {
  origin: string
  /** Which fault a request meets from now on (null: none). `times`: how many requests meet it; then none does. */
  fail: (fault: Fault | null, where?: (passing: Passing) => boolean, times?: number) => void
  heard: (Passing & { status: number | null })[]
  stop: () => Promise<void>
}

/** Notices only; evidence, account and feed go through. */
export const NOTICES = ({ method, path }: Passing) => method === 'POST' && path === '/v1/notices'
export const EVIDENCE = ({ method, path }: Passing) => method === 'PUT' && path.startsWith('/v1/evidence/')
export const ALL = () => true

/** An HTTP server in front of a backend that misbehaves as it is told. */
export async function faultProxy(target: string): Promise<FaultProxy> {
  const { hostname, port } = new URL(target)
  let fault: Fault | null = null
  let where: (passing: Passing) => boolean = ALL
  let left = Number.POSITIVE_INFINITY
  const heard: FaultProxy['heard'] = []

  const pass = ({ method, path, headers, body }: Passing) =>
    new Promise<Reply>((done, fail) => {
      const onward = send({ hostname, port, method, path, headers }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part) => parts.push(part))
        answer.on('end', () =>
          done({
            status: answer.statusCode ?? 502,
            headers: answer.headers as Record<string, string>,
            body: Buffer.concat(parts),
          }),
        )
        answer.on('error', fail)
      })
      onward.on('error', fail)
      onward.end(body)
    })

  const server = createServer((request, response) => {
    const { method = '', url = '', headers, socket } = request
    const parts: Buffer[] = []
    let cutting = false
    const chosen = (): Fault | null => {
      if (!fault || left <= 0 || !where({ method, path: url, headers, body: Buffer.alloc(0) })) return null
      return fault
    }
    const early = chosen()
    if (early?.kind === 'down') {
      left--
      heard.push({ method, path: url, headers, body: Buffer.alloc(0), status: null })
      return socket.destroy()
    }
    request.on('data', (part) => {
      parts.push(part)
      if (cutting || early?.kind !== 'cutUpload') return
      cutting = true
      left--
      heard.push({ method, path: url, headers, body: Buffer.concat(parts), status: null })
      socket.destroy()
    })
    request.on('error', () => {})
    request.on('end', async () => {
      if (cutting) return
      const passing = { method, path: url, headers, body: Buffer.concat(parts) }
      const meets = chosen()
      if (meets) left--
      try {
        if (meets?.kind === 'slow') await new Promise((done) => setTimeout(done, meets.ms))
        const passed = meets?.kind === 'answer' ? meets.reply : await pass(passing)
        const reply = meets?.kind === 'change' ? meets.change(passed, passing) : passed
        const cut = meets?.kind === 'cut'
        heard.push({ ...passing, status: cut ? null : reply.status })
        if (cut) return socket.destroy()
        const body = Buffer.from(reply.body ?? '')
        const { 'content-length': _, 'transfer-encoding': __, ...rest } = reply.headers ?? {}
        // Answers of our own need the header without which a browser keeps them from the extension's pages.
        response.writeHead(reply.status, {
          'access-control-allow-origin': '*',
          'access-control-expose-headers': 'retry-after',
          ...rest,
        })
        response.end(method === 'HEAD' ? undefined : body)
      } catch {
        heard.push({ ...passing, status: null })
        socket.destroy()
      }
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fail(next, filter = ALL, times = Number.POSITIVE_INFINITY) {
      fault = next
      where = filter
      left = times
    },
    heard,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

/** An answer of our own with a problem body (RFC 9457). */
export const problem = (status: number, detail: string, headers: Record<string, string> = {}): Fault => ({
  kind: 'answer',
  reply: {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: JSON.stringify({ type: 'about:blank', title: detail, status, detail }),
  },
})
