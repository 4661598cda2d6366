import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createLookup } from '../../components/compose/lookup'
import { createSaver, PAUSE } from '../../components/compose/saver'
import type { Form } from '../../utils/messages'

const form = (reference: string): Form => ({ item: {}, grounds: [], goodFaith: false, reference })

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('keeping what is typed', () => {
  it('keeps a change at most so much later, however fast one types', async () => {
    const kept: string[] = []
    const saver = createSaver(
      async ({ reference }) => kept.push(reference),
      () => {},
    )
    for (let typed = 1; typed <= 10; typed++) {
      saver.change(form(`${typed}`))
      await vi.advanceTimersByTimeAsync(PAUSE / 4)
    }
    expect(kept).toEqual(['4', '8'])
    await vi.advanceTimersByTimeAsync(PAUSE)
    expect(kept.at(-1)).toBe('10')
  })

  it('keeps at once when it is told to, and nothing twice', async () => {
    const save = vi.fn(async () => {})
    const saver = createSaver(save, () => {})
    saver.change(form('a'))
    const kept = saver.flush()
    expect(save).toHaveBeenCalledTimes(1)
    await kept
    await saver.flush()
    await vi.advanceTimersByTimeAsync(5000)
    expect(save).toHaveBeenCalledTimes(1)
  })

  it('says that it failed, tries again, and never goes back to an older text', async () => {
    const heard: unknown[] = []
    const kept: string[] = []
    let broken = true
    const saver = createSaver(
      async ({ reference }) => {
        if (broken) throw new Error('no')
        kept.push(reference)
      },
      (error) => heard.push(error !== null),
    )
    saver.change(form('old'))
    await vi.advanceTimersByTimeAsync(PAUSE)
    saver.change(form('new'))
    broken = false
    await vi.advanceTimersByTimeAsync(5000)
    expect(kept).toEqual(['new'])
    expect(heard).toEqual([true, false])
  })

  it('drops what is being sent instead', async () => {
    const save = vi.fn(async () => {})
    const saver = createSaver(save, () => {})
    saver.change(form('a'))
    saver.drop()
    await vi.advanceTimersByTimeAsync(5000)
    expect(save).not.toHaveBeenCalled()
  })
})

describe('looking up what is typed', () => {
  it('asks one question at a time, the newest next, and shows no answer that was overtaken', async () => {
    const waiting: [string, (hits: string) => void][] = []
    const shown: string[] = []
    const look = createLookup<string>(
      (query) => new Promise((done) => waiting.push([query, done])),
      (query, answer) => shown.push(`${query}:${answer}`),
      () => {},
    )
    for (const typed of ['i', 'in', 'inc']) look(typed)
    expect(waiting.map(([query]) => query)).toEqual(['i'])
    waiting[0]?.[1]('old')
    await vi.advanceTimersByTimeAsync(0)
    expect(waiting.map(([query]) => query)).toEqual(['i', 'inc'])
    waiting[1]?.[1]('new')
    await vi.advanceTimersByTimeAsync(0)
    expect(shown).toEqual(['inc:new'])
  })

  it('goes on after a question that failed', async () => {
    const shown: string[] = []
    const failed = vi.fn()
    const look = createLookup<string>(
      async (query) => {
        if (query === 'bad') throw new Error('no')
        return query
      },
      (query) => shown.push(query),
      failed,
    )
    look('bad')
    await vi.advanceTimersByTimeAsync(0)
    look('good')
    await vi.advanceTimersByTimeAsync(0)
    expect(failed).toHaveBeenCalledTimes(1)
    expect(shown).toEqual(['good'])
  })
})
