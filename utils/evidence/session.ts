import { all } from '../sites/dom'
import type { Site } from '../sites/site'

/**
 * Whether somebody is logged in to the page, by what its site declares; never as whom. Null: the site declares
 * nothing, or the page shows neither sign, or both.
 */
export function isSignedIn(session: Site['session'] | null, doc: Document): boolean | null {
  const shows = (selector?: string) => selector !== undefined && all(doc, selector).length > 0
  const [inside, outside] = [shows(session?.in), shows(session?.out)]
  return inside === outside ? null : inside
}
