import { z } from 'zod'

const percent = z.number().int().min(1).max(100)

/**
 * What an organisation asks of its reviewers beyond the rules of everyone. The backend keeps it and gives it with the
 * account; what it does not say is as here.
 */
export const OrganisationRules = z.object({
  /** Held to what public authorities owe: a policy alone asks why no law is named. Trusted flaggers may say no. */
  publicAuthority: z.boolean().default(true),
  /** Who needs a second reviewer: grounds and answers that ask for one, or every notice. */
  secondReviewer: z.enum(['asked', 'always']).default('asked'),
  /** When the item is about the reviewer's own office: refused, or a person outside the unit decides. */
  ownOffice: z.enum(['block', 'secondReviewer']).default('secondReviewer'),
  /** Laws that its reviewers may cite, by jurisdiction; null: any. */
  jurisdictions: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(60)
    .nullable()
    .default(null),
  /** Hard stop: so many open notices on one author in 30 days, no more; null: none. */
  maxOpenPerAuthor: z.number().int().min(1).max(1000).nullable().default(10),
  /** More notices in a minute than a person writes. */
  maxPerMinute: z.number().int().min(1).max(60).default(12),
  /** The shortest time between a notice and its sending, seconds. */
  coolingSeconds: z.number().int().min(0).max(86_400).default(0),
  /** The longest that evidence may be kept, days. */
  maxRetentionDays: z.number().int().min(0).max(3650).default(365),
  /** From which share of the last notices on one author, topic or language the reviewer is told, per cent. */
  concentration: z
    .object({ author: percent.default(30), topic: percent.default(80), language: percent.default(95) })
    .prefault({}),
})
export type OrganisationRules = z.infer<typeof OrganisationRules>

/** What holds where nobody has said anything. */
export const DEFAULT_RULES: OrganisationRules = OrganisationRules.parse({})

/** The organisation's rules and whose notice it is. */
export type Rules = OrganisationRules & {
  /** The code under which this account reports. */
  reviewerCode: string
  /** The names of the person and the organisation, which a notice need not repeat. */
  names: { reviewer: string | null; organisation: string | null }
}

/** The rules of an account. */
export function rulesFor(
  account: { name: string; reviewerCode: string; organisation: { name: string } },
  rules: OrganisationRules = DEFAULT_RULES,
): Rules {
  const { reviewerCode, name, organisation } = account
  return {
    ...rules,
    reviewerCode,
    names: { reviewer: name === reviewerCode ? null : name, organisation: organisation.name },
  }
}
