import { strictest } from '../../grounds/strictest'
import { safeguard } from '../safeguard'

/** What a ground lets be captured holds for the whole notice: `url` the address alone, `text` no pictures. */
export const captureClass = safeguard({
  id: 'captureClass',
  number: 13,
  source: 'Directive 2011/93/EU, Articles 3–7; IWF: all you need to provide is the URL',
  finds: { captureAbove: 'block', captureContent: 'block', capturePassage: 'block', captureMedia: 'block' },
  check({ notice: { item, grounds, evidence } }, when) {
    const allowed = strictest(grounds.map(({ ground }) => ground)) ?? 'full'
    if (allowed === 'full') return []
    const above = allowed === 'url' ? evidence !== null : evidence?.captureClass === 'full'
    const { name, handle, address } = item.author
    const contents = {
      author: name ?? handle ?? address,
      text: item.text,
      timeText: item.timeText,
      quotes: item.quotes,
      repostedBy: item.repostedBy,
    }
    return [
      ...when(above, 'captureAbove', 'evidence'),
      ...when(item.media.length > 0, 'captureMedia', 'item.media'),
      ...Object.entries(contents).flatMap(([part, value]) =>
        when(allowed === 'url' && value !== null, 'captureContent', `item.${part}`),
      ),
      ...grounds.flatMap(({ explanation: { passage, places = [] } }, i) =>
        when(
          allowed === 'url' && (passage !== null || places.length > 0),
          'capturePassage',
          `grounds.${i}.passage`,
        ),
      ),
    ]
  },
})
