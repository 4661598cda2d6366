import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { startBackend } from '../backend/start'
import { launch } from '../tests/support/app'
import { buildGranted } from '../tests/support/build'
import { openDesk } from '../tests/support/desk'
import { findBrowser } from '../tests/support/find-browser'
import { pagesServer } from '../tests/support/pages'
import { connect, setSettings } from '../tests/support/stage'
import { serveContents, stops } from './start/feed'
import { say, step } from './start/say'
import { tour } from './start/tour'

/**
 * `npm start`: backend, feed and a browser with the extension connected. Without a display, or with `--tour`, it
 * walks the way of a notice itself and ends with 0 only if each decision came back onto its post.
 */
const hasDisplay =
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
const onTour = process.argv.includes('--tour') || !hasDisplay

/** What has to be ended, the last one first. */
const open: { name: string; end: () => Promise<void> }[] = []
let ending: Promise<void> | null = null

function endAll(): Promise<void> {
  ending ??= (async () => {
    for (const { end } of open.reverse()) await end().catch(() => {})
  })()
  return ending
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // A terminal sends it to everyone in its group, and whoever started us passes it on.
    if (!ending) say('Stopping.')
    void endAll().then(() => process.exit(130))
  })
}

async function main(): Promise<void> {
  await step('Browser found', () => findBrowser(say))
  await step('Extension built', buildGranted)
  const pages = await step('Pages served under their real host names', pagesServer)
  open.push({ name: 'pages', end: pages.stop })
  const dataDir = await fs.mkdtemp(path.join(os.tmpdir(), 'flagpost-start-'))
  // An embedded database that runs as another user must be able to reach its folder.
  await fs.chmod(dataDir, 0o755)
  open.push({ name: 'data', end: () => fs.rm(dataDir, { recursive: true, force: true }) })
  const backend = await step('Backend started', () => startBackend({ dataDir }))
  open.push({ name: 'backend', end: backend.stop })
  const contents = serveContents(pages, backend.deskUrl)
  const app = await step('Browser started with the extension', () =>
    launch({ pagesPort: pages.port, headless: onTour, ...(onTour ? {} : { viewport: null }) }),
  )
  open.push({ name: 'browser', end: app.close })
  await step('Extension connected by an enrolment link', async () => {
    const link = await backend.enrol({
      organisation: 'Sample Ministry',
      country: 'KZ',
      reviewerCode: 'R7',
      role: 'reviewer',
    })
    await connect(app, link)
    // The sample pages' Mastodon server, as a reviewer adds one in the options.
    await setSettings(app, { servers: { 'mastodon.example': 'mastodon' } })
  })

  if (onTour) {
    await tour(app, backend, stops())
    return
  }
  const desk = await openDesk(app.context, backend)
  await desk.bringToFront()
  for (const { address } of stops()) await app.open(address)
  const [first] = app.context.pages()
  await first?.goto(contents)
  await first?.bringToFront()
  say(`Desk      ${backend.deskUrl} (token: ${backend.desk.token})`)
  say(`Backend   ${backend.origin}`)
  say('Press the flag in a post’s action bar. Close the browser or press Ctrl-C to stop.')
  await new Promise((done) => app.context.once('close', done))
}

try {
  await main()
  await endAll()
  process.exit(0)
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  if (!(error instanceof Error) || process.env.DEBUG) console.error(error)
  await endAll()
  process.exit(1)
}
