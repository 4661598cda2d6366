import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { fetchMedia } from '../../utils/evidence/media'
import { picture } from '../support/picture'

const FILES = 'https://files.example'
const PNG = picture('a', 20, 20)
const MB = 1024 * 1024

describe('media of an item', () => {
  let server: Server
  let origin = ''
  const asked: { path: string; cookie: string | undefined; referer: string | undefined }[] = []
  let sent = 0

  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = request.url ?? ''
      asked.push({ path, cookie: request.headers.cookie, referer: request.headers.referer })
      const stream = (bytes: Buffer) => {
        const go = () => {
          while (!response.destroyed && response.write(bytes)) sent += bytes.length
        }
        response.on('drain', go)
        go()
      }
      if (path === '/ok.png') response.setHeader('content-type', 'text/html').end(PNG)
      else if (path === '/said.png') response.setHeader('content-length', 100 * MB).write(PNG)
      else if (path === '/endless.png') stream(Buffer.alloc(MB))
      else if (path === '/stuck.png') response.write(PNG)
      else if (path === '/page.png')
        response.setHeader('content-type', 'image/png').end('<!doctype html><script>')
      else if (path === '/drawing.svg')
        response.setHeader('content-type', 'image/svg+xml').end('<svg onload="x"/>')
      else if (path === '/gone.png') response.writeHead(410).end()
      else if (path === '/private.png') response.writeHead(request.headers.cookie ? 200 : 403).end(PNG)
      else if (path === '/moved.png') response.writeHead(302, { location: '/ok.png' }).end()
      else if (path === '/film.mp4') response.end(Buffer.concat([Buffer.from('\0\0\0\x18ftypisom'), PNG]))
      else if (path === '/font.woff2') response.end('wOF2 and what follows')
      else response.writeHead(500).end()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const fetchReal = fetch
    // The network's part: names lead to loopback, and who may show cookies has one.
    vi.stubGlobal('fetch', (url: URL, init: RequestInit) =>
      fetchReal(new URL(url.pathname, origin), {
        ...init,
        ...(init.credentials === 'include' ? { headers: { cookie: 'session=1' } } : {}),
      }),
    )
  })
  afterAll(async () => {
    vi.unstubAllGlobals()
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  })

  const fetchAll = (wanted: [path: string, kind?: 'image' | 'video' | 'font'][], asReviewer = false) =>
    fetchMedia(
      wanted.map(([path, kind = 'image']) => ({ url: path.startsWith('http') ? path : FILES + path, kind })),
      { allowed: ({ hostname }) => hostname.endsWith('.example') || hostname === '127.0.0.1', asReviewer },
      new AbortController().signal,
    )

  it('is kept as the network gives it, with type, size, digest and time, by its first bytes', async () => {
    const { records, media } = await fetchAll([
      ['/ok.png'],
      ['/film.mp4', 'video'],
      ['/font.woff2', 'font'],
      ['/moved.png'],
    ])
    expect(records.map(({ type, missing }) => missing ?? type)).toEqual([
      'image/png',
      'video/mp4',
      'font/woff2',
      'image/png',
    ])
    expect(media[0]?.bytes).toEqual(new Uint8Array(PNG))
    expect(records[0]).toMatchObject({ bytes: PNG.length, sha256: media[0]?.sha256 })
    expect(Date.parse(records[0]?.fetchedAt ?? '')).not.toBeNaN()
  })

  it('is listed with its reason where it could not be had', async () => {
    const { records, media } = await fetchAll([
      ['/said.png'],
      ['/endless.png'],
      ['/page.png'],
      ['/drawing.svg'],
      ['/gone.png'],
      ['/broken.png'],
      ['https://elsewhere.invalid/a.png'],
      ['http://127.0.0.1/a.png'],
      ['/ok.png', 'video'],
      ['/private.png'],
    ])
    expect(records.map(({ missing }) => missing)).toEqual([
      'tooLarge',
      'tooLarge',
      'wrongType',
      'wrongType',
      'gone',
      'failed',
      'notAllowed',
      'notAllowed',
      'wrongType',
      'failed',
    ])
    expect(media).toEqual([])
    // The endless one was left, not read on.
    expect(sent).toBeLessThan(64 * MB)
  })

  it('is left where it does not come to an end', async () => {
    const { records } = await fetchAll([['/stuck.png']])
    expect(records[0]?.missing).toBe('tooSlow')
  })

  it('is asked for without cookies and referrer; as the reviewer only where the site’s own media are refused', async () => {
    asked.length = 0
    const { records } = await fetchAll([['/private.png'], ['/ok.png']], true)
    expect(records.map(({ missing }) => missing)).toEqual([null, null])
    expect(asked.filter(({ path }) => path === '/ok.png').map(({ cookie }) => cookie)).toEqual([undefined])
    expect(asked.filter(({ path }) => path === '/private.png').map(({ cookie }) => cookie)).toEqual([
      undefined,
      'session=1',
    ])
    expect(asked.every(({ referer }) => referer === undefined)).toBe(true)
  })

  it('is not fetched where the page could not give it', async () => {
    const { records } = await fetchMedia(
      [{ url: '', kind: 'canvas', missing: 'tainted' }],
      { allowed: () => true, asReviewer: false },
      new AbortController().signal,
    )
    expect(records).toMatchObject([{ kind: 'canvas', missing: 'tainted', sha256: null }])
  })
})
