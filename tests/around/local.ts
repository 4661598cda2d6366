import { IDBFactory } from 'fake-indexeddb'
import { vi } from 'vitest'
import { DEFAULT_RULES, type OrganisationRules } from '../../utils/assess/rules'
import { draftHandlers } from '../../utils/background/handlers/draft'
import { noticeHandlers } from '../../utils/background/handlers/notice'
import { reviewHandlers } from '../../utils/background/handlers/review'
import { judge } from '../../utils/background/judge'
import { Foreseen } from '../../utils/background/prepare'
import { Presses } from '../../utils/background/press'
import { answer, type Handlers } from '../../utils/background/router'
import type { Service } from '../../utils/background/service'
import { noteConnection, openConnection } from '../../utils/connectors/connections'
import { Drafting } from '../../utils/drafting/drafting'
import type { Captured } from '../../utils/evidence/captured'
import type { LedgerEntry } from '../../utils/ledger/entry'
import type { Answer, Assessment, Form, MessageType, Reply } from '../../utils/messages'
import { type AccountAnswer, type Decision, type Item, Notice } from '../../utils/notice'
import type { NoticeRow } from '../../utils/outbox/row'
import { Outbox } from '../../utils/outbox/store'
import { Worker } from '../../utils/outbox/worker'
import { putSecret } from '../../utils/vault/vault'
import { fakeBrowser } from '../support/extension-api'
import { sampleDecision, sampleItem } from '../support/samples'

export const ID = 'flagpost-id'
const ORIGIN = 'chrome-extension://flagpost-id'
const { getURL } = fakeBrowser.runtime
const PLACE = { tabId: 1, frameId: 0, windowId: 1, address: 'https://mastodon.example/' }
/** The form in a frame of a page. */
const FORM = { id: ID, url: `${ORIGIN}/compose.html#x`, frameId: 3, tab: { id: 7, windowId: 1 } }
/** The form in a window of its own. */
const WINDOW = { id: ID, url: `${ORIGIN}/compose.html#x`, frameId: 0, tab: { id: 8, windowId: 2 } }
const OWN = { id: ID, url: `${ORIGIN}/queue.html` }

/** The account in whose name everything is tried. */
export const ACCOUNT: AccountAnswer = {
  id: 'a1',
  name: 'Aigerim Sample',
  reviewerCode: 'R1',
  role: 'approver',
  organisation: { id: 'o1', name: 'Ministry of Samples', country: 'DE' },
  backend: { name: 'CRS', version: '1' },
  maxEvidenceBytes: 1_000_000,
}

export type Sent = Answer<Reply<'draft.submit'>>
export type Local = Awaited<ReturnType<typeof localExtension>>

let posts = 0

/**
 * The extension's background with all that judges and keeps: its real handlers behind its real router, its real
 * outbox, worker and catalogue; connected by an account whose organisation asks for `rules`. Nothing is sent.
 */
export async function localExtension(rules: Partial<OrganisationRules> = {}) {
  fakeBrowser.reset()
  Object.assign(fakeBrowser.runtime, {
    id: ID,
    getURL: (path: string) => (path === 'grounds.json' ? getURL(path as never) : `${ORIGIN}/${path}`),
    getManifest: () => ({ version: '0.1.0' }),
  })
  Object.assign(fakeBrowser.i18n, { getUILanguage: () => 'en' })
  globalThis.indexedDB = new IDBFactory()
  await connect({ ...DEFAULT_RULES, publicAuthority: false, maxPerMinute: 60, ...rules })
  const outbox = new Outbox()
  const noSeal = () => Promise.reject(new Error('no evidence here'))
  const drafting: Drafting = new Drafting({ outbox, seal: noSeal, reseal: noSeal, surround: noSeal })
  const presses = new Presses(outbox, drafting)
  const worker = new Worker({
    outbox,
    open: openConnection,
    note: noteConnection,
    judge: (row, body) => judge(outbox, row, body),
    paused: async () => false,
    wakeAt: () => {},
  })
  const foreseen = new Foreseen(outbox)
  const parts = { outbox, drafting, presses, foreseen, worker, drain: () => {}, poll: () => {} }
  const service = parts as unknown as Service
  const handlers = {
    ...draftHandlers(service),
    ...noticeHandlers(service),
    ...reviewHandlers(service),
  } as Handlers

  const ask = async <T extends MessageType>(
    type: T,
    payload: unknown,
    sender: object = OWN,
  ): Promise<Answer<Reply<T>>> => (await answer(handlers, { type, payload }, sender)) as Answer<Reply<T>>

  const row = async (id: string): Promise<NoticeRow> => {
    const found = await outbox.get(id)
    if (!found) throw new Error(`There is no notice ${id}.`)
    return found
  }

  return {
    ask,
    outbox,
    worker,
    row,
    rows: () => outbox.list({ limit: 100 }),
    ledger: (): Promise<LedgerEntry[]> => outbox.ledger(),

    /** A draft of a post, as the press leaves it; each of another author. */
    async draft(item: Partial<Item> = {}): Promise<{ id: string; nonce: string }> {
      posts += 1
      const permalink = `https://mastodon.example/@bob${posts}/${posts}`
      const handle = `@bob${posts}@mastodon.example`
      const read = sampleItem({ permalink, author: { name: 'Bob', handle, address: null }, ...item })
      const captured = {
        item: read,
        selection: '',
        page: { address: PLACE.address },
        snapshot: { suggested: [] as unknown[] },
      } as unknown as Captured
      const nonce = crypto.randomUUID()
      const { row: draft } = await drafting.open(nonce, captured, PLACE, read.platform)
      await drafting.evidence(draft.id)
      return { id: draft.id, nonce }
    },

    send: (draftId: string, form: unknown): Promise<Sent> => ask('draft.submit', { draftId, form }, FORM),

    async check(draftId: string, form: Form): Promise<Assessment> {
      const said = await ask('draft.check', { draftId, form }, FORM)
      if (!said.ok) throw new Error(JSON.stringify(said.problem))
      return said.value
    },

    /** The notice as it would leave. */
    notice: async (id: string): Promise<Notice> => Notice.parse(JSON.parse((await outbox.body(id)) ?? '')),

    /** As if it had been delivered, and decided by the platform. */
    async decide(id: string, decision: Partial<Decision> = {}): Promise<void> {
      const by = { reviewer: ACCOUNT.id }
      const receipt = { jws: 'x', id: 'r1', at: new Date().toISOString(), body: '0'.repeat(64), issuer: 'x' }
      for (const event of [
        { type: 'due' },
        { type: 'send', until: 0 },
        { type: 'receipt', receipt },
        {
          type: 'decide',
          decision: sampleDecision({ decidedAt: new Date(Date.now() - 1000).toISOString(), ...decision }),
        },
      ] as const)
        if (!(await outbox.step(await row(id), event, by))) throw new Error(`${event.type} was not taken.`)
    },

    /** The background as the form in its own window meets it. */
    sendMessage: ({ type, payload }: { type: MessageType; payload: unknown }) => ask(type, payload, WINDOW),
  }
}

async function connect(rules: OrganisationRules): Promise<void> {
  await putSecret('c1', 'a-token-of-twenty-letters')
  const connection = {
    id: 'c1',
    kind: 'crs',
    name: 'CRS',
    address: 'https://crs.example',
    account: { ...ACCOUNT, rules },
    keys: [{ kty: 'EC' }],
    addedAt: 1,
    lastSeen: null,
    problem: null,
  }
  await fakeBrowser.storage.local.set({ connections: { version: 1, list: [connection] }, settings: {} })
}

/** Nothing leaves: whatever is asked of the network fails, but for the extension's own files. */
export function noNetwork(): void {
  const real = globalThis.fetch
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) =>
    String(address).startsWith('data:') ? real(address, init) : Promise.reject(new TypeError('no network')),
  )
}
