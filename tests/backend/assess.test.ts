import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EnrolOptions } from '../../backend/accounts'
import { sha256 } from '../../utils/ledger/entry'
import type { EvidenceRef, GroundUse, Notice } from '../../utils/notice'
import { law, lawUse, NO_ANSWERS } from '../assess/judged'
import { type TestBackend, testBackend } from '../support/backend'
import { sampleNotice, sampleUse } from '../support/samples'

let backend: TestBackend
let token: string
beforeAll(async () => {
  backend = await testBackend()
  token = await enrol()
})
afterAll(() => backend.stop())

let accounts = 0
/** A new account in an organisation of its own; its token. */
async function enrol(rules?: EnrolOptions['rules'], code = 'R1'): Promise<string> {
  accounts += 1
  const link = await backend.enrol({
    organisation: `Sample Office ${accounts}`,
    country: 'KZ',
    reviewerCode: code,
    role: 'reviewer',
    ...(rules ? { rules } : {}),
  })
  const answer = await fetch(`${backend.origin}/v1/enrolments/${new URL(link).hash.slice(1)}`, {
    method: 'POST',
  })
  return ((await answer.json()) as { token: string }).token
}

async function send(notice: unknown, as = token) {
  const { id } = notice as Notice
  const answer = await fetch(`${backend.origin}/v1/notices`, {
    method: 'POST',
    headers: { authorization: `Bearer ${as}`, 'content-type': 'application/json', 'idempotency-key': id },
    body: JSON.stringify(notice),
  })
  const body = (await answer.json()) as {
    receipt?: string
    errors?: { pointer: string; detail: string; code?: string }[]
  }
  return {
    ...body,
    status: answer.status,
    type: answer.headers.get('content-type'),
    wait: Number(answer.headers.get('retry-after')),
  }
}

const DAY = 86_400_000
const made = (ms: number): Pick<Notice, 'createdAt' | 'declaration'> => {
  const at = new Date(ms).toISOString()
  return { createdAt: at, declaration: { ...sampleNotice().declaration, madeAt: at } }
}
const use = (more: Partial<GroundUse> = {}, ground: Partial<GroundUse['ground']> = {}): Partial<Notice> => {
  const base = sampleUse(more)
  return { grounds: [{ ...base, ground: { ...base.ground, ...ground } }] }
}
const why = (text: string) => use({ explanation: { ...sampleUse().explanation, why: text } })
const item = (more: Partial<Notice['item']>): Partial<Notice> => ({
  item: { ...sampleNotice().item, ...more },
})
const bare = item({ author: { name: null, handle: null, address: null }, text: null })
const evidence = (digest: string, captureClass: EvidenceRef['captureClass']): EvidenceRef => ({
  sha256: digest,
  bytes: 8,
  mediaType: 'application/wacz',
  captureClass,
  capturedAt: '2026-11-24T12:00:00.000Z',
})

describe('a notice that comes past the form', () => {
  it.each<[what: string, change: Partial<Notice>, code: string, pointer: string]>([
    ['names no provision', use({}, { provision: ' ' }), 'groundUnnamed', '/grounds/0'],
    ['names the same ground twice', { grounds: [sampleUse(), sampleUse()] }, 'groundTwice', '/grounds/1'],
    ['cites a law that has ended', use({}, { validTo: '2020-01-01' }), 'groundOver', '/grounds/0'],
    ['cites a law that is to come', use({}, { validFrom: '2099-01-01' }), 'groundNotYet', '/grounds/0'],
    ['explains nothing', why(' '), 'whyMissing', '/grounds/0/explanation/why'],
    ['explains too little', why('It is bad.'), 'whyShort', '/grounds/0/explanation/why'],
    [
      'repeats the ground',
      why('No incitement to violence, server rules, rule 1'),
      'whyIsTitle',
      '/grounds/0/explanation/why',
    ],
    [
      'repeats the post',
      why('A sample post about something that a reviewer reads.'),
      'whyIsCopy',
      '/grounds/0/explanation/why',
    ],
    ['mixes rule and law', use({}, { jurisdiction: 'DE' }), 'groundKindWrong', '/grounds/0'],
    ['takes another platform’s rule', use({}, { platform: 'tiktok' }), 'policyElsewhere', '/grounds/0'],
    [
      'explains rule and law in one',
      { grounds: [sampleUse(), lawUse({ explanation: sampleUse().explanation })] },
      'whyForBoth',
      '/grounds/0/explanation/why',
    ],
    [
      'reports a profile',
      item({ permalink: 'https://mastodon.example/@ada' }),
      'addressIsAccount',
      '/item/permalink',
    ],
    [
      'reports a hashtag',
      item({ permalink: 'https://mastodon.example/tags/ada' }),
      'addressIsList',
      '/item/permalink',
    ],
    [
      'reports a search as a page',
      item({ platform: 'web', permalink: 'https://x.com/search?q=ada' }),
      'addressIsList',
      '/item/permalink',
    ],
    [
      'reports a feed',
      item({ permalink: 'https://mastodon.example/home' }),
      'addressUnknown',
      '/item/permalink',
    ],
    [
      'reports no web address',
      item({ permalink: 'http://mastodon.example/@ada/1' }),
      'addressNotPlain',
      '/item/permalink',
    ],
    [
      'hides the exact address',
      item({ permalink: 'https://mastodon.example/@ada/1?x=1' }),
      'addressNotCanonical',
      '/item/permalink',
    ],
    [
      'reports many in one',
      why('They all attack it: https://x.com/a/status/1 https://x.com/a/status/2 https://x.com/a/status/3'),
      'otherItems',
      '/grounds/0/explanation/why',
    ],
    [
      'declares in other words',
      { declaration: { ...sampleNotice().declaration, text: 'I order it.' } },
      'declarationOther',
      '/declaration',
    ],
    [
      'declares once for all',
      {
        declaration: { ...sampleNotice().declaration, madeAt: new Date(Date.now() - 20 * DAY).toISOString() },
      },
      'declarationStale',
      '/declaration',
    ],
    ['leaves a question open', use({}, { speech: 'high' }), 'questionOpen', '/grounds/0/answers/satire'],
    [
      'gives no reason against protection',
      use({ answers: { ...NO_ANSWERS, satire: 'yes' } }, { speech: 'context' }),
      'neverthelessShort',
      '/grounds/0/answers/nevertheless',
    ],
    ['comes in another’s name', { reviewer: { code: 'R2' } }, 'otherReviewer', '/reviewer/code'],
    [
      'shows who is kept back',
      use({}, { notifierIdentity: 'suppress' }),
      'notifierShown',
      '/discloseNotifier',
    ],
    [
      'names who is kept back',
      {
        ...use(
          { explanation: { ...sampleUse().explanation, basis: 'Sample Office 1 saw it.' } },
          { notifierIdentity: 'suppress' },
        ),
        discloseNotifier: false,
      },
      'notifierNamed',
      '/grounds/0/explanation/basis',
    ],
    ['corrects what is not there', { corrects: crypto.randomUUID() }, 'correctsOther', '/corrects'],
    ['brings text though it may not', use({}, { capture: 'url' }), 'captureContent', '/item/text'],
    [
      'quotes though it may not',
      { ...use({}, { capture: 'url' }), ...bare },
      'capturePassage',
      '/grounds/0/explanation/passage',
    ],
    [
      'brings pictures though it may not',
      {
        ...use({}, { capture: 'text' }),
        ...item({ media: [{ kind: 'image', url: null, poster: null, alt: null }] }),
      },
      'captureMedia',
      '/item/media',
    ],
    ['keeps evidence too long', use({}, { retentionDays: 3650 }), 'retentionLong', '/grounds/0'],
    [
      'takes a law across its borders',
      { grounds: [lawUse({ territory: ['KZ'] })] },
      'territoryBeyondLaw',
      '/grounds/0/territory',
    ],
    ['names no country', use({ territory: ['world'] }), 'territoryUnknown', '/grounds/0/territory'],
    ['comes from the time to come', made(Date.now() + 2 * DAY), 'madeAhead', '/createdAt'],
    ['comes from long ago', made(Date.now() - 31 * DAY), 'madeLongAgo', '/createdAt'],
  ])('%s: it is refused', async (_what, change, code, pointer) => {
    const notice = sampleNotice(change)
    const { status, type, errors } = await send(notice)
    expect([status, type]).toEqual([422, 'application/problem+json'])
    expect(errors).toContainEqual(
      expect.objectContaining({ code, pointer, detail: expect.stringMatching(/\(\w+, safeguard \d+\)$/) }),
    )
    expect((await backend.notices()).some(({ id }) => id === notice.id)).toBe(false)
  })

  it('names all that is wrong, each with its rule', async () => {
    const { errors } = await send(sampleNotice({ ...why(' '), reviewer: { code: 'R2' } }))
    expect(errors?.map(({ code }) => code)).toEqual(['whyMissing', 'otherReviewer'])
    expect(errors?.[0]?.detail).toBe(
      'The explanation is missing. Say which words or pictures fall under this ground, and why. (ownExplanation, safeguard 1)',
    )
  })

  it('with more evidence than its ground allows is refused', async () => {
    const digest = await sha256('a bundle')
    await fetch(`${backend.origin}/v1/evidence/sha256/${digest}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/wacz' },
      body: 'a bundle',
    })
    const full = sampleNotice({ ...use({}, { capture: 'text' }), evidence: evidence(digest, 'full') })
    expect((await send(full)).errors).toMatchObject([{ code: 'captureAbove', pointer: '/evidence' }])
    const text = sampleNotice({ ...use({}, { capture: 'text' }), evidence: evidence(digest, 'text') })
    expect((await send(text)).status).toBe(201)
  })
})

describe('several notices on one author', () => {
  const REASON = { reasons: { manyOnAuthor: 'She names another house each time.' } }
  let items = 0
  const onEve = (who: string, more: Partial<Notice> = {}): Notice => {
    items += 1
    const address = `https://mastodon.example/@${who}`
    const handle = `@${who}@mastodon.example`
    return sampleNotice({
      ...item({ permalink: `${address}/${items}`, author: { name: 'Eve', handle, address } }),
      ...more,
    })
  }
  const statuses = async (notices: Notice[], as?: string) => {
    const all: number[] = []
    for (const notice of notices) all.push((await send(notice, as)).status)
    return all
  }

  it('need a reason from the third on', async () => {
    expect(await statuses([onEve('eve'), onEve('eve')])).toEqual([201, 201])
    expect((await send(onEve('eve'))).errors).toMatchObject([
      { code: 'manyOnAuthor', pointer: '/reasons/manyOnAuthor' },
    ])
    expect((await send(onEve('eve', REASON))).status).toBe(201)
    expect(await statuses([onEve('mary')])).toEqual([201])
  })

  it('are known by the address, whatever the notice says of its author', async () => {
    const hidden = (): Partial<Notice> => {
      const { item: shown } = onEve('anon')
      return { item: { ...shown, author: { name: null, handle: null, address: null } } }
    }
    const sent = await statuses([1, 2, 3].map(() => sampleNotice(hidden())))
    expect(sent).toEqual([201, 201, 422])
  })

  it('are counted also when each says that it is older than the others', async () => {
    const backwards = [0, 1, 2, 3].map((days) => onEve('clock', made(Date.now() - DAY - days * 60_001)))
    expect(await statuses(backwards)).toEqual([201, 201, 422, 422])
    const scattered = [3, 29, 16].map((days) => onEve('calendar', made(Date.now() - days * DAY)))
    expect(await statuses(scattered)).toEqual([201, 201, 422])
  })

  it('may arrive in another order than they were made in', async () => {
    const [first, second, third, fourth] = [9, 8, 7, 6].map((days, i) =>
      onEve('queue', { ...made(Date.now() - days * DAY), ...(i > 1 ? REASON : {}) }),
    ) as [Notice, Notice, Notice, Notice]
    expect(await statuses([fourth, third, second, first])).toEqual([201, 201, 201, 201])
  })

  it('are taken one after the other, however many come at once', async () => {
    const sent = await Promise.all(
      Array.from({ length: 6 }, () => onEve('crowd')).map((notice) => send(notice)),
    )
    expect(sent.map(({ status }) => status).sort()).toEqual([201, 201, 422, 422, 422, 422])
  })

  it('do not count when they are withdrawn or decided, nor another account’s', async () => {
    const other = await enrol()
    const [first, second] = [onEve('open'), onEve('open')]
    expect(await statuses([first, second])).toEqual([201, 201])
    expect(await statuses([onEve('open'), onEve('open')], other)).toEqual([201, 201])
    expect(await statuses([onEve('open')])).toEqual([422])
    await backend.query(`insert into decision (id, notice_id, body, due_at) values ($1, $2, '{}', now())`, [
      crypto.randomUUID(),
      first.id,
    ])
    expect(await statuses([onEve('open'), onEve('open')])).toEqual([201, 422])
    await fetch(`${backend.origin}/v1/notices/${second.id}/withdraw`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ reason: 'A mistake.' }),
    })
    expect(await statuses([onEve('open')])).toEqual([201])
  })

  it('stop where the organisation says so, reason or not', async () => {
    const strict = await enrol({ maxOpenPerAuthor: 3 })
    const many = Array.from({ length: 4 }, () => onEve('many', REASON))
    expect(await statuses(many, strict)).toEqual([201, 201, 201, 422])
    expect((await send(onEve('many', REASON), strict)).errors).toMatchObject([{ code: 'tooManyOnAuthor' }])
  })
})

describe('a program that reports', () => {
  it('declares each by itself', async () => {
    const first = sampleNotice()
    expect((await send(first)).status).toBe(201)
    const { createdAt, declaration } = first
    expect((await send(sampleNotice({ createdAt, declaration }))).errors).toMatchObject([
      { code: 'declarationShared', pointer: '/declaration' },
    ])
  })

  it('is no quicker than a person, forwards or backwards', async () => {
    for (const direction of [1, -1]) {
      const quick = await enrol({ maxPerMinute: 3 })
      const start = Date.now() - DAY
      const sent: number[] = []
      for (let i = 0; i < 5; i++)
        sent.push((await send(sampleNotice(made(start + direction * i * 1000)), quick)).status)
      expect(sent).toEqual([201, 201, 201, 422, 422])
    }
  })
})

describe('a notice that waited', () => {
  it('is judged as of the time when it was made', async () => {
    const ended = new Date(Date.now() - 5 * DAY).toISOString().slice(0, 10)
    const waited = sampleNotice({ ...use({}, { validTo: ended }), ...made(Date.now() - 10 * DAY) })
    expect((await send(waited)).status).toBe(201)
    expect((await send(sampleNotice(use({}, { validTo: ended })))).status).toBe(422)
  })

  it('gets its first receipt again, whatever the rules have become', async () => {
    const own = await enrol({ jurisdictions: ['DE'] })
    const notice = sampleNotice({ grounds: [lawUse()] })
    const { status, receipt } = await send(notice, own)
    expect(status).toBe(201)
    await backend.query(`update organisation set rules = '{"jurisdictions": ["KZ"]}' where name = $1`, [
      `Sample Office ${accounts}`,
    ])
    expect(await send(notice, own)).toMatchObject({ status: 200, receipt })
    expect(
      (await send(sampleNotice({ grounds: [lawUse({}, { id: 'de.stgb.240' })] }), own)).errors,
    ).toMatchObject([{ code: 'jurisdictionNotAllowed' }])
  })
})

describe('an organisation’s rules', () => {
  const account = async (as: string) =>
    (await fetch(`${backend.origin}/v1/account`, { headers: { authorization: `Bearer ${as}` } })).json()

  it('come with the account, whole', async () => {
    expect((await account(token)).rules).toMatchObject({ ownOffice: 'secondReviewer', jurisdictions: null })
    const own = await enrol({ ownOffice: 'block' })
    expect((await account(own)).rules).toMatchObject({ ownOffice: 'block', maxOpenPerAuthor: 10 })
  })

  it('keep a notice back for as long as it can be undone', async () => {
    const own = await enrol({ coolingSeconds: 3600 })
    const fresh = sampleNotice(made(Date.now() - 60_000))
    const early = await send(fresh, own)
    expect(early.status).toBe(409)
    expect(early.wait).toBeGreaterThan(3500)
    expect(early.wait).toBeLessThanOrEqual(3540)
    expect((await send(sampleNotice(made(Date.now() - 3_601_000)), own)).status).toBe(201)
  })

  it('keep a reviewer from judging criticism of the own office', async () => {
    const own = await enrol({ ownOffice: 'block' })
    const answers = { ...NO_ANSWERS, 'own-office': 'yes' }
    const notice = sampleNotice({ grounds: [lawUse({ answers, ground: law({ speech: 'context' }) })] })
    expect((await send(notice, own)).errors).toMatchObject([
      { code: 'ownOfficeBlocked', pointer: '/grounds/0/answers/own-office' },
    ])
  })

  it('let correct one’s own notice, and nobody else’s', async () => {
    const [own, other] = [await enrol(), await enrol()]
    const first = sampleNotice()
    await send(first, own)
    expect((await send(sampleNotice({ corrects: first.id }), other)).errors).toContainEqual(
      expect.objectContaining({ code: 'correctsOther' }),
    )
    expect((await send(sampleNotice({ corrects: first.id }), own)).errors).toMatchObject([
      { code: 'correction', pointer: '/reasons/correction' },
    ])
    const reasons = { correction: 'The passage was quoted from another post.' }
    expect((await send(sampleNotice({ corrects: first.id, reasons }), own)).status).toBe(201)
  })
})
