import type { CDPSession, Page } from 'playwright-core'
import { withDevTools } from './app'

/** Enough of DevTools' node. */
export type DevToolsNode = {
  backendNodeId: number
  nodeName: string
  nodeValue?: string
  attributes?: string[]
  children?: DevToolsNode[]
  shadowRoots?: (DevToolsNode & { shadowRootType?: string })[]
  contentDocument?: DevToolsNode
}

/** The Report action of one item, as it stands in its closed root. */
export type Mark = {
  name: string
  label: string
  filled: boolean
  /** The button's own style: its colour. */
  style: string
  button: number
  host: number
}

/** Roots of posts on the sample pages' three sites: what one action each is counted by. */
export const POST: Record<string, string> = {
  mastodon: 'article .status, .detailed-status__wrapper',
  bluesky: '[data-testid^="feedItem-by-"], [data-testid^="postThreadItem-by-"]',
  facebook: '[aria-posinset]',
}

/** The posts that a sample page hides: nobody can press an action there. */
export const HIDDEN = `.away :is(${Object.values(POST).join()})`

const GLYPH = 'M6 21.5v-18h12.5l-3 4.5 3 4.5H6'

/**
 * All Report actions of a page in document order. They stand in closed roots: DevTools sees into them, the page and
 * Playwright's selectors do not.
 */
export async function marks(page: Page): Promise<Mark[]> {
  return withDevTools(page, async (session) => {
    const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as {
      root: DevToolsNode
    }
    return marksIn(root)
  })
}

/** The actions in a document tree that DevTools gave with its roots pierced. */
export function marksIn(root: DevToolsNode): Mark[] {
  const found: Mark[] = []
  const walk = (node: DevToolsNode) => {
    for (const shadow of node.shadowRoots ?? []) {
      const button =
        shadow.shadowRootType === 'closed' && shadow.children?.find((one) => one.nodeName === 'BUTTON')
      if (button && hasGlyph(button)) found.push(toMark(node, button))
      else walk(shadow)
    }
    for (const child of node.children ?? []) walk(child)
  }
  walk(root)
  return found
}

function toMark(host: DevToolsNode, button: DevToolsNode): Mark {
  return {
    name: attribute(button, 'aria-label') ?? '',
    label: textOf(button),
    filled: attribute(button, 'class') === 'on',
    style: attribute(button, 'style') ?? '',
    button: button.backendNodeId,
    host: host.backendNodeId,
  }
}

const attribute = ({ attributes = [] }: DevToolsNode, name: string) => {
  const at = attributes.indexOf(name)
  return at % 2 === 0 && at >= 0 ? attributes[at + 1] : undefined
}
const textOf = (node: DevToolsNode): string =>
  node.nodeName === '#text' ? (node.nodeValue ?? '') : (node.children ?? []).map(textOf).join('')
const hasGlyph = (node: DevToolsNode): boolean =>
  attribute(node, 'd') === GLYPH || (node.children ?? []).some((child) => hasGlyph(child))

/**
 * Runs in a page: scrolls it and the lists in it from top to bottom and back, as a reader does. An item has its action
 * only once it was near the view. As text: what a runner makes of a function need not run in a page.
 */
export const SCROLL_THROUGH = `(async () => {
  const all = [document.scrollingElement, ...document.querySelectorAll('main, section, div, ul')]
  const long = all.filter((one) => {
    if (one.scrollHeight < one.clientHeight * 1.5 || !one.clientHeight) return false
    return one === document.scrollingElement || /auto|scroll/.test(getComputedStyle(one).overflowY)
  })
  const pause = (ms) => new Promise((done) => setTimeout(done, ms))
  const frame = () => Promise.race([new Promise((done) => requestAnimationFrame(done)), pause(1500)])
  // What moved is seen in a frame, then looked at anew, and that is seen in another one: a page behind others has one a second.
  const seen = async () => {
    await frame()
    await pause(200)
    await frame()
    await frame()
  }
  for (const one of long) {
    const from = one.scrollTop
    for (let at = 0; at < one.scrollHeight; at += one.clientHeight * 2) {
      one.scrollTop = at
      await seen()
    }
    one.scrollTop = from
    await seen()
  }
})()`

/** {@link SCROLL_THROUGH} in a page of Playwright's. */
export const lookThrough = (page: Page): Promise<void> => page.evaluate<void>(SCROLL_THROUGH)

/** Waits until the page has at least `count` actions, and gives them; after a moment it scrolls for them. */
export async function waitForMarks(page: Page, count = 1, timeout = 10_000): Promise<Mark[]> {
  const patience = Date.now() + 1500
  return until(
    async () => {
      const found = await marks(page)
      if (found.length < count && Date.now() > patience) await lookThrough(page)
      return found
    },
    (all) => all.length >= count,
    `${count} Report actions`,
    timeout,
  )
}

/** Asks again until it is so. @throws Error that names what was waited for and what was there last. */
export async function until<T>(
  read: () => Promise<T>,
  good: (value: T) => boolean,
  what: string,
  timeout = 10_000,
): Promise<T> {
  const end = Date.now() + timeout
  for (;;) {
    const value = await read()
    if (good(value)) return value
    if (Date.now() > end) throw new Error(`Waited ${timeout} ms for ${what}; last: ${JSON.stringify(value)}`)
    await new Promise((done) => setTimeout(done, 50))
  }
}

/** Calls a function of the page's world on the element that holds the action. */
export async function onHost<T>(page: Page, mark: Mark, body: string): Promise<T> {
  return withDevTools(page, async (session) => {
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: mark.host })
    const { result } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: `function () { ${body} }`,
      returnByValue: true,
    })
    return result.value as T
  })
}

/** For each action: which of the elements that match `selector` it stands in (-1: in none). */
export async function placesOf(page: Page, all: Mark[], selector: string): Promise<number[]> {
  const body = `return [...document.querySelectorAll(${JSON.stringify(selector)})].findIndex((one) => one.contains(this))`
  const places: number[] = []
  for (const mark of all) places.push(await onHost<number>(page, mark, body))
  return places
}

/** The actions of the whole page, once their number has been the same for `still` milliseconds. */
export async function settledMarks(page: Page, still = 600): Promise<Mark[]> {
  await lookThrough(page)
  let last = await marks(page)
  for (let since = Date.now(); Date.now() - since < still; ) {
    await new Promise((done) => setTimeout(done, 100))
    const now = await marks(page)
    if (now.length !== last.length) since = Date.now()
    last = now
  }
  return last
}

/** The middle of an action on the screen, scrolled into view. */
async function middleOf(session: CDPSession, mark: Mark): Promise<{ x: number; y: number }> {
  await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: mark.button })
  const { quads } = await session.send('DOM.getContentQuads', { backendNodeId: mark.button })
  const quad = quads[0]
  if (!quad) throw new Error('The action is not visible.')
  const [x = 0, y = 0, , , right = 0, bottom = 0] = quad
  return { x: (x + right) / 2, y: (y + bottom) / 2 }
}

/** Presses an action with the mouse, as a person does. */
export async function press(page: Page, mark: Mark): Promise<void> {
  const { x, y } = await withDevTools(page, (session) => middleOf(session, mark))
  await page.mouse.click(x, y)
}

/** Presses an action by keyboard: it gets the focus, then Enter. */
export async function pressByKey(page: Page, mark: Mark): Promise<void> {
  await withDevTools(page, async (session) => {
    await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: mark.button })
    await session.send('DOM.focus', { backendNodeId: mark.button })
  })
  await page.keyboard.press('Enter')
}
