import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { Duplex } from 'node:stream'
import type { TLSSocket } from 'node:tls'
import { selfSigned } from './certificate'
import { picture } from './picture'

/** Saved pages of others, beside the repository; absent in a plain clone. */
export const FIXTURES = path.resolve(import.meta.dirname, '../../../shared/fixtures')
const SAMPLES = path.resolve(import.meta.dirname, '../pages')

/** A page to serve: its body, and the headers that make it special. */
export type ServedPage = { body: Buffer | string; headers?: Record<string, string> }
export type Request = { host: string; path: string; status: number }
export type PagesServer = {
  port: number
  /** Serves a page under an address (`https://host/path`) from now on. */
  serve: (address: string, page: ServedPage) => void
  /** Everything that was asked for, also what does not exist. */
  requests: Request[]
  /** The host of every TCP connection that was opened so far, also of those that asked for nothing. */
  connections: () => string[]
  /** The addresses that have a page. */
  addresses: () => string[]
  /** Is this one of the saved pages? */
  saved: (address: string) => boolean
  stop: () => Promise<void>
}

type Sample = { host: string; path: string; file: string; live?: boolean }

/** Addresses of pages, by what they are: `tests/pages/index.json` and the saved pages where they are there. */
export const samples = (): Sample[] => JSON.parse(readFileSync(path.join(SAMPLES, 'index.json'), 'utf8'))

/** A saved page's address, or null where the saved pages are absent. */
export function savedAddress(name: string): string | null {
  const file = path.join(FIXTURES, `${name}.json`)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).pageUrl : null
}

/** No script of a saved page runs: most would tear the snapshot down. */
const STILL = { 'content-security-policy': "script-src 'none'" }
/** The style sheet that Bluesky's saved pages ask for; what they show is laid out by rules that nobody saved. */
const BLUESKY_STYLES = 'https://web-cdn.bsky.app/static/css/main.d41af97c.css'
const LOOKS_LIKE_PICTURE = /\.(png|jpe?g|webp|gif|avif)$|@(jpeg|png|webp)$|\/img\/|media_attachments/i

/**
 * Serves pages over HTTPS on loopback under whatever host name the browser believes in (host-resolver rules):
 * the saved pages under their own addresses, our sample pages, and what a test adds. Anything else is not found;
 * nothing of it ever leaves the machine.
 */
export async function pagesServer({ pictures = true } = {}): Promise<PagesServer> {
  const pages = new Map<string, ServedPage>()
  const requests: Request[] = []
  for (const { host, path: at, file, live } of samples()) {
    const body = readFileSync(path.join(SAMPLES, file))
    pages.set(`https://${host}${at}`, { body, headers: live ? {} : STILL })
  }
  const own = new Set(pages.keys())
  if (existsSync(FIXTURES)) addSaved(pages)
  const saved = new Set([...pages.keys()].filter((address) => !own.has(address)))
  pages.set(BLUESKY_STYLES, {
    body: readFileSync(path.join(SAMPLES, 'react-native-web.css')),
    headers: { 'content-type': 'text/css' },
  })

  const server = createServer(selfSigned(), (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '')
    const { pathname, search } = new URL(request.url ?? '/', `https://${host || 'none'}`)
    const page = pages.get(`https://${host}${pathname}${search}`) ?? pages.get(`https://${host}${pathname}`)
    const drawn = !page && pictures && LOOKS_LIKE_PICTURE.test(pathname)
    requests.push({ host, path: pathname + search, status: page || drawn ? 200 : 404 })
    if (page) {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(page.body)
    } else if (drawn) {
      response
        .writeHead(200, { 'content-type': 'image/png', 'access-control-allow-origin': '*' })
        .end(picture(`${host}${pathname}`))
    } else response.writeHead(404, { 'content-type': 'text/plain' }).end('Not here.')
  })
  const connections = new Map<Duplex, string>()
  server.on('connection', (socket) => connections.set(socket, 'no name'))
  server.on('secureConnection', (socket) => {
    for (const one of connections.keys())
      if ((one as TLSSocket).remotePort === socket.remotePort) connections.set(one, String(socket.servername))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => [...connections.values()],
    serve: (address, page) => pages.set(address, page),
    requests,
    addresses: () => [...pages.keys()],
    saved: (address) => saved.has(address),
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

function addSaved(pages: Map<string, ServedPage>): void {
  for (const platform of readdirSync(FIXTURES, { withFileTypes: true })) {
    if (!platform.isDirectory()) continue
    const folder = path.join(FIXTURES, platform.name)
    for (const file of readdirSync(folder)) {
      if (!file.endsWith('.json')) continue
      const { pageUrl } = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as { pageUrl?: string }
      const html = path.join(folder, file.replace('.json', '.html'))
      if (!pageUrl || !existsSync(html)) continue
      const { protocol, host, pathname, search } = new URL(pageUrl)
      const address = `${protocol}//${host}${pathname}${search}`
      // Old pages say their own encoding in their markup: no charset in the header, bytes as they are.
      if (!pages.has(address))
        pages.set(address, { body: readFileSync(html), headers: { ...STILL, 'content-type': 'text/html' } })
    }
  }
}
