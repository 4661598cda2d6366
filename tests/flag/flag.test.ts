// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser, fakeExtension, REPORT, settle } from './page'

const mount = vi.fn()
const close = vi.fn()
const focusFrame = vi.fn()
let openNonce: string | null = null
vi.mock('../../utils/flag/frame', () => ({
  createFrame: () => ({ mount, close, focus: focusFrame, nonce: () => openNonce }),
}))

const post = (n: number, inner = '') => `<div role="link" tabindex="0" data-testid="feedItem-by-ada.example">
<a href="/profile/ada.example/post/3p${n}" data-tooltip="today">1h</a><div data-testid="postText">Post ${n}</div>${inner}
<div><div><div><button data-testid="replyBtn"></button></div><div><button data-testid="likeBtn"></button></div><div></div></div>
<div><button data-testid="postDropdownBtn"></button></div></div></div>`
const at = (n: number) => `https://bsky.app/profile/ada.example/post/3p${n}`

let extension: ReturnType<typeof fakeExtension>
let browser: ReturnType<typeof fakeBrowser>

async function start(html: string, site: string | null = 'bluesky') {
  ;(window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL('https://bsky.app/')
  document.body.innerHTML = html
  extension = fakeExtension(site)
  browser = fakeBrowser()
  vi.resetModules()
  const { startFlag } = await import('../../utils/flag/flag')
  startFlag()
  await settle()
  return startFlag
}

/** Our hosts: elements with a root of ours and nothing else to tell them. */
const hosts = () => [...document.querySelectorAll('span')].filter((one) => browser.rootOf(one))
const buttonIn = (host: Element) => browser.rootOf(host)?.querySelector('button') as HTMLButtonElement
/** What the browser makes of a person's click: the event that the page sees is trusted. */
function pressed(host: Element, trusted = true) {
  const event = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true })
  Object.defineProperty(event, 'isTrusted', { value: trusted })
  host.dispatchEvent(event)
  return event
}

beforeEach(() => {
  openNonce = null
  mount.mockClear()
  focusFrame.mockClear()
  mount.mockImplementation((nonce: string) => {
    openNonce = nonce
  })
})
afterEach(() => {
  globalThis.flagpostFlag?.stop()
  globalThis.flagpostFlag = globalThis.flagpostPressed = undefined
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

describe('the action', () => {
  it('stands once on each item, on those that come later too, and never on a quote', async () => {
    const quote =
      '<div role="link" aria-label="x" tabindex="0"><a href="/profile/eve.example/post/3q" data-tooltip="x">1d</a></div>'
    await start(post(1, quote) + post(2))
    expect(hosts()).toHaveLength(2)
    document.body.insertAdjacentHTML('beforeend', post(3))
    await settle()
    expect(hosts()).toHaveLength(3)
    expect(hosts().every((host) => host.parentElement?.querySelector('button') === null)).toBe(true)
  })

  it('comes back once when the page makes the bar anew', async () => {
    await start(post(1))
    const bar = hosts()[0]?.closest('div')?.parentElement?.parentElement as Element
    bar.innerHTML = bar.innerHTML.replace('<span></span>', '')
    await settle()
    expect(hosts()).toHaveLength(1)
  })

  it('gives up politely where the page keeps removing it', async () => {
    await start(post(1))
    let removals = 0
    for (let i = 0; i < 10; i++) {
      for (const host of hosts()) {
        host.remove()
        removals++
      }
      await settle(5)
    }
    expect(removals).toBe(5)
  })

  it('leaves nothing on the page that tells who is a reviewer', async () => {
    await start(post(1))
    const host = hosts()[0] as Element
    expect(host.outerHTML).toBe('<span></span>')
    expect(host.shadowRoot).toBeNull()
    expect(document.body.innerHTML.toLowerCase()).not.toContain('flagpost')
  })

  it('has a name and a tooltip in the words of the interface', async () => {
    await start(post(1))
    const button = buttonIn(hosts()[0] as Element)
    expect(button.title).toBe(REPORT)
  })
})

describe('a press', () => {
  it('opens the form for exactly this item, and tells the background', async () => {
    await start(post(1) + post(2))
    const event = pressed(hosts()[1] as Element)
    expect(event.defaultPrevented).toBe(true)
    const [nonce] = mount.mock.lastCall as [string]
    expect(globalThis.flagpostPressed).toMatchObject({
      nonce,
      root: document.querySelectorAll('[data-testid^=feedItem]')[1],
    })
    expect(extension.asked.find(({ type }) => type === 'page.press')?.payload).toEqual({
      nonce,
      permalink: at(2),
    })
  })

  it('is nothing when the page forges it', async () => {
    await start(post(1))
    pressed(hosts()[0] as Element, false)
    ;(hosts()[0] as HTMLElement).click()
    expect(mount).not.toHaveBeenCalled()
  })

  it('is nobody else’s: the page does not hear of it', async () => {
    await start(post(1))
    const heard = vi.fn()
    document.addEventListener('click', heard, true)
    pressed(hosts()[0] as Element)
    expect(heard).not.toHaveBeenCalled()
  })

  it('on the same item goes back to the open form, on another opens a new one', async () => {
    await start(post(1) + post(2))
    pressed(hosts()[0] as Element)
    pressed(hosts()[0] as Element)
    expect([mount.mock.calls.length, focusFrame.mock.calls.length]).toEqual([1, 1])
    pressed(hosts()[1] as Element)
    expect(mount).toHaveBeenCalledTimes(2)
  })
})

describe('what this reviewer did before', () => {
  const removed = { name: 'Reported · removed', text: 'removed', filled: true }

  it('stands on the item, and nothing on others', async () => {
    await start('')
    extension.marks[at(1)] = removed
    extension.marks[at(2)] = { name: 'A draft', text: '', filled: false }
    document.body.innerHTML = post(1) + post(2) + post(3)
    await settle(250)
    expect(hosts().map((host) => buttonIn(host).textContent)).toEqual(['removed', '', ''])
    expect(hosts().map((host) => buttonIn(host).title)).toEqual([removed.name, 'A draft', REPORT])
    expect(hosts().map((host) => buttonIn(host).className)).toEqual(['on', '', ''])
  })

  it('follows the item, not the node: a list uses its nodes again', async () => {
    await start('')
    extension.marks[at(1)] = removed
    document.body.innerHTML = post(1)
    await settle(250)
    expect(buttonIn(hosts()[0] as Element).textContent).toBe('removed')
    document.querySelector('[data-tooltip]')?.setAttribute('href', '/profile/ada.example/post/3p9')
    await settle(250)
    expect(buttonIn(hosts()[0] as Element).textContent).toBe('')
  })

  it('comes from the background as well', async () => {
    await start(post(1))
    await settle(250)
    extension.order({ type: 'marks', marks: { [at(1)]: removed } })
    expect(buttonIn(hosts()[0] as Element).textContent).toBe('removed')
  })
})

describe('its life', () => {
  it('ends with the extension: an orphan takes its actions away', async () => {
    await start(post(1))
    extension.vanish()
    document.body.insertAdjacentHTML('beforeend', post(2))
    await settle()
    expect(hosts()).toHaveLength(0)
  })

  it('ends when the site is switched off', async () => {
    await start(post(1))
    extension.order({ type: 'stop' })
    document.body.insertAdjacentHTML('beforeend', post(2))
    await settle()
    expect(hosts()).toHaveLength(0)
    expect(extension.listens()).toBe(false)
  })

  it('is one: a second copy in the same page leaves the first in charge', async () => {
    const again = await start(post(1))
    again()
    await settle()
    expect(hosts()).toHaveLength(1)
  })

  it('on a page of no site only opens the form when it is told', async () => {
    await start(post(1), null)
    expect(hosts()).toHaveLength(0)
    extension.order({ type: 'open', nonce: 'n1' })
    extension.order({ type: 'close', nonce: 'n1' })
    expect(mount.mock.lastCall?.[0]).toBe('n1')
    expect(close).toHaveBeenCalledWith('n1')
  })

  it('looks again when the page comes back from the cache', async () => {
    await start(post(1))
    await settle(250)
    extension.marks[at(1)] = { name: 'Reported', text: 'removed', filled: true }
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
    await settle(250)
    expect(buttonIn(hosts()[0] as Element).textContent).toBe('removed')
  })
})
