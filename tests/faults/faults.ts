import fs from 'node:fs/promises'
import path from 'node:path'
import type { Connection } from '../../utils/messages'
import { type Ending, judge, NOTICES } from '../outbox/story'
import { buildGranted, buildGrantedFirefox, OUTPUT } from '../support/build'
import { provideFirefox } from '../support/find-browser'
import { pagesServer } from '../support/pages'
import { TEST_SETTINGS } from '../support/stage'
import { checkLedger, type Verdict } from './check'
import { chromiumRig } from './chromium'
import { drain } from './drain'
import { firefoxRig } from './firefox'
import { type On, runCase } from './matrix'
import { buildWithPoints, listenAtPoints } from './points'
import { type Rig, value } from './rig'
import { startServer } from './server'
import { type Case, cases, spread } from './steps'
import { wireTo } from './wire'

export type Part = 'model' | 'chromium' | 'firefox' | 'drain'
export type FaultsOptions = {
  cases?: number | undefined
  /** The first step of the matrix; default: 1. */
  from?: number | undefined
  seeds?: number | undefined
}
type Say = (line: string) => void

/** So many cases by default where a browser's start takes long. */
const FIREFOX_CASES = 28
const DRAINED = 1_000
const SEEDS = 1_000
const SEED = 7

/** What all parts came to. */
type Sum = { cases: number; notices: number; lost: number; doubled: number; wrong: number; left: string[] }

/** Runs the parts, says a line for each case, and last what it came to. True: all as it has to be. */
export async function runFaults(parts: readonly Part[], options: FaultsOptions, say: Say): Promise<boolean> {
  const sum: Sum = { cases: 0, notices: 0, lost: 0, doubled: 0, wrong: 0, left: [] }
  const add = (notices: number, { lost, doubled, wrong }: Verdict) => {
    sum.cases += 1
    sum.notices += notices
    sum.lost += lost
    sum.doubled += doubled
    sum.wrong += wrong.length > 0 ? 1 : 0
  }
  const all = cases().filter(({ step }) => step >= (options.from ?? 1))
  if (parts.includes('model')) {
    const from = Date.now()
    const seeds = options.seeds ?? SEEDS
    const told: Ending = { lost: 0, doubled: 0, wrong: [] }
    for (let seed = 1; seed <= seeds; seed++) {
      const ending = await judge(seed)
      add(NOTICES, ending)
      told.lost += ending.lost
      told.doubled += ending.doubled
      told.wrong.push(...ending.wrong)
    }
    say(`Model: ${seeds} stories of ${NOTICES} notices: ${worded(told)}, ${seconds(Date.now() - from)}`)
  }
  if (parts.includes('chromium')) {
    await onStage('chromium', say, (on) => matrix(on, spread(all, options.cases ?? 1_000), add, say))
  }
  if (parts.includes('drain')) {
    await onStage('chromium', say, async (on, connection) => {
      const count = options.cases ?? DRAINED
      const { requests, met, took, ...verdict } = await drain(on, connection, count, SEED)
      add(count, verdict)
      const way = `${requests} requests, ${met} of them dropped, late, doubled or cut`
      say(`Drain: ${count} notices, ${way}: ${worded(verdict)}, ${seconds(took)}`)
    })
  }
  if (parts.includes('firefox')) {
    if (await provideFirefox(() => {})) {
      await onStage('firefox', say, (on) => matrix(on, spread(all, options.cases ?? FIREFOX_CASES), add, say))
    } else {
      say('Firefox was not found and could not be installed: its cases were not run.')
      sum.left.push('Firefox')
    }
  }
  const { cases: ran, notices, lost, doubled, wrong, left } = sum
  if (wrong > 0) say(`${wrong} cases did not go as they have to.`)
  if (left.length > 0) say(`Not run: ${left.join(', ')}.`)
  say(`${ran} cases, ${notices} notices, ${lost} lost, ${doubled} doubled`)
  return ran > 0 && lost + doubled + wrong + left.length === 0
}

/** Backend, way, pages and a browser that is connected; all of it is taken away afterwards. */
export async function onStage(
  browser: 'chromium' | 'firefox',
  say: Say,
  work: (on: On, connection: Connection) => Promise<void>,
): Promise<void> {
  const ends: (() => Promise<unknown>)[] = []
  try {
    const server = await startServer()
    ends.unshift(server.stop)
    const points = await listenAtPoints()
    ends.unshift(points.stop)
    const wire = await wireTo(server.origin, points.at)
    ends.unshift(wire.stop)
    const pages = await pagesServer()
    ends.unshift(pages.stop)
    const granted = await (browser === 'chromium' ? buildGranted() : buildGrantedFirefox())
    const folder = path.join(OUTPUT, `${browser}-mv3-faults-${process.pid}`)
    const extension = await buildWithPoints(granted, folder, points.port)
    ends.unshift(() => fs.rm(folder, { recursive: true, force: true }))
    const rig = await (browser === 'chromium'
      ? chromiumRig(extension, pages)
      : firefoxRig(extension, pages.port))
    ends.unshift(rig.close)
    const connection = await connect(rig, await server.enrol('R7'), wire.origin)
    await work({ rig, server, wire, points }, connection)
  } finally {
    for (const end of ends) await end().catch((error: unknown) => say(String(error)))
  }
}

async function connect(rig: Rig, link: string, origin: string): Promise<Connection> {
  await rig.set(TEST_SETTINGS)
  await value(rig, 'site.sync')
  return value<Connection>(rig, 'connection.enrol', { link: `${origin}/enrol${new URL(link).hash}` })
}

/** Each post of the feed is reported once in its life. */
let post = 5_000

async function matrix(
  on: On,
  list: readonly Case[],
  add: (notices: number, verdict: Verdict) => void,
  say: Say,
): Promise<void> {
  for (const [i, one] of list.entries()) {
    const from = Date.now()
    const verdict = await runCase(on, one, post++).catch(
      (error: unknown): Verdict => ({ lost: 0, doubled: 0, wrong: [String(error)] }),
    )
    add(1, verdict)
    const took = seconds(Date.now() - from)
    const place = `${on.rig.name} ${i + 1}/${list.length}, step ${one.step} (${one.point})`
    say(`${place}, ${one.fault}: ${one.life}, ${worded(verdict)}, ${took}`)
    if (verdict.wrong.length > 0) await settle(on)
  }
  const broken = await checkLedger(on.rig)
  if (broken.length > 0) {
    say(broken.join('; '))
    add(0, { lost: 0, doubled: 0, wrong: broken })
  }
}

/** After a case that failed, the next one begins with everything alive. */
async function settle({ rig, server, wire, points }: On): Promise<void> {
  points.arm('', async () => {})
  wire.cutNext(null)
  await server.start()
  await rig.revive()
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
const worded = ({ lost, doubled, wrong }: Verdict) =>
  lost + doubled + wrong.length === 0
    ? '0 lost, 0 doubled'
    : `${lost} lost, ${doubled} doubled${wrong.map((what) => `; WRONG: ${what}`).join('')}`
