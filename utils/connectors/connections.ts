import { calculateJwkThumbprint, type JWK } from 'jose'
import { z } from 'zod'
import { browser } from '../browser'
import { inTurn } from '../in-turn'
import { sha256 } from '../ledger/entry'
import type { Connection } from '../messages'
import { AccountAnswer } from '../notice'
import { type Problem, ProblemError, toProblem } from '../problem'
import { vaultState } from '../vault/key'
import { dropSecret, getSecret, hasSecret, putSecret } from '../vault/vault'
import type { Access, Connector } from './connector'
import { checkAddress, crs, enrol, fetchKeys, readLink } from './crs'
import { PRACTICE_ACCOUNT, practice, practiceKeys } from './practice'

const Stored = z.object({
  id: z.string(),
  kind: z.enum(['crs', 'practice']),
  name: z.string(),
  address: z.string(),
  account: AccountAnswer,
  /** Receipt keys as they were when the connection was set up. */
  keys: z.array(z.record(z.string(), z.unknown())),
  addedAt: z.number(),
  lastSeen: z.number().nullable(),
  problem: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })
    .nullable(),
})
type Stored = z.infer<typeof Stored>

const KEY = 'connections'
export const PRACTICE_ID = 'practice'

async function readAll(): Promise<Stored[]> {
  const parsed = z
    .object({ version: z.literal(1), list: z.array(Stored) })
    .safeParse((await browser.storage.local.get(KEY))[KEY])
  return parsed.success ? parsed.data.list : []
}

const oneByOne = inTurn()

/** One change after the other, each on the list as the one before left it. */
function update(change: (list: Stored[]) => Stored[]): Promise<void> {
  return oneByOne(async () => {
    await browser.storage.local.set({ [KEY]: { version: 1, list: change(await readAll()) } })
  })
}

/** The practice desk as the interface sees it. */
const PRACTICE: Connection = {
  id: PRACTICE_ID,
  kind: 'practice',
  name: PRACTICE_ACCOUNT.backend.name,
  address: '',
  account: PRACTICE_ACCOUNT,
  addedAt: 0,
  lastSeen: null,
  problem: null,
}

const practiceConnection = async (): Promise<Stored> => ({
  ...PRACTICE,
  keys: (await practiceKeys()) as Stored['keys'],
})

const view = ({ keys: _, ...connection }: Stored): Connection => connection

/** All connections without their keys; with none set up, the practice desk alone. */
export async function listConnections(): Promise<Connection[]> {
  const list = await readAll()
  return list.length ? list.map(view) : [PRACTICE]
}

/** RFC 7638 thumbprints of the keys that a connection's receipts have to be signed with: what was pinned. */
export async function pinnedKeys(id: string): Promise<string[]> {
  const stored = (await readAll()).find((c) => c.id === id)
  return Promise.all((stored?.keys ?? []).map((key) => calculateJwkThumbprint(key as JWK)))
}

/** The keys themselves, for whoever checks a receipt again. */
export async function receiptKeys(id: string): Promise<JWK[]> {
  if (id === PRACTICE_ID) return practiceKeys()
  return ((await readAll()).find((c) => c.id === id)?.keys ?? []) as JWK[]
}

/** Where a new notice goes: the first connection that was set up, else practice. */
export async function defaultConnection(): Promise<Connection> {
  const [first] = await listConnections()
  return first as Connection
}

/** A connection as the interface may see it; null when it is gone. */
export async function findConnection(id: string): Promise<Connection | null> {
  if (id === PRACTICE_ID) return PRACTICE
  const stored = (await readAll()).find((c) => c.id === id)
  return stored ? view(stored) : null
}

/** Can notices be made for this connection? It is there, and so is its secret, be it locked now or not. */
export async function isUsable(id: string): Promise<boolean> {
  const found = await findConnection(id)
  return found !== null && (found.kind === 'practice' || (await hasSecret(id)))
}

/** Why `openConnection` gave nothing. */
export async function whyClosed(): Promise<Problem> {
  return { code: (await vaultState()).locked ? 'vaultLocked' : 'signInAgain' }
}

/** The connector and what it needs to speak; null when the connection is gone or its secret can't be opened. */
export async function openConnection(
  id: string,
): Promise<{ connection: Connection; connector: Connector; access: Access } | null> {
  const stored = id === PRACTICE_ID ? await practiceConnection() : (await readAll()).find((c) => c.id === id)
  if (!stored) return null
  const token = stored.kind === 'practice' ? '' : await getSecret(id)
  if (token === null) return null
  const access = { address: stored.address, token, keys: stored.keys as JWK[] }
  return { connection: view(stored), connector: stored.kind === 'practice' ? practice : crs, access }
}

/**
 * Always the same for one account at one address: added again after it was removed, the connection takes up the
 * notices that were left behind.
 */
async function idOf(address: string, accountId: string): Promise<string> {
  return (await sha256(`${address}\n${accountId}`)).slice(0, 32)
}

async function keep(
  address: string,
  token: string,
  account: AccountAnswer,
  keys: JWK[],
): Promise<Connection> {
  const before = (await readAll()).find((c) => c.address === address && c.account.id === account.id)
  const stored: Stored = {
    id: before?.id ?? (await idOf(address, account.id)),
    kind: 'crs',
    name: account.backend.name,
    address,
    account,
    keys: keys as Stored['keys'],
    addedAt: before?.addedAt ?? Date.now(),
    lastSeen: Date.now(),
    problem: null,
  }
  await putSecret(stored.id, token)
  // In its old place: the first connection is where new notices go.
  await update((list) =>
    list.some(({ id }) => id === stored.id)
      ? list.map((c) => (c.id === stored.id ? stored : c))
      : [...list, stored],
  )
  return view(stored)
}

/** Problems that mean something else while no notice is under way yet. */
const WHILE_ADDING: Record<string, string> = {
  backendDown: 'backendUnreached',
  signInAgain: 'tokenUnknown',
  accountRefused: 'backendRefuses',
  answerUnreadable: 'noBackend',
  notFound: 'noBackend',
  backendSays: 'backendRefuses',
}

/**
 * The account that `who` asks a new backend for, kept as a connection. The keys come first: they can be asked for
 * without an account, so that what does not answer (or may not be read here) does not spend a link.
 */
async function add(
  address: string,
  who: () => Promise<{ token: string; account: AccountAnswer }>,
  signal: AbortSignal,
): Promise<Connection> {
  if ((await vaultState()).locked) throw new ProblemError({ code: 'vaultLocked' })
  try {
    const keys = await fetchKeys(address, signal)
    const { token, account } = await who()
    return await keep(address, token, account, keys)
  } catch (error) {
    const { code, params } = toProblem(error)
    const adding = WHILE_ADDING[code]
    throw adding
      ? new ProblemError({ code: adding, params: { ...params, host: new URL(address).host } })
      : error
  }
}

/**
 * Adds the connection that an enrolment link stands for (again: it takes the new token).
 * @throws ProblemError as `readLink`, `fetchKeys`, `enrol`; `backendRefuses`.
 */
export async function enrolConnection(link: string, signal: AbortSignal): Promise<Connection> {
  const { address, code } = readLink(link)
  return add(address, () => enrol(address, code, signal), signal)
}

/**
 * Adds a connection by address and token, after the backend has said who the token is.
 * @throws ProblemError as `checkAddress`, `fetchKeys`; `tokenUnknown`, `backendRefuses`.
 */
export async function addConnection(
  address: string,
  given: string,
  signal: AbortSignal,
): Promise<Connection> {
  const checked = checkAddress(address)
  const token = given.trim()
  // What is no header value would fail as if nobody had answered.
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new ProblemError({ code: 'tokenUnknown', params: { host: checked } })
  const who = async () => ({
    token,
    account: await crs.account({ address: checked, token, keys: [] }, signal),
  })
  return add(checked, who, signal)
}

/** New notices go there from now on. */
export function preferConnection(id: string): Promise<void> {
  return update((list) => [...list.filter((c) => c.id === id), ...list.filter((c) => c.id !== id)])
}

/** Asks the backend who we are and keeps the answer; the card then shows what came of it. */
export async function testConnection(id: string, signal: AbortSignal): Promise<Connection> {
  const opened = await openConnection(id)
  if (!opened) throw new ProblemError(await whyClosed())
  try {
    const account = await opened.connector.account(opened.access, signal)
    await noteConnection(id, null, account)
  } catch (error) {
    await noteConnection(id, toProblem(error))
  }
  return (await openConnection(id))?.connection ?? opened.connection
}

/** Forgets a connection and its secret. Notices that were signed by it stay where they are. */
export async function removeConnection(id: string): Promise<void> {
  await update((list) => list.filter((c) => c.id !== id))
  await dropSecret(id)
}

/** After an answer (problem null: it was a good one) or none. */
export async function noteConnection(
  id: string,
  problem: Problem | null,
  account?: AccountAnswer,
): Promise<void> {
  if (id === PRACTICE_ID) return
  const lastSeen = problem === null ? { lastSeen: Date.now() } : {}
  await update((list) =>
    list.map((c) => (c.id === id ? { ...c, ...lastSeen, problem, account: account ?? c.account } : c)),
  )
}
