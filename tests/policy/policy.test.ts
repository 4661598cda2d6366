import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { actsOtherwise, inForce, inOwnWindow, Policy, readPolicy } from '../../utils/policy'
import { Settings, settings } from '../../utils/settings'
import { fakeBrowser } from '../support/extension-api'

const managed = (policy: unknown) =>
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(async () => policy as never)

beforeEach(() => {
  vi.restoreAllMocks()
  fakeBrowser.reset()
  managed({})
})

describe('what an administrator sets', () => {
  it('stands over the reviewer’s settings, and says so', async () => {
    await settings.set({ ownWindow: false, ownWindowSites: ['x'] })
    managed({ quiet: true, ownWindow: true, ownWindowSites: ['facebook'] })
    expect(await inForce()).toMatchObject({
      quiet: true,
      ownWindow: true,
      ownWindowSites: ['x', 'facebook'],
      fixed: ['quiet', 'ownWindow'],
    })
  })

  it('is none where it can’t be read or does not fit: never half of one', async () => {
    managed({ quiet: true, ownWindow: '<img src=x onerror=1>' })
    expect(await readPolicy()).toEqual({})
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(new Error('no managed storage'))
    expect((await inForce()).fixed).toEqual([])
  })

  it('is the one told last while the browser has not told one yet; another one is said', async () => {
    vi.resetModules()
    const fresh = await import('../../utils/policy')
    let tell: (policy: unknown) => void = () => {}
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(
      () =>
        new Promise((done) => {
          tell = done as typeof tell
        }),
    )
    const said = vi.fn()
    fresh.watchPolicy(said)
    // Never told: nobody goes on without it.
    const first = fresh.readPolicy()
    expect(await Promise.race([first, new Promise((done) => setTimeout(done, 30, 'waits'))])).toBe('waits')
    tell({ quiet: true })
    expect(await first).toEqual({ quiet: true })
    expect(said).not.toHaveBeenCalled()

    // The browser starts again, and is slow to tell that it is another one.
    vi.resetModules()
    const again = await import('../../utils/policy')
    expect(await again.readPolicy()).toEqual({ quiet: true })
    tell({})
    await vi.waitFor(() => expect(said).toHaveBeenCalledTimes(1))
    managed({})
    expect(await again.readPolicy()).toEqual({})
  })

  it('has a schema for Chromium with the same names', () => {
    const { properties } = JSON.parse(readFileSync('public/managed.json', 'utf8'))
    expect(Object.keys(properties).sort()).toEqual(Object.keys(Policy.shape).sort())
  })
})

describe('a window of the form’s own', () => {
  const now = (more: Partial<Settings>) => ({ ...Settings.parse({}), ...more })
  const page = 'https://web.facebook.com/some/post'

  it('by wish, by site, by host, and not elsewhere', () => {
    expect(inOwnWindow(now({}), page, 'facebook')).toBe(false)
    expect(inOwnWindow(now({ ownWindow: true }), page, null)).toBe(true)
    expect(inOwnWindow(now({ ownWindowSites: ['facebook'] }), page, 'facebook')).toBe(true)
    expect(inOwnWindow(now({ ownWindowSites: ['facebook.com'] }), page, null)).toBe(true)
    expect(inOwnWindow(now({ ownWindowSites: ['book.com'] }), page, null)).toBe(false)
    expect(inOwnWindow(now({ ownWindowSites: ['facebook'] }), 'about:blank', null)).toBe(false)
  })

  it('has open pages begin anew when it changes', () => {
    expect(actsOtherwise(now({}), now({ paused: true }))).toBe(false)
    expect(actsOtherwise(now({ quiet: true }), now({}))).toBe(true)
    expect(actsOtherwise(now({ ownWindowSites: ['x'] }), now({}))).toBe(true)
  })
})
