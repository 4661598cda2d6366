import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EnrolOptions } from '../../backend/accounts'
import type { Finding, Notice } from '../../utils/notice'
import { effectOf } from '../around/effects'
import { type ApiTry, TABLE } from '../around/table'
import { NO_ANSWERS } from '../assess/judged'
import { type TestBackend, testBackend } from '../support/backend'
import { sampleDecision, sampleGround, sampleNotice, sampleUse } from '../support/samples'

let backend: TestBackend
beforeAll(async () => {
  backend = await testBackend()
})
afterAll(() => backend.stop())

let offices = 0
/** An organisation of its own with some accounts; their tokens by code. */
async function office(rules: EnrolOptions['rules'], people: Partial<EnrolOptions>[] = [{}]) {
  offices += 1
  const tokens: string[] = []
  for (const [i, person] of people.entries()) {
    const link = await backend.enrol({
      organisation: `Office of Samples ${offices}`,
      country: 'KZ',
      reviewerCode: `R${i + 1}`,
      role: 'reviewer',
      rules: { publicAuthority: false, ...rules },
      ...person,
    })
    const code = new URL(link).hash.slice(1)
    const answer = await fetch(`${backend.origin}/v1/enrolments/${code}`, { method: 'POST' })
    tokens.push(((await answer.json()) as { token: string }).token)
  }
  return tokens as [string, ...string[]]
}

async function post(route: string, token: string, body: unknown, key?: string) {
  const answer = await fetch(`${backend.origin}/v1${route}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      ...(key ? { 'idempotency-key': key } : {}),
    },
    body: JSON.stringify(body),
  })
  const said = (await answer.json()) as { errors?: Finding[]; advice?: Finding[] }
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), ...said }
}
const send = (token: string, notice: Notice) => post('/notices', token, notice, notice.id)
const arrived = async (id: string) => (await backend.notices()).some((one) => one.id === id)

const REASON = { reasons: { manyOnAuthor: 'She names another house each time.' } }
let posts = 0
/** A notice on one of Eve's posts. */
const onEve = (who: string, more: Partial<Notice> = {}): Notice => {
  posts += 1
  const address = `https://mastodon.example/@${who}`
  const { item } = sampleNotice()
  const author = { name: 'Eve', handle: `@${who}@mastodon.example`, address }
  return sampleNotice({ item: { ...item, author, permalink: `${address}/${posts}` }, ...more })
}

/** What is there before something is tried, and the notice on which it is. */
async function made(token: string, { before, notice }: ApiTry): Promise<Notice> {
  if (before === undefined) return sampleNotice(notice)
  const who = `eve${offices}`
  const count = before === 'decided' ? 1 : before.sameAuthor
  const all = Array.from({ length: count + 1 }, (_, i) => onEve(who, i > 2 ? REASON : {}))
  // In the order of their making: the samples go back in time.
  all.reverse()
  for (const [i, one] of all.entries()) {
    const explained = { ...one, ...(i > 1 ? REASON : {}) }
    if (i < count) expect((await send(token, explained)).status, `before, ${i}`).toBe(201)
  }
  const [first, last] = [all[0] as Notice, { ...(all.at(-1) as Notice), reasons: undefined }]
  if (before !== 'decided') return JSON.parse(JSON.stringify({ ...last, ...notice }))
  await decided(first.id)
  return JSON.parse(JSON.stringify({ ...last, item: first.item, ...notice }))
}

/** The platform has decided, and its time for taking it back is over. */
async function decided(noticeId: string): Promise<void> {
  const id = crypto.randomUUID()
  const decision = { ...sampleDecision({ outcome: 'noAction' }), id }
  await backend.query(
    'insert into decision (id, notice_id, body, due_at, published_at) values ($1, $2, $3, now(), now())',
    [id, noticeId, decision],
  )
}

describe.each(TABLE)('safeguard $safeguard, by the API: $api.tries', ({ api }) => {
  it('fails', async () => {
    if (api.special) return SPECIAL[api.special]?.(api)
    const [token] = await office(api.rules)
    const notice = await made(token, api)
    const code = api.finds ?? ''
    const said = await send(token, notice)
    if (effectOf(code) === 'warn') {
      // It may go: whoever sends it is told.
      expect([said.status, said.advice?.map((one) => one.code)]).toEqual([
        201,
        expect.arrayContaining([code]),
      ])
      return
    }
    expect([said.status, said.errors?.map((one) => one.code)]).toEqual([422, expect.arrayContaining([code])])
    expect(await arrived(notice.id)).toBe(false)
  })
})

const sensitive = () =>
  sampleNotice({ grounds: [sampleUse({ ground: sampleGround({ secondReviewer: true }) })] })
const ownOffice = () =>
  sampleNotice({
    grounds: [
      sampleUse({
        ground: sampleGround({ speech: 'context' }),
        answers: { ...NO_ANSWERS, 'own-office': 'yes' },
      }),
    ],
  })

const SPECIAL: Record<string, (api: ApiTry) => Promise<void>> = {
  async ownApproval({ rules }) {
    const [token] = await office(rules, [{ role: 'lead' }])
    const notice = sensitive()
    expect((await send(token, notice)).errors).toMatchObject([{ code: 'secondForGround' }])
    expect((await post('/reviews', token, notice, notice.id)).status).toBe(201)
    const approve = await post(`/reviews/${notice.id}/approve`, token, { reason: 'I say so.' })
    expect(approve.status).toBe(403)
    expect((await send(token, notice)).status).toBe(422)
    expect(await arrived(notice.id)).toBe(false)
  },

  async tooFast({ rules }) {
    const [token] = await office(rules)
    const statuses: number[] = []
    for (let i = 0; i < 4; i++) {
      const at = new Date(Date.now() - 3_600_000 - i * 1000).toISOString()
      const notice = sampleNotice({ createdAt: at })
      statuses.push(
        (await send(token, { ...notice, declaration: { ...notice.declaration, madeAt: at } })).status,
      )
    }
    expect(statuses).toEqual([201, 201, 422, 422])
  },

  async cooling({ rules }) {
    const [token] = await office(rules)
    const notice = sampleNotice()
    const { status, retryAfter } = await send(token, notice)
    expect([status, Number(retryAfter) > 0]).toEqual([409, true])
    expect(await arrived(notice.id)).toBe(false)
  },

  async ownUnit({ rules }) {
    const [author, colleague, outside] = await office(rules, [
      { unit: 'Press' },
      { unit: 'Press', role: 'lead' },
      { unit: 'Legal', role: 'approver' },
    ])
    const notice = ownOffice()
    expect((await send(author, notice)).errors?.[0]).toMatchObject({ code: 'ownOfficeSecond' })
    await post('/reviews', author, notice, notice.id)
    const word = (token = '') => post(`/reviews/${notice.id}/approve`, token, { reason: 'It fits.' })
    expect((await word(colleague)).status).toBe(403)
    expect((await send(author, notice)).status).toBe(422)
    // Of a notice on anything else the colleague may be the second reviewer; of this one somebody outside.
    const other = sensitive()
    await post('/reviews', author, other, other.id)
    expect((await post(`/reviews/${other.id}/approve`, colleague ?? '', { reason: 'It fits.' })).status).toBe(
      200,
    )
    expect((await word(outside)).status).toBe(200)
    expect((await send(author, notice)).status).toBe(201)
  },
}

it('knows each special try', () => {
  for (const { api } of TABLE) if (api.special) expect(SPECIAL).toHaveProperty(api.special)
})
