import { browser } from '../browser'
import { fromBase64 } from '../bytes'
import { GLYPH } from '../flag/orphans'
import type { Screenshot } from './bundle'
import type { Captured } from './captured'

/** The browser allows two a second, for all windows together. */
const PACE = 550
/** A page that answers later is taken as it is, milliseconds. */
const PATIENCE = 200
let last = 0

/** A picture of the visible page, before anything of ours stands in it; or why there is none. */
export type Shot = { url: string } | { missing: string }
export type Cropped = { picture: Screenshot; scale: number; cut: boolean } | { missing: string }

/**
 * Takes the picture of a tab, if the browser grants it (all hosts, or a click on the toolbar, menu or command). The
 * browser always takes the active tab of the window, so the tab is looked at before and after.
 */
export async function captureVisible(tabId: number, windowId: number): Promise<Shot> {
  const wait = last + PACE - Date.now()
  if (wait > 0) return { missing: 'tooOften' }
  last = Date.now()
  try {
    const before = await browser.tabs.get(tabId)
    if (!before.active) return { missing: 'otherTab' }
    await ours(tabId, true)
    const url = await browser.tabs
      .captureVisibleTab(windowId < 0 ? undefined : windowId, { format: 'png' })
      .finally(() => void ours(tabId, false))
    const after = await browser.tabs.get(tabId)
    return after.active && after.url === before.url ? { url } : { missing: 'otherTab' }
  } catch {
    return { missing: 'notGranted' }
  }
}

/** Takes what is ours out of sight on a page, or shows it again. A page that takes no script has nothing of ours. */
async function ours(tabId: number, hidden: boolean): Promise<void> {
  const ask = {
    target: { tabId },
    injectImmediately: true,
    func: hideOurs as () => Promise<void>,
    args: [GLYPH, hidden] as [string, boolean],
  }
  const late = new Promise<void>((done) => setTimeout(done, PATIENCE))
  await Promise.race([browser.scripting.executeScript(ask), late]).catch(() => {})
}

/**
 * Runs in the page: our actions and the form's frame are drawn as nothing, without a change that the page could see.
 * Resolves when the page was drawn without them. Injected (`func`), so it stands alone.
 */
async function hideOurs(glyph: string, hidden: boolean): Promise<void> {
  type Closed = Element & { openOrClosedShadowRoot?: ShadowRoot | null }
  const dom = globalThis.chrome?.dom
  for (const node of document.querySelectorAll('span:not([class]):empty, [popover]:empty')) {
    const root = (node as Closed).openOrClosedShadowRoot ?? dom?.openOrClosedShadowRoot(node as HTMLElement)
    const button = root?.querySelector(`path[d="${glyph}"]`)?.closest('button')
    const frame = root?.querySelector('iframe')
    const own = button ?? (frame?.src.includes('compose.html') ? frame : null)
    if (own) own.style.filter = hidden ? 'opacity(0)' : ''
  }
  if (!hidden) return
  const drawn = () => new Promise((done) => requestAnimationFrame(done))
  // A page that is not drawn has no frames.
  await Promise.race([drawn().then(drawn), new Promise((done) => setTimeout(done, 100))])
}

/** Cuts the item out of the page's picture. The scale is the bitmap's own: it is not always the device's. */
export async function crop(shot: Shot, { rect, viewport }: Captured['page']): Promise<Cropped> {
  if ('missing' in shot) return shot
  const bitmap = await createImageBitmap(pngOf(shot.url))
  const scale = bitmap.width / viewport.width
  const left = Math.max(0, rect.x)
  const top = Math.max(0, rect.y)
  const right = Math.min(viewport.width, rect.x + rect.width)
  const bottom = Math.min(viewport.height, rect.y + rect.height)
  const [width, height] = [Math.round((right - left) * scale), Math.round((bottom - top) * scale)]
  if (width < 1 || height < 1) return { missing: 'outOfView' }
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.drawImage(bitmap, left * scale, top * scale, width, height, 0, 0, width, height)
  bitmap.close()
  const cut = rect.x < 0 || rect.y < 0 || right < rect.x + rect.width - 1 || bottom < rect.y + rect.height - 1
  return { picture: await pictureOf(canvas), scale, cut }
}

/** The picture of the whole window, as it is kept. */
export async function wholeWindow(url: string): Promise<Screenshot> {
  const bitmap = await createImageBitmap(pngOf(url))
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0)
  bitmap.close()
  return pictureOf(canvas)
}

async function pictureOf(canvas: OffscreenCanvas): Promise<Screenshot> {
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality: 0.92 })
  return { bytes: new Uint8Array(await blob.arrayBuffer()), type: blob.type }
}

/** The picture in the browser's `data:` address. Fetching that address is what our policy forbids. */
function pngOf(url: string): Blob {
  return new Blob([fromBase64(url.slice(url.indexOf(',') + 1))], { type: 'image/png' })
}
