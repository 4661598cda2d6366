import { z } from 'zod'
import type { Place } from '../drafting/capture'
import { ProblemError } from '../problem'
import { askScript, FIXTURE_SCRIPT, siteOf } from '../scripts'
import type { EveryAsk } from '../sites/target'

const Fixture = z.object({ html: z.string().max(50_000_000), json: z.string().max(5_000_000) })

/**
 * A tab's page as a fixture, with the name for its files. The page is redacted in place and loaded anew.
 * @throws ProblemError `fixtureNoSite` where no site's rules are for it, `pageForbidden` where no script may run.
 */
export async function fixtureOf({
  tabId,
  address,
}: Place): Promise<z.infer<typeof Fixture> & { name: string }> {
  const site = await siteOf(address)
  if (!site) throw new ProblemError({ code: 'fixtureNoSite' })
  const put = (given: EveryAsk) => {
    globalThis.flagpostAsk = given
  }
  const ask: EveryAsk = { every: true, find: site.find, read: site.read }
  const result = await askScript({ tabId, frameId: 0 }, FIXTURE_SCRIPT, put, [ask]).catch(() => null)
  const parsed = Fixture.safeParse(result)
  if (!parsed.success) throw new ProblemError({ code: 'pageForbidden' })
  return { ...parsed.data, name: `${site.find.id}-${new Date().toISOString().slice(0, 10)}` }
}
