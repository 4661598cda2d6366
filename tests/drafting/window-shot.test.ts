import { beforeEach, describe, expect, it } from 'vitest'
import { dropWindow, findWindow, keepWindow } from '../../utils/drafting/window-shot'
import { uuidv7 } from '../../utils/uuid'
import { fakeBrowser } from '../support/extension-api'

beforeEach(() => fakeBrowser.reset())

const held = async () => Object.keys(await fakeBrowser.storage.session.get(null))

describe('the picture of the window', () => {
  it('stays until the draft is over, and beside what others keep', async () => {
    await fakeBrowser.storage.session.set({ 'draft-key:1': 'key' })
    await keepWindow('d1', 'data:1')
    expect(await findWindow('d1')).toBe('data:1')
    await dropWindow('d1')
    expect(await findWindow('d1')).toBeNull()
    expect(await held()).toEqual(['draft-key:1'])
  })

  it('gives way to newer ones, and is not kept at all if it is too large', async () => {
    const ids = Array.from({ length: 5 }, (_, i) => uuidv7(1_700_000_000_000 + i))
    for (const id of ids) await keepWindow(id, 'x'.repeat(2_500_000))
    expect(await held()).toEqual(ids.slice(3).map((id) => `window:${id}`))
    await keepWindow('huge', 'x'.repeat(6_000_001))
    expect(await findWindow('huge')).toBeNull()
    expect(await held()).toHaveLength(2)
  })
})
