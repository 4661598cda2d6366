import { z } from 'zod'
import { ProblemError } from '../problem'
import { Ground, Pack, Titles } from './ground'

/** One element or defence: the id of a phrase of the common list, or its own words. */
const Wording = z.union([z.string().max(60), Titles])

const Line = Ground.partial().extend({
  elements: z.array(Wording).max(12).optional(),
  defences: z.array(Wording).max(12).optional(),
})

/**
 * A pack as it is written by hand: what several grounds share stands once, in `of`, and elements that several laws
 * have in common are phrases with an id, so that a translation is mended in one place.
 */
export const PackFile = z.object({
  id: Pack.shape.id,
  version: Pack.shape.version,
  title: Titles,
  /** Further phrases, for this pack alone. */
  phrases: z.record(z.string(), Titles).optional(),
  groups: z.array(z.object({ of: Line, grounds: z.array(Line) })),
})
export type PackFile = z.infer<typeof PackFile>
export type Phrases = Record<string, Titles>

/**
 * The pack with every ground complete. Only the shape is built here; `parsePack` checks it too.
 * @throws ProblemError `packWrong` for a phrase that nobody has written.
 */
export function expandPack(file: PackFile, common: Phrases): Pack {
  const phrases = { ...common, ...file.phrases }
  const words = (wording: string | Titles): Titles => {
    if (typeof wording !== 'string') return wording
    const phrase = phrases[wording]
    if (!phrase) throw new ProblemError({ code: 'packWrong', params: { detail: `${file.id}: ${wording}` } })
    return phrase
  }
  const grounds = file.groups.flatMap(({ of, grounds }) =>
    grounds.map((line) => {
      const whole = { ...DEFAULTS, ...of, ...line }
      return {
        ...whole,
        elements: (whole.elements ?? []).map(words),
        defences: (whole.defences ?? []).map(words),
      } as Ground
    }),
  )
  return { id: file.id, version: file.version, title: file.title, grounds }
}

/** What a ground is where its pack says nothing. */
export const DEFAULTS = {
  map: {},
  speech: 'none',
  capture: 'full',
  notifierIdentity: 'optional',
  secondReviewer: false,
  scope: 'item',
  retentionDays: 180,
} satisfies Partial<Ground>

/**
 * A pack from outside (an organisation's), every field checked.
 * @throws ProblemError `packWrong` with the first thing that does not fit.
 */
export function parsePack(json: unknown, common: Phrases): Pack {
  const file = PackFile.safeParse(json)
  const pack = file.success ? Pack.safeParse(expandPack(file.data, common)) : file
  if (pack.success) return pack.data as Pack
  const issue = pack.error.issues[0]
  throw new ProblemError({
    code: 'packWrong',
    params: { detail: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` },
  })
}
