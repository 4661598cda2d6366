import { describe, expect, it } from 'vitest'
import { checkDecision, emptyDecision, readTerritory, toDecision } from '../../components/practice/decide'
import { Decision, type Notice } from '../../utils/notice'

const notice = {
  grounds: [{ ground: { id: 'mastodon.spam' } }, { ground: { id: 'kz.crime.174' } }],
} as Notice
const NOW = Date.parse('2026-11-25T12:00:00Z')
const filled = () => ({
  ...emptyDecision(notice, 'A court.'),
  outcome: 'removed' as const,
  territory: 'kz, de',
  facts: ' It says so. ',
  grounds: [
    { upheld: true, explanation: 'It does.' },
    { upheld: false, explanation: 'It does not.' },
  ],
  decidedBy: 'Desk',
})

describe('a decision at the practice desk', () => {
  it('names every field that is missing, each ground by itself', () => {
    expect(checkDecision(emptyDecision(notice, ''), NOW)).toEqual({
      outcome: 'choose',
      facts: 'write',
      'grounds.0.upheld': 'answer',
      'grounds.0.explanation': 'write',
      'grounds.1.upheld': 'answer',
      'grounds.1.explanation': 'write',
      redress: 'write',
      decidedBy: 'write',
    })
  })

  it('does not let measure and answers contradict each other', () => {
    expect(checkDecision(filled(), NOW)).toEqual({})
    expect(checkDecision({ ...filled(), outcome: 'noAction' }, NOW)).toEqual({ outcome: 'contradicts' })
    const none = filled().grounds.map((ground) => ({ ...ground, upheld: false }))
    expect(checkDecision({ ...filled(), grounds: none }, NOW)).toEqual({ outcome: 'contradicts' })
    expect(checkDecision({ ...filled(), outcome: 'noAction', grounds: none }, NOW)).toEqual({})
  })

  it('takes global alone, or countries, and a day to come', () => {
    expect(readTerritory('Global')).toEqual(['global'])
    expect(readTerritory('kz; DE de')).toEqual(['KZ', 'DE'])
    for (const bad of ['', 'global, KZ', 'KAZ', 'K1', '*']) expect(readTerritory(bad)).toBeNull()
    expect(checkDecision({ ...filled(), until: '2026-11-24' }, NOW)).toEqual({ until: 'past' })
    expect(checkDecision({ ...filled(), until: '2026-12-24' }, NOW)).toEqual({})
  })

  it('becomes what the contract says', () => {
    const decision = toDecision({ ...filled(), until: '2026-12-24' }, notice, NOW)
    expect(Decision.parse(decision)).toEqual(decision)
    expect(decision).toMatchObject({
      outcome: 'removed',
      territory: ['KZ', 'DE'],
      until: '2026-12-24T00:00:00.000Z',
      facts: 'It says so.',
      decidedAt: '2026-11-25T12:00:00.000Z',
      grounds: [
        { groundId: 'mastodon.spam', upheld: true },
        { groundId: 'kz.crime.174', upheld: false },
      ],
    })
  })
})
