import { limitItem } from '../drafting/form'
import type { CaptureClass } from '../grounds/ground'
import type { BundleParts } from './bundle'
import { type ContextPart, NO_CONTEXT } from './page-context'

/** What may stay of a capture under a class. With `url` there is no bundle at all, so it is not asked here. */
export function applyClass(parts: BundleParts, captureClass: Exclude<CaptureClass, 'url'>): BundleParts {
  if (captureClass === 'full') return parts
  const { record, context } = withoutContext(parts, 'captureClass')
  return {
    record: {
      ...record,
      captureClass,
      item: limitItem(record.item, 'text'),
      media: record.media.map((one) => ({
        ...one,
        sha256: null,
        type: null,
        bytes: 0,
        fetchedAt: null,
        missing: 'captureClass',
      })),
      screenshot: { missing: 'captureClass' },
    },
    // Pictures of the page itself go, too.
    html: parts.html.replace(/data:image\/[\w+]+;base64,[\w+/=]+/g, 'data:,'),
    text: parts.text,
    screenshot: null,
    context,
    media: [],
  }
}

/** What is left of a capture where its media are too large for whom it goes to; the record says so of each. */
export function withoutMedia(whole: BundleParts): BundleParts {
  const { record, ...parts } = withoutContext(whole, 'tooLarge')
  const media = record.media.map((one) =>
    one.missing === null
      ? { ...one, sha256: null, type: null, bytes: 0, fetchedAt: null, missing: 'tooLarge' as const }
      : one,
  )
  return { ...parts, record: { ...record, media }, media: [] }
}

/** The parts without the page around the item, and why; what nobody asked for stays unsaid. */
export function withoutContext(parts: BundleParts, missing: string): BundleParts {
  const { context } = parts.record
  const gone = (part: ContextPart | null) => part && { missing: 'missing' in part ? part.missing : missing }
  return {
    ...parts,
    record: { ...parts.record, context: { window: gone(context.window), page: gone(context.page) } },
    context: NO_CONTEXT,
  }
}
