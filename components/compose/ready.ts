import type { Form } from '../../utils/messages'
import type { Item } from '../../utils/notice'

/** What is missing before anything can be sent, and the field where it is given. */
export type Missing = { what: 'item' | 'grounds' | 'why' | 'declaration'; field: string }

/** Everything that is missing as far as the form can see by itself, in its own order. */
export function missingIn(item: Item, form: Form): Missing[] {
  const address = (form.item.permalink ?? item.permalink)?.trim()
  const silent = form.grounds.flatMap(({ why }, i) =>
    why.trim() ? [] : [{ what: 'why', field: `grounds.${i}.why` } as const],
  )
  return [
    ...(address ? [] : [{ what: 'item', field: 'item.permalink' } as const]),
    ...(form.grounds.length > 0 ? silent : [{ what: 'grounds', field: 'grounds' } as const]),
    ...(form.goodFaith ? [] : [{ what: 'declaration', field: 'goodFaith' } as const]),
  ]
}
