import type { Page } from 'playwright-core'
import type { Answer, Connection } from '../../utils/messages'
import { type App, type LaunchOptions, launch } from './app'
import { type TestBackend, testBackend } from './backend'
import { type FaultProxy, faultProxy } from './faults'
import { until } from './marks'
import { type PagesServer, pagesServer, samples } from './pages'
import { type Draft, type Row, readStore, unsent } from './stored'

export type { Draft, Row }

/** Everything that one notice meets: pages, browser with the extension, faults on the way, the backend. */
export type Stage = {
  app: App
  pages: PagesServer
  backend: TestBackend
  proxy: FaultProxy
  /** Opens one of our sample pages by its file's name. */
  sample: (file: string) => Promise<Page>
  stop: () => Promise<void>
}

export type StageOptions = LaunchOptions & {
  /** Enrols the extension at the backend (through the proxy); otherwise it stays with practice. */
  connected?: boolean
  settings?: Record<string, unknown>
}

/** Settings under which tests run: no waiting for undo, the sample pages' Mastodon server known. */
export const TEST_SETTINGS = { undoSeconds: 0, servers: { 'mastodon.example': 'mastodon' }, language: 'en' }

/** Starts all of it and connects the extension. */
export async function stage({ connected = true, settings, ...options }: StageOptions = {}): Promise<Stage> {
  const pages = await pagesServer()
  const [backend, app] = await Promise.all([testBackend(), launch({ ...options, pagesPort: pages.port })])
  const proxy = await faultProxy(backend.origin)
  await setSettings(app, { ...TEST_SETTINGS, ...settings })
  if (connected) await connect(app, await backend.enrolReviewer(), proxy.origin)
  return {
    app,
    pages,
    backend,
    proxy,
    sample: (file) => app.open(addressOf(file)),
    async stop() {
      await app.close()
      await proxy.stop()
      await backend.stop()
      await pages.stop()
    },
  }
}

/** The address under which a sample page of ours is served. */
export function addressOf(file: string): string {
  const sample = samples().find((one) => one.file === file)
  if (!sample) throw new Error(`There is no sample page ${file}.`)
  return `https://${sample.host}${sample.path}`
}

/** Writes settings as the options page would, and has the scripts registered anew. */
export async function setSettings(app: App, settings: Record<string, unknown>): Promise<void> {
  await app.inExtension(async (patch) => {
    const { settings: before } = await chrome.storage.local.get('settings')
    await chrome.storage.local.set({ settings: { ...(before as object | undefined), ...patch } })
  }, settings)
  await value(app, 'site.sync')
}

/** Enrols by a link of the backend; `origin`: the way there (a proxy). */
export async function connect(app: App, link: string, origin?: string): Promise<Connection> {
  const { hash, origin: own } = new URL(link)
  return value<Connection>(app, 'connection.enrol', { link: `${origin ?? own}/enrol${hash}` })
}

/** Asks the background as a page of ours; gives the value, or throws the problem. */
export async function value<T>(app: App, type: string, payload: unknown = {}): Promise<T> {
  const answer = (await app.ask(type, payload)) as Answer<T> | undefined
  if (!answer?.ok) throw new Error(`${type}: ${JSON.stringify(answer?.problem ?? 'no answer')}`)
  return answer.value
}

/** Runs a function in a document of the extension's own. */
export const inExtension = <A, T>(app: App, work: (argument: A) => Promise<T>, argument: A): Promise<T> =>
  app.inExtension(work, argument)

/** The outbox's rows as they lie in IndexedDB. */
export const rows = async (app: App): Promise<Row[]> => (await app.inExtension(readStore, 'notices')) as Row[]

/** Drafts that were not sent yet, newest first. */
export const drafts = async (app: App): Promise<Draft[]> =>
  unsent((await app.inExtension(readStore, 'drafts')) as Draft[])

/** Waits until a notice's row is as wanted. */
export async function waitForRow(
  app: App,
  good: (row: Row) => boolean,
  what: string,
  timeout = 20_000,
): Promise<Row> {
  const all = await until(
    () => rows(app),
    (list) => list.some(good),
    what,
    timeout,
  )
  return all.find(good) as Row
}
