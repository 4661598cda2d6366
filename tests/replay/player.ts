import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { escapeMarkup } from '../../utils/evidence/markup'

const run = promisify(execFile)

/**
 * ReplayWeb.page as its makers publish it. It is under the AGPL: a tool of the tests alone, fetched when they run,
 * in no bundle of ours and on no list of dependencies (its own can't be installed at the moment).
 */
const PLAYER = {
  name: 'replaywebpage',
  version: '2.5.3',
  sha512: 'nCj2PSON3BxeSJKE8AsYPyULv0XPZKJWfy4l9PyQre9SqwLZ+WKZVs/sfLqPOQ4GrH+0YkjbwOhr8cSTH08gsQ==',
}
const FOLDER = path.resolve(
  import.meta.dirname,
  '../../node_modules/.cache/flagpost',
  `${PLAYER.name}-${PLAYER.version}`,
)

/** The folder with the player's `ui.js` and `sw.js`, or null where npm does not give it (no network). */
export async function fetchPlayer(): Promise<string | null> {
  if (existsSync(path.join(FOLDER, 'sw.js'))) return FOLDER
  const temporary = await fs.mkdtemp(path.join(os.tmpdir(), 'flagpost-player-'))
  try {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
    await run(npm, ['pack', `${PLAYER.name}@${PLAYER.version}`, '--pack-destination', temporary], {
      timeout: 60_000,
    })
    const file = path.join(temporary, `${PLAYER.name}-${PLAYER.version}.tgz`)
    const digest = createHash('sha512')
      .update(await fs.readFile(file))
      .digest('base64')
    if (digest !== PLAYER.sha512) throw new Error('The player that npm gave is another one.')
    await run('tar', ['xzf', file, '-C', temporary, 'package/ui.js', 'package/sw.js'])
    await fs.mkdir(path.dirname(FOLDER), { recursive: true })
    await fs.rename(path.join(temporary, 'package'), FOLDER)
    return FOLDER
  } catch {
    return existsSync(path.join(FOLDER, 'sw.js')) ? FOLDER : null
  } finally {
    await fs.rm(temporary, { recursive: true, force: true })
  }
}

export type PlayerServer = {
  /** An empty page where the player's service worker can be registered. */
  start: string
  /** The address that plays one bundle. */
  address: (bundle: Uint8Array, page: string) => string
  stop: () => Promise<void>
}

/** Serves the player and the bundles that it is given, on loopback. */
export async function playerServer(folder: string): Promise<PlayerServer> {
  const bundles: Uint8Array[] = []
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const send = (type: string, body: Uint8Array | string) =>
      response.writeHead(200, { 'content-type': type }).end(body)
    const number = /^\/(\d+)\.wacz$/.exec(pathname)?.[1]
    const bundle = number === undefined ? undefined : bundles[Number(number)]
    if (bundle) {
      const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? []
      if (from === undefined) {
        const headers = {
          'content-type': 'application/wacz',
          'accept-ranges': 'bytes',
          'content-length': bundle.length,
        }
        response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : bundle)
        return
      }
      const end = to ? Math.min(Number(to), bundle.length - 1) : bundle.length - 1
      response
        .writeHead(206, {
          'content-type': 'application/wacz',
          'content-range': `bytes ${from}-${end}/${bundle.length}`,
          'content-length': end - Number(from) + 1,
        })
        .end(bundle.subarray(Number(from), end + 1))
    } else if (pathname === '/ui.js') send('text/javascript', await fs.readFile(path.join(folder, 'ui.js')))
    else if (pathname === '/replay/sw.js')
      send('text/javascript', await fs.readFile(path.join(folder, 'sw.js')))
    else if (pathname === '/play') {
      send(
        'text/html; charset=utf-8',
        `<!doctype html><script src="/ui.js"></script><replay-web-page style="height:100vh" source="/${searchParams.get('n')}.wacz" url="${escapeMarkup(searchParams.get('url') ?? '')}" embed="replayonly" replaybase="/replay/"></replay-web-page>`,
      )
    } else if (pathname === '/start') send('text/html', '<!doctype html>')
    else response.writeHead(404).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    start: `http://127.0.0.1:${port}/start`,
    address(bundle, page) {
      const n = bundles.push(bundle) - 1
      return `http://127.0.0.1:${port}/play?n=${n}&url=${encodeURIComponent(page)}`
    },
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
