import type { PageSetup } from '../messages'
import { all, parentOf } from '../sites/dom'
import { createFinder, type Found } from '../sites/find'
import { type Action, createAction } from './action'
import { rate } from './rate'

export type Decoration = Action & {
  root: Element
  /** The item's permalink as the page has it now. */
  permalink: () => string | null
}

type Parts = {
  doc: Document
  setup: PageSetup
  press: (found: Found, decoration: Decoration) => void
}

/**
 * Gives each item its action, once: beside the page's own in their bar, and again when the page made the bar anew.
 * Nothing is kept but weakly: when the page drops an item, its action goes with it.
 */
export function createDecorator({ doc, setup, press }: Parts) {
  const find = () => createFinder(setup.find)
  const { union } = find()
  const byRoot = new WeakMap<Element, Decoration & { may: () => boolean }>()
  const byHost = new WeakMap<EventTarget, Decoration>()

  function make(root: Element) {
    const action = createAction(setup.report, () => pressed(decoration))
    const decoration = {
      ...action,
      root,
      permalink: () => {
        const finder = find()
        const found = finder.owner(root)
        return found?.root === root ? (finder.link(found, location.href)?.permalink ?? null) : null
      },
      // A page that keeps removing us is left alone for a while; frameworks make a bar anew a few times at most.
      may: rate(5, 20_000),
    }
    byRoot.set(root, decoration)
    byHost.set(action.host, decoration)
    return decoration
  }

  function pressed(decoration: Decoration) {
    const found = find().owner(decoration.root)
    if (found) press(found, decoration)
  }

  function place(root: Element): Decoration | null {
    const finder = find()
    const rule = finder.ruleOf(root)
    const spot = rule && !rule.quoted && finder.bar({ root, rule, quoted: false })
    if (!spot) return null
    const decoration = byRoot.get(root) ?? make(root)
    if (parentOf(decoration.host) !== spot.bar) {
      if (!decoration.may()) return null
      decoration.fit(spot.bar)
      Element.prototype[spot.put].call(spot.bar, decoration.host)
    }
    return decoration
  }

  return {
    find,
    union,
    place,
    pressed,
    byHost: (target: EventTarget | null) => (target ? byHost.get(target) : undefined),
    of: (root: Element) => byRoot.get(root),
    clear() {
      for (const root of all(doc, union)) byRoot.get(root)?.host.remove()
    },
  }
}
