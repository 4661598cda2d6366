import { vi } from 'vitest'
import type { Mark } from '../../utils/mark'
import type { PageOrder, PageSetup } from '../../utils/messages'
import { siteById } from '../../utils/sites'
import type { Site } from '../../utils/sites/site'

export const REPORT = 'Report with Flagpost'

/** The extension's side of the script: answers what the background would, keeps what was asked. */
export function fakeExtension(siteId: string | null) {
  const asked: { type: string; payload: unknown }[] = []
  const marks: Record<string, Mark> = {}
  let listener:
    | ((order: PageOrder, sender: { id?: string }, answer: (value: unknown) => void) => void)
    | null = null
  const site = siteId ? (siteById(siteId) as Site) : null
  const setup: PageSetup | null = site && {
    find: JSON.parse(JSON.stringify(site.find)),
    report: REPORT,
    own: false,
  }
  const runtime = {
    id: 'flagpost' as string | undefined,
    getURL: (path: string) => `about:blank?${path}`,
    async sendMessage({ type, payload }: { type: string; payload: { permalinks?: string[] } }) {
      if (!runtime.id) throw new Error('Extension context invalidated.')
      asked.push({ type, payload })
      if (type === 'site.hello') return { ok: true, value: setup }
      const known = (payload.permalinks ?? []).flatMap((one) => (marks[one] ? [[one, marks[one]]] : []))
      return { ok: true, value: type === 'page.marks' ? Object.fromEntries(known) : null }
    },
    onMessage: {
      addListener: (one: typeof listener) => {
        listener = one
      },
      removeListener: () => {
        listener = null
      },
    },
  }
  vi.stubGlobal('chrome', { runtime })
  return {
    asked,
    marks,
    order: (order: PageOrder, from = 'flagpost') => {
      let answer: unknown
      listener?.(order, { id: from }, (value) => {
        answer = value
      })
      return answer
    },
    listens: () => listener !== null,
    /** The extension was updated or removed under the page. */
    vanish: () => {
      runtime.id = undefined
    },
  }
}

/** Browser parts that happy-dom lacks: idle time at once, all in view, the top layer, closed roots within reach. */
export function fakeBrowser() {
  const roots = new WeakMap<Element, ShadowRoot>()
  vi.stubGlobal('requestIdleCallback', (run: (deadline: IdleDeadline) => void) =>
    setTimeout(() => run({ didTimeout: true, timeRemaining: () => 50 }), 1),
  )
  vi.stubGlobal('cancelIdleCallback', (id: number) => clearTimeout(id))
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(private readonly see: (entries: unknown[]) => void) {}
      observe(target: Element) {
        this.see([{ target, isIntersecting: true, boundingClientRect: { width: 600, height: 200 } }])
      }
      unobserve() {}
      disconnect() {}
    },
  )
  const attach = Element.prototype.attachShadow
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attach.call(this, init)
    roots.set(this, root)
    return root
  })
  return { rootOf: (host: Element) => roots.get(host) }
}

/**
 * A moment, in which observers and idle slices run: so long, and then some turns more, because on a busy machine a
 * moment can be over before anything had its turn.
 */
export async function settle(ms = 30): Promise<void> {
  await new Promise((done) => setTimeout(done, ms))
  for (let turn = 0; turn < 5; turn++) await new Promise((done) => setTimeout(done, 2))
}
