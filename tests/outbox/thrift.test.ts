import { afterEach, describe, expect, it, vi } from 'vitest'
import { isMetered, mayPoll } from '../../utils/outbox/thrift'

const on = (connection: unknown) => vi.stubGlobal('navigator', { connection })
afterEach(() => vi.unstubAllGlobals())

describe('a network that is paid for by what goes through it', () => {
  it.each([
    [{ saveData: true }, true],
    [{ saveData: false, type: 'cellular' }, true],
    [{ saveData: false, type: 'wifi' }, false],
    [{}, false],
    [undefined, false],
  ])('%j', (connection, metered) => {
    on(connection)
    expect(isMetered()).toBe(metered)
    const polls = Array.from({ length: 60 }, (_, minute) => mayPoll(minute * 60_000)).filter(Boolean)
    expect(polls).toHaveLength(metered ? 12 : 60)
  })
})
