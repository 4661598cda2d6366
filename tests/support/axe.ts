import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Frame, Locator, Page } from 'playwright-core'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Result = { violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[] }

/** All that axe-core looks for (WCAG 2.2 A and AA, targets of 24 px too), or only what a colour scheme changes. */
const LOOKS = {
  all: { runOnly: { type: 'tag', values: TAGS }, rules: { 'target-size': { enabled: true } } },
  colours: { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
}

/** What axe-core finds wrong on a page, one line each; empty: nothing. */
export async function accessFaults(page: Page | Frame, look: keyof typeof LOOKS = 'all'): Promise<string[]> {
  // Evaluated, not added as a script: a page's security policy holds for what stands in it.
  if (!(await page.evaluate("typeof axe === 'object'"))) await page.evaluate(`${SOURCE};undefined`)
  const { violations } = await page.evaluate<Result>(`axe.run(document, ${JSON.stringify(LOOKS[look])})`)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} (${failureSummary ?? ''})`),
  )
}

/**
 * What axe-core finds wrong on a page in the light and in the dark scheme, without motion: a colour on its way to another
 * one is no fault. With a folder in `SHOTS`: `part` of it as a picture under this name, too.
 */
export async function faultsInBothSchemes(
  page: Page,
  name: string,
  part: Page | Locator = page,
): Promise<string[]> {
  const faults: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const found = await accessFaults(page, colorScheme === 'dark' ? 'colours' : 'all')
    faults.push(...found.map((fault) => `${name}, ${colorScheme}: ${fault}`))
    if (process.env.SHOTS)
      await part.screenshot({ path: `${process.env.SHOTS}/${name}-${colorScheme}.png`, fullPage: true })
  }
  return faults
}
