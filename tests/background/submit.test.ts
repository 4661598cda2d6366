import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DEFAULT_RULES } from '../../utils/assess/rules'
import { draftHandlers } from '../../utils/background/handlers/draft'
import { judge } from '../../utils/background/judge'
import { Foreseen } from '../../utils/background/prepare'
import { answer, type Handlers } from '../../utils/background/router'
import type { Service } from '../../utils/background/service'
import { Drafting } from '../../utils/drafting/drafting'
import type { Captured } from '../../utils/evidence/captured'
import { PROTECTED } from '../../utils/grounds/questions'
import type { Answer, Assessment, Form, FormGround, Reply } from '../../utils/messages'
import { type AccountAnswer, type Item, Notice } from '../../utils/notice'
import { DATABASE, openDatabase } from '../../utils/outbox/database'
import { Outbox } from '../../utils/outbox/store'
import { uuidv7 } from '../../utils/uuid'
import { putSecret } from '../../utils/vault/vault'
import { fakeBrowser } from '../support/extension-api'
import { sampleItem, sampleRow } from '../support/samples'

const ID = 'flagpost-id'
const ORIGIN = 'chrome-extension://flagpost-id'
const { getURL } = fakeBrowser.runtime
const place = { tabId: 1, frameId: 0, windowId: 1, address: 'https://mastodon.example/' }
const sender = { id: ID, url: `${ORIGIN}/compose.html#x`, frameId: 3, tab: { id: 7, windowId: 1 } }

let outbox: Outbox
let drafting: Drafting
let handlers: Handlers
let drained: number

beforeEach(() => {
  vi.stubGlobal('navigator', { userAgent: 'test' })
  fakeBrowser.reset()
  Object.assign(fakeBrowser.runtime, {
    id: ID,
    getURL: (path: string) => (path === 'grounds.json' ? getURL(path as never) : `${ORIGIN}/${path}`),
    getManifest: () => ({ version: '0.1.0' }),
  })
  Object.assign(fakeBrowser.i18n, { getUILanguage: () => 'en' })
  globalThis.indexedDB = new IDBFactory()
  outbox = new Outbox()
  drafting = new Drafting({
    outbox,
    seal: () => Promise.reject(new Error('no evidence here')),
    reseal: () => Promise.reject(new Error('no evidence here')),
    surround: () => Promise.reject(new Error('no evidence here')),
  })
  drained = 0
  const drain = () => {
    drained += 1
  }
  handlers = draftHandlers({ outbox, drafting, foreseen: new Foreseen(outbox), drain } as Service) as Handlers
})

let posts = 0
/** A draft of a post, as the press leaves it. */
async function draft(item: Partial<Item> = {}): Promise<string> {
  posts += 1
  const permalink = `https://mastodon.example/@bob${posts}/${posts}`
  const handle = `@bob${posts}@mastodon.example`
  const read = sampleItem({ permalink, author: { name: 'Bob', handle, address: null }, ...item })
  const captured = {
    item: read,
    page: { address: place.address },
    snapshot: { suggested: [] as unknown[] },
  } as Captured
  const { row } = await drafting.open(crypto.randomUUID(), captured, place, read.platform)
  await drafting.evidence(row.id)
  return row.id
}

const GROUND: FormGround = {
  groundId: 'de.stgb.241',
  why: 'The post calls on people to attack a named place tonight.',
  passage: 'something that a reviewer reads',
  basis: '',
  territory: ['DE'],
  measure: 'restrict',
  elements: Array.from({ length: 12 }, () => true),
  answers: {},
}
const NO = Object.fromEntries(PROTECTED.map(({ id }) => [id, 'no']))
const formOf = (ground: Partial<FormGround> = {}, more: Partial<Form> = {}): Form => ({
  item: {},
  grounds: [{ ...GROUND, ...ground }],
  goodFaith: true,
  reference: '',
  ...more,
})

const send = (draftId: string, form: Form) =>
  answer(handlers, { type: 'draft.submit', payload: { draftId, form } }, sender) as Promise<
    Answer<Reply<'draft.submit'>>
  >
async function check(draftId: string, form: Form): Promise<Assessment> {
  const said = await answer(handlers, { type: 'draft.check', payload: { draftId, form } }, sender)
  return (said as { value: Assessment }).value
}
async function sentNotice(said: Answer<Reply<'draft.submit'>>): Promise<Notice> {
  if (!said.ok) throw new Error(JSON.stringify(said))
  return Notice.parse(JSON.parse((await outbox.body(said.value.noticeId)) ?? ''))
}

describe('a form that somebody forged', () => {
  it.each<[what: string, form: Form, code: string, field: string, item?: Partial<Item>]>([
    ['has no ground', formOf({}, { grounds: [] }), 'groundMissing', 'grounds'],
    ['makes no declaration', formOf({}, { goodFaith: false }), 'declarationMissing', 'goodFaith'],
    ['names a ground that nobody knows', formOf({ groundId: 'xx.invented' }), 'groundGone', 'grounds.0'],
    ['explains nothing', formOf({ why: ' ' }), 'whyMissing', 'grounds.0.why'],
    ['says too little', formOf({ why: 'It is bad.' }), 'whyShort', 'grounds.0.why'],
    [
      'repeats the title',
      formOf({ why: 'Strafgesetzbuch (StGB), § 241: Bedrohung, § 241' }),
      'whyIsTitle',
      'grounds.0.why',
    ],
    [
      'explains rule and law in one',
      {
        ...formOf(),
        grounds: [GROUND, { ...GROUND, groundId: 'mastodon.category-spam', territory: ['global'] }],
      },
      'whyForBoth',
      'grounds.0.why',
    ],
    ['names the same ground twice', { ...formOf(), grounds: [GROUND, GROUND] }, 'groundTwice', 'grounds.1'],
    [
      'takes another platform’s rule',
      formOf({ groundId: 'meta.coordinating-harm', territory: ['global'], answers: NO }),
      'policyElsewhere',
      'grounds.0',
    ],
    [
      'takes a law across its borders',
      formOf({ territory: ['FR'] }),
      'territoryBeyondLaw',
      'grounds.0.territory',
    ],
    [
      'takes a law everywhere',
      formOf({ territory: ['global'] }),
      'territoryBeyondLaw',
      'grounds.0.territory',
    ],
    [
      'leaves a question open',
      formOf({ groundId: 'de.stgb.126' }),
      'questionOpen',
      'grounds.0.answers.satire',
    ],
    [
      'gives no reason',
      formOf({ groundId: 'de.stgb.126', answers: { ...NO, art: 'yes' } }),
      'neverthelessShort',
      'grounds.0.answers.nevertheless',
    ],
    [
      'reports an account',
      formOf({}, { item: { permalink: 'https://mastodon.example/@bob' } }),
      'addressIsAccount',
      'item.permalink',
    ],
    [
      'reports a hashtag',
      formOf({}, { item: { permalink: 'https://mastodon.example/tags/bob' } }),
      'addressIsList',
      'item.permalink',
    ],
    [
      'reports a search',
      formOf({}, { item: { permalink: 'https://x.com/search?q=bob' } }),
      'addressIsList',
      'item.permalink',
      { platform: 'web' },
    ],
    [
      'reports no web page',
      formOf({}, { item: { permalink: 'javascript:1' } }),
      'addressNotPlain',
      'item.permalink',
    ],
    [
      'quotes what nobody may keep',
      formOf({ groundId: 'de.stgb.184b' }),
      'capturePassage',
      'grounds.0.passage',
    ],
    [
      'reports many in one',
      formOf({
        why: `${GROUND.why} https://x.com/a/status/1 https://x.com/a/status/2 https://x.com/a/status/3`,
      }),
      'otherItems',
      'grounds.0.why',
    ],
  ])('%s', async (_what, form, code, field, item) => {
    const draftId = await draft(item)
    const said = await send(draftId, form)
    expect(said.ok).toBe(false)
    const problems = said.ok ? [] : [said.problem, ...(said.more ?? [])]
    expect(problems).toContainEqual(expect.objectContaining({ code, field }))
    expect((await check(draftId, form)).blocked).toContainEqual(expect.objectContaining({ code, field }))
    expect(await outbox.list({ limit: 10 })).toEqual([])
    expect(await outbox.ledger()).toEqual([])
    expect(drained).toBe(0)
  })

  it('is let through when it is mended', async () => {
    const draftId = await draft()
    expect((await send(draftId, formOf({ why: 'It is bad.' }))).ok).toBe(false)
    const notice = await sentNotice(await send(draftId, formOf()))
    expect(notice.declaration.madeAt).toBe(notice.createdAt)
    expect(await outbox.list({ limit: 10 })).toHaveLength(1)
  })
})

describe('what is checked while it is written', () => {
  it('is all of it, also before the declaration is made', async () => {
    const { blocked, warnings } = await check(
      await draft(),
      formOf({ measure: 'remove', passage: '', territory: ['FR'] }, { goodFaith: false }),
    )
    expect(blocked.map(({ code }) => code)).toEqual(['declarationMissing', 'territoryBeyondLaw'])
    expect(warnings.map(({ code }) => code)).toEqual(['passageMissing', 'measureBeyondLaw'])
  })
})

describe('the address', () => {
  it('goes out as its platform writes it', async () => {
    const permalink = ' https://mastodon.example/@bob/7/reblogs?utm_source=x#top'
    const notice = await sentNotice(await send(await draft(), formOf({}, { item: { permalink } })))
    expect(notice.item.permalink).toBe('https://mastodon.example/@bob/7')
  })
})

describe('what due process has looked at just before', () => {
  const foresee = async (form = formOf(), item: Partial<Item> = {}) => {
    const draftId = await draft(item)
    expect((await check(draftId, form)).blocked).toEqual([])
    return draftId
  }

  it('is not read again for Send', async () => {
    const draftId = await foresee()
    const read = vi.spyOn(fakeBrowser.storage.local, 'get')
    // Once it is kept there is time for more: the grounds that were used last.
    const commit = outbox.commit.bind(outbox)
    let before = Number.NaN
    vi.spyOn(outbox, 'commit').mockImplementation((...all) => {
      before = read.mock.calls.length
      return commit(...all)
    })
    const opened = vi.spyOn(drafting, 'get')
    const checked = Date.now()
    await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(checked))
    const notice = await sentNotice(await send(draftId, formOf()))
    expect([before, opened.mock.calls]).toEqual([0, []])
    expect(Date.parse(notice.createdAt)).toBeGreaterThan(checked)
    expect(notice.declaration.madeAt).toBe(notice.createdAt)
    const [row] = await outbox.list({ limit: 10 })
    expect(row).toMatchObject({ id: notice.id, createdAt: Date.parse(notice.createdAt) })
    expect((await outbox.ledger())[0]?.facts).toMatchObject({ madeAt: notice.createdAt })
    vi.restoreAllMocks()
  })

  it('does not hold for another text', async () => {
    const draftId = await foresee()
    const said = await send(draftId, formOf({ why: 'The post calls for an attack on a school tonight.' }))
    expect((await sentNotice(said)).grounds[0]?.explanation.why).toContain('school')
  })

  it('does not hold once another notice was made', async () => {
    const eve = { name: 'Eve', handle: '@eve@mastodon.example', address: null }
    const onEve = () => ({ permalink: `https://mastodon.example/@eve/${++posts}`, author: eve })
    const third = await foresee(formOf(), onEve())
    for (let sent = 0; sent < 2; sent++) expect((await send(await draft(onEve()), formOf())).ok).toBe(true)
    expect(await send(third, formOf())).toMatchObject({ ok: false, problem: { code: 'manyOnAuthor' } })
  })

  it('does not hold once another page of ours has written past the background (a backup taken in)', async () => {
    const draftId = await foresee()
    const opened = vi.spyOn(drafting, 'get')
    outbox.changedElsewhere()
    expect((await send(draftId, formOf())).ok).toBe(true)
    expect(opened).toHaveBeenCalled()
    vi.restoreAllMocks()
  })

  it('does not hold once a setting was changed', async () => {
    const draftId = await foresee()
    await fakeBrowser.storage.local.set({ settings: { undoSeconds: 77 } })
    const said = await send(draftId, formOf())
    const row = said.ok ? await outbox.get(said.value.noticeId) : undefined
    expect((row?.dueAt ?? 0) - (row?.createdAt ?? 0)).toBe(77_000)
  })

  it('makes one notice however often it is sent', async () => {
    const draftId = await foresee()
    const [first, second] = await Promise.all([send(draftId, formOf()), send(draftId, formOf())])
    expect(second).toEqual(first)
    expect(await outbox.list({ limit: 10 })).toHaveLength(1)
    expect(await outbox.ledger()).toHaveLength(1)
  })
})

describe('several notices on one author', () => {
  const REASON = 'He names another house each time, and people go there.'
  const onEve = () => draft({ permalink: `https://mastodon.example/@eve/${++posts}`, author: EVE })
  const EVE = { name: 'Eve', handle: '@eve@mastodon.example', address: null }

  it('need a reason from the third on, which goes with them', async () => {
    for (let sent = 0; sent < 2; sent++) expect((await send(await onEve(), formOf())).ok).toBe(true)
    const third = await onEve()
    expect(await send(third, formOf())).toMatchObject({
      ok: false,
      problem: { code: 'manyOnAuthor', field: 'reasons.manyOnAuthor', params: { count: 3 } },
    })
    const said = await send(third, formOf({}, { reasons: { manyOnAuthor: REASON } }))
    expect((await sentNotice(said)).reasons).toEqual({ manyOnAuthor: REASON })
  })

  it('count one after the other when they are sent at once', async () => {
    const four = await Promise.all([onEve(), onEve(), onEve(), onEve()])
    const said = await Promise.all(four.map((draftId) => send(draftId, formOf())))
    expect(said.filter(({ ok }) => ok)).toHaveLength(2)
    expect(await outbox.list({ limit: 10 })).toHaveLength(2)
  })

  it('do not count when they are decided, withdrawn, or somebody else’s', async () => {
    for (let sent = 0; sent < 2; sent++) expect((await send(await onEve(), formOf())).ok).toBe(true)
    const [first] = await outbox.list({ limit: 1 })
    if (!first) throw new Error('nothing sent')
    await outbox.step(first, { type: 'withdraw', reason: 'mistake' }, { reviewer: 'practice' })
    expect((await send(await onEve(), formOf())).ok).toBe(true)
    const db = await openDatabase(DATABASE, () => {})
    const others = (await db.getAll('notices')).map((row) => ({
      ...row,
      id: uuidv7(),
      draftId: crypto.randomUUID(),
      accountId: 'other',
    }))
    for (const row of others) await db.put('notices', row)
    db.close()
    expect((await check(await onEve(), formOf())).blocked).toMatchObject([{ params: { count: 3 } }])
  })
})

describe('an organisation’s rules', () => {
  async function connected(rules: AccountAnswer['rules']) {
    const account: AccountAnswer = {
      id: 'a1',
      name: 'Reviewer',
      reviewerCode: 'R7',
      role: 'reviewer',
      organisation: { id: 'o1', name: 'Sample Ministry', country: 'KZ' },
      backend: { name: 'CRS', version: '1' },
      maxEvidenceBytes: 1_000_000,
      ...(rules ? { rules } : {}),
    }
    const connection = {
      id: 'c1',
      kind: 'crs',
      name: 'CRS',
      address: 'https://crs.example',
      account,
      keys: [{ kty: 'EC' }],
      addedAt: 1,
      lastSeen: null,
      problem: null,
    }
    await putSecret('c1', 'a-token-of-twenty-letters')
    await fakeBrowser.storage.local.set({
      connections: { version: 1, list: [connection] },
      settings: { undoSeconds: 0 },
    })
  }
  const rowOf = async (said: Answer<Reply<'draft.submit'>>) =>
    said.ok ? outbox.get(said.value.noticeId) : undefined

  it('are asked: whose laws', async () => {
    await connected({ ...DEFAULT_RULES, jurisdictions: ['KZ'] })
    expect(await send(await draft(), formOf())).toMatchObject({
      problem: { code: 'jurisdictionNotAllowed', field: 'grounds.0' },
    })
  })

  it('are asked: a second reviewer, and how long a notice waits at least', async () => {
    await connected({ ...DEFAULT_RULES, secondReviewer: 'always', coolingSeconds: 60 })
    const row = await rowOf(await send(await draft(), formOf()))
    expect(row?.state).toBe('inReview')
    expect((row?.dueAt ?? 0) - (row?.createdAt ?? 0)).toBe(60_000)
  })

  it('are the defaults where the backend gives none', async () => {
    await connected(undefined)
    const row = await rowOf(await send(await draft(), formOf()))
    expect([row?.state, (row?.dueAt ?? 0) - (row?.createdAt ?? 0)]).toEqual(['held', 0])
    expect(
      (await check(await draft(), formOf({ groundId: 'mastodon.category-spam', territory: ['global'] })))
        .warnings,
    ).toContainEqual(expect.objectContaining({ code: 'lawNotNamed' }))
  })

  it('let no one decide alone on criticism of the own office', async () => {
    await connected(undefined)
    const said = await send(
      await draft({ text: 'The Sample Ministry burns houses.' }),
      formOf({ passage: 'burns houses' }),
    )
    expect((await rowOf(said))?.state).toBe('inReview')
  })
})

describe('right before a notice leaves', () => {
  async function changed(change: (notice: Notice) => Notice) {
    const said = await send(await draft(), formOf())
    const notice = await sentNotice(said)
    const row = await outbox.get(notice.id)
    if (!row) throw new Error('no row')
    return judge(outbox, row, JSON.stringify(change(notice)))
  }

  it('nothing is said of what was let through', async () => {
    expect(await changed((notice) => notice)).toBeNull()
  })

  it('what was changed behind the form is refused', async () => {
    const account = (notice: Notice) => ({
      ...notice,
      item: { ...notice.item, permalink: 'https://mastodon.example/@bob' },
    })
    expect(await changed(account)).toMatchObject({ code: 'addressIsAccount' })
    const words = (notice: Notice) => ({
      ...notice,
      declaration: { ...notice.declaration, text: 'I order you to remove it.' },
    })
    expect(await changed(words)).toMatchObject({ code: 'declarationOther' })
  })

  it('days in the queue change nothing, later notices neither; more than a month does', async () => {
    const aged = (days: number) => (notice: Notice) => {
      const at = new Date(Date.now() - days * 86_400_000).toISOString()
      return { ...notice, createdAt: at, declaration: { ...notice.declaration, madeAt: at } }
    }
    expect(await changed(aged(20))).toBeNull()
    expect(await changed(aged(31))).toMatchObject({ code: 'madeLongAgo' })
  })
})

describe('with ten thousand notices in the outbox', () => {
  it('what is known of them is read by index', async () => {
    const db = await openDatabase(DATABASE, () => {})
    const tx = db.transaction('notices', 'readwrite')
    for (let i = 0; i < 10_000; i++) {
      const row = sampleRow({
        accountId: 'practice',
        createdAt: Date.now() - i * 60_000,
        summary: { ...sampleRow().summary, permalink: `https://mastodon.example/@u${i}/1` },
        marks: { authors: [`author ${i}`], topics: ['T'], language: 'en', whys: [`why ${i}`] },
      })
      void tx.store.put(row)
    }
    await tx.done
    db.close()
    const draftId = await draft()
    const form = formOf()
    await check(draftId, form)
    const before = performance.now()
    const { warnings } = await check(draftId, form)
    expect(performance.now() - before).toBeLessThan(300)
    expect(warnings.map(({ code }) => code)).toEqual(['concentratedLanguage'])
  }, 60_000)
})
