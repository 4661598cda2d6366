import type { CaptureClass } from '../../utils/grounds/ground'
import type { Form, FormGround, GroundHit } from '../../utils/messages'
import type { Item } from '../../utils/notice'

/** The item with what was mended, limited to what the grounds allow to be kept: as it will stand in the notice. */
export function shownItem(item: Item, { item: mended }: Form, captureClass: CaptureClass | null): Item {
  const whole: Item = {
    ...item,
    permalink: mended.permalink || item.permalink,
    author: {
      ...item.author,
      name: mended.authorName ?? item.author.name,
      handle: mended.authorHandle ?? item.author.handle,
    },
    time: mended.time ?? item.time,
    text: mended.text ?? item.text,
  }
  return captureClass === 'text' ? { ...whole, media: [] } : whole
}

/** A ground as it is chosen: the words that were selected are quoted, the mildest measure that fits is asked for. */
export function newGround(hit: GroundHit, selected: string): FormGround {
  return {
    groundId: hit.id,
    why: '',
    passage: hit.capture === 'url' ? '' : selected,
    basis: '',
    territory: hit.territory,
    measure: hit.measures[0] ?? 'none',
    elements: hit.elements.map(() => false),
    answers: {},
  }
}
