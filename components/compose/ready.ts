import type { Form } from '../../utils/messages'
import type { Item } from '../../utils/notice'

/** What is missing before anything can be sent, and the field where it is given. */
export type Missing = { what: 'item' | 'grounds' | 'why' | 'declaration'; field: string }

/** The first thing that is missing, in the form's own order; null: nothing that can be seen from here. */
export function firstMissing(item: Item, form: Form): Missing | null {
  if (!(form.item.permalink ?? item.permalink)?.trim()) return { what: 'item', field: 'item.permalink' }
  if (form.grounds.length === 0) return { what: 'grounds', field: 'grounds' }
  const silent = form.grounds.findIndex(({ why }) => !why.trim())
  if (silent >= 0) return { what: 'why', field: `grounds.${silent}.why` }
  return form.goodFaith ? null : { what: 'declaration', field: 'goodFaith' }
}
