import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chain, type LedgerEntry } from '../../utils/ledger/entry'
import { decisionFacts, noticeFacts } from '../../utils/ledger/facts'
import { together } from '../../utils/ledger/together'
import { casesOf, median } from '../../utils/report/cases'
import { mirrorOf } from '../../utils/report/mirror'
import { registerJson } from '../../utils/report/register'
import { reportCsv, reportJson, transparencyOf, yearsOf } from '../../utils/report/transparency'
import { sampleDecision, sampleGround, sampleNotice, sampleUse } from '../support/samples'

type Line = { at: string; noticeId: string; event: string; reviewer?: string; facts?: LedgerEntry['facts'] }

async function ledgerOf(lines: Line[]): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = []
  for (const { facts = {}, reviewer = 'a1', ...line } of lines) {
    const head = entries.at(-1) ?? null
    entries.push(await chain(head, { ...line, from: 'queued', to: 'queued', reviewer, facts }))
  }
  return entries
}

const facts = (more: Parameters<typeof sampleNotice>[0] = {}) =>
  noticeFacts(sampleNotice(more), 'Sample Office')
const decided = (outcome: Parameters<typeof sampleDecision>[0]) => decisionFacts(sampleDecision(outcome))
const law = sampleUse({
  ground: sampleGround({ id: 'de.stgb.130', kind: 'law', jurisdiction: 'DE', platform: undefined }),
})

/** Five notices: removed, turned round to no action, on the way, withdrawn, and one that never left. */
async function sample(): Promise<LedgerEntry[]> {
  const base = await facts()
  const underLaw = await facts({ grounds: [law] })
  return ledgerOf([
    { at: '2026-11-01T10:00:00.000Z', noticeId: 'n1', event: 'submit', facts: base },
    { at: '2026-11-01T10:02:00.000Z', noticeId: 'n1', event: 'receipt' },
    { at: '2026-11-02T10:00:00.000Z', noticeId: 'n2', event: 'submit', facts: underLaw },
    { at: '2026-11-02T10:04:00.000Z', noticeId: 'n2', event: 'receipt' },
    {
      at: '2026-11-02T10:05:00.000Z',
      noticeId: 'n1',
      event: 'decide',
      facts: decided({ outcome: 'removed', decidedAt: '2026-11-01T12:02:00.000Z' }),
    },
    { at: '2026-11-03T10:05:00.000Z', noticeId: 'n2', event: 'decide', facts: decided({}) },
    {
      at: '2026-11-04T10:05:00.000Z',
      noticeId: 'n2',
      event: 'decide',
      facts: decided({ outcome: 'noAction', decidedAt: '2026-11-04T10:04:00.000Z' }),
    },
    { at: '2026-11-05T10:00:00.000Z', noticeId: 'n3', event: 'submit', facts: base },
    { at: '2026-11-05T10:06:00.000Z', noticeId: 'n3', event: 'receipt' },
    { at: '2026-11-06T10:00:00.000Z', noticeId: 'n4', event: 'submit', facts: base },
    { at: '2026-11-06T10:00:00.000Z', noticeId: 'n4', event: 'mend' },
    { at: '2026-11-07T10:00:00.000Z', noticeId: 'n5', event: 'submit', facts: base },
    { at: '2026-11-07T10:00:05.000Z', noticeId: 'n5', event: 'undo' },
    { at: '2026-11-07T11:00:00.000Z', noticeId: 'p1', event: 'submit', reviewer: 'practice', facts: base },
  ])
}

describe('the transparency report', () => {
  it('counts by provider, kind of content and action what has arrived', async () => {
    const report = transparencyOf(await sample(), 2026)
    expect(report).toMatchObject({
      organisations: ['Sample Office'],
      notices: 3,
      notArrived: 1,
      decided: 2,
      minutesToReceipt: 4,
      minutesToDecision: (120 + 2 * 24 * 60) / 2,
    })
    expect(report.rows.map(({ provider, outcome, notices }) => [provider, outcome, notices])).toEqual([
      ['mastodon.example', 'noAction', 1],
      ['mastodon.example', 'pending', 1],
      ['mastodon.example', 'removed', 1],
    ])
    expect(report.rows[2]).toMatchObject({ minutesToReceipt: 2, minutesToDecision: 120 })
    expect(transparencyOf(await sample(), 2025).notices).toBe(0)
    expect(yearsOf(await sample())).toEqual([2026])
  })

  it('gives the same bytes for the same ledger, and others for another', async () => {
    const make = async () => {
      // As it comes back from the storage: new objects, keys in any order.
      const ledger = JSON.parse(JSON.stringify(await fixed)) as LedgerEntry[]
      const mixed = ledger.map((entry) => ({
        ...entry,
        facts: Object.fromEntries(Object.entries(entry.facts).reverse()),
      }))
      const report = transparencyOf(mixed, null)
      return [reportCsv(report), reportJson(report), registerJson(mixed, null)]
    }
    const fixed = sample()
    expect(await make()).toEqual(await make())
    const other = transparencyOf((await fixed).slice(0, -8), null)
    expect(reportJson(other)).not.toBe((await make())[1])
  })

  it('holds no address, no name of a person, no word of the item', async () => {
    const notice = sampleNotice()
    const ledger = await ledgerOf([
      {
        at: '2026-11-01T10:00:00.000Z',
        noticeId: notice.id,
        event: 'submit',
        facts: await noticeFacts(notice, 'Sample Office'),
      },
      { at: '2026-11-01T10:02:00.000Z', noticeId: notice.id, event: 'receipt' },
    ])
    const all = [JSON.stringify(ledger), registerJson(ledger, null), reportCsv(transparencyOf(ledger, null))]
    const { item, grounds } = notice
    for (const text of all) {
      for (const word of [
        item.permalink,
        item.author.handle,
        item.author.address,
        item.text,
        grounds[0]?.explanation.why,
      ])
        expect(text).not.toContain(word)
      expect(text).not.toMatch(/https?:|@ada\b/i)
    }
  })

  it('says nothing of the address where nothing but the address may be captured', async () => {
    const bare = sampleUse({ ground: sampleGround({ capture: 'url' }) })
    expect(await facts({ grounds: [bare] })).not.toHaveProperty('address')
    expect(await facts()).toHaveProperty('address')
  })

  it('keeps table programs from running what stands in it', () => {
    const row = {
      provider: '=cmd|"x"',
      category: 'a,b',
      outcome: 'removed',
      notices: 1,
      minutesToReceipt: null,
      minutesToDecision: 3,
    }
    const csv = reportCsv({ ...transparencyOf([], null), rows: [row] })
    expect(csv.split('\r\n')[1]).toBe(`"'=cmd|""x""","a,b",removed,1,,3`)
  })
})

describe('the public register', () => {
  it('has Lumen’s shape: a law’s notice without works, a rule’s work by digest', async () => {
    const { notices } = JSON.parse(registerJson(await sample(), null))
    expect(notices).toHaveLength(3)
    expect(notices[0]).toMatchObject({
      type: 'Other',
      action_taken: 'Yes',
      date_sent: '2026-11-01',
      works_attributes: [
        { infringing_urls_attributes: [{ url: expect.stringMatching(/^urn:sha256:[0-9a-f]{64}$/) }] },
      ],
    })
    expect(notices[1]).toMatchObject({
      type: 'LocalLaw',
      action_taken: 'No',
      jurisdiction_list: ['DE'],
      regulation_list: ['de.stgb.130'],
      works_attributes: [],
    })
    expect(notices[2].action_taken).toBe('Unspecified')
  })
})

describe('the mirror', () => {
  it('shows what became of it and on what it concentrates', async () => {
    const cases = casesOf(await sample())
    const authors = new Map([
      ['n1', 'x'],
      ['n2', 'x'],
      ['n3', 'y'],
    ])
    const mirror = mirrorOf(cases, authors)
    expect(mirror).toMatchObject({
      notices: 4,
      decided: 2,
      unfounded: 1,
      reversed: 1,
      refused: 1,
      months: [{ month: '2026-11', count: 4 }],
    })
    expect(mirror.by.author).toEqual([
      { key: 'x', count: 2, share: 50 },
      { key: '?', count: 1, share: 25 },
      { key: 'y', count: 1, share: 25 },
    ])
  })

  it('leaves no month out', async () => {
    const base = await facts()
    const at = ['2025-11-30T23:59:00.000Z', '2026-02-01T00:00:00.000Z']
    const ledger = await ledgerOf(
      at.map((time, i) => ({ at: time, noticeId: `n${i}`, event: 'submit', facts: base })),
    )
    expect(mirrorOf(casesOf(ledger), new Map()).months.map(({ count }) => count)).toEqual([1, 0, 0, 1])
  })
})

describe('several ledgers', () => {
  const other = async () =>
    ledgerOf([
      {
        at: '2026-11-01T09:00:00.000Z',
        noticeId: 'm1',
        event: 'submit',
        reviewer: 'a2',
        facts: await facts(),
      },
      { at: '2026-11-01T09:30:00.000Z', noticeId: 'm1', event: 'receipt', reviewer: 'a2' },
    ])

  it('make one report: the same bytes in any order, and a line counts once though two files hold it', async () => {
    const [first, second] = [await sample(), await other()]
    const made = (...ledgers: LedgerEntry[][]) => {
      const entries = together(ledgers)
      return [reportJson(transparencyOf(entries, null, ledgers)), registerJson(entries, null)]
    }
    const both = made(first, second)
    expect(made(second, first)).toEqual(both)
    const report = JSON.parse(both[0] ?? '')
    expect(report.notices).toBe(transparencyOf(first, null).notices + 1)
    expect(report.ledgers).toHaveLength(2)
    // An older copy of the first ledger adds nothing but its name.
    const { ledgers: _, ...withCopy } = JSON.parse(made(first, second, first.slice(0, 5))[0] ?? '')
    const { ledgers: __, ...without } = report
    expect(withCopy).toEqual(without)
    expect(made(first)[1]).toBe(registerJson(first, null))
  })
})

describe('a median', () => {
  it('has as many figures below as above', () => {
    expect(median([])).toBeNull()
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 30 }), (figures) => {
        const middle = median(figures) as number
        expect(figures.filter((one) => one < middle).length).toBeLessThanOrEqual(figures.length / 2)
        expect(figures.filter((one) => one > middle).length).toBeLessThanOrEqual(figures.length / 2)
      }),
    )
  })
})
