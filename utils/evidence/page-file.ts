import { browser } from '../browser'
import { inTime } from '../in-time'
import { ProblemError } from '../problem'
import { withoutOurs } from './mhtml'
import { type ContextFile, MHTML_TYPE } from './page-context'

/** A page that takes longer to write down is left, milliseconds. */
const PATIENCE = 20_000
/** A larger file is not kept, bytes: the backend takes the item's own evidence first. */
const MAX = 24 * 1024 * 1024

/** The permission, as it is asked for and given back; the polyfill knows none that Chromium alone has. */
export const PAGE_FILE = { permissions: ['pageCapture' as never] }

/** Does this browser write pages down as one file at all? Only Chromium does. */
export function canKeepPage(): boolean {
  const { permissions = [], optional_permissions: optional = [] } = browser.runtime.getManifest() as {
    permissions?: string[]
    optional_permissions?: string[]
  }
  return [...permissions, ...optional].includes('pageCapture')
}

/** Does this browser write pages down as one file, and may we ask it to? */
export async function mayKeepPage(): Promise<boolean> {
  // Firefox throws at the very name of a permission that it does not know.
  return canKeepPage() && browser.permissions.contains(PAGE_FILE)
}

/**
 * The whole page of a tab as one file (MHTML), without what is ours in it and without the page's own tokens, as long as
 * the tab still shows `address`; or why there is none. Runs in a page of the extension: a service worker gets a file that
 * it can not read (seen in Chromium 156).
 */
export async function capturePage(
  tabId: number,
  address: string,
): Promise<ContextFile | { missing: string }> {
  const shown = () =>
    browser.tabs.get(tabId).then(
      ({ url }) => url === address,
      () => false,
    )
  if (!(await mayKeepPage())) return { missing: 'notGranted' }
  if (!(await shown())) return { missing: 'otherTab' }
  try {
    const written = await inTime(globalThis.chrome.pageCapture.saveAsMHTML({ tabId }), PATIENCE, 'tooSlow')
    if (!written) return { missing: 'failed' }
    if (written.size > MAX) return { missing: 'tooLarge' }
    const bytes = withoutOurs(new Uint8Array(await written.arrayBuffer()))
    // It may have gone elsewhere meanwhile.
    return (await shown()) ? { bytes, type: MHTML_TYPE } : { missing: 'otherTab' }
  } catch (error) {
    return { missing: error instanceof ProblemError ? error.problem.code : 'failed' }
  }
}
