import { checkTimestamp } from '../../backend/timestamps/check'
import { verifyBundle } from '../../utils/evidence/verify/verify'
import { wordsOfLine } from '../../utils/evidence/verify/words'
import { wordsOf } from '../../utils/i18n/catalogue'
import { makeTranslator } from '../../utils/i18n/translator'
import type { Trust, Verdict } from './trust'

const SIGNS = { holds: '✓', fails: '✗', absent: '·', unchecked: '?' } as const
const t = makeTranslator(wordsOf('en'), 'en') as Parameters<typeof wordsOfLine>[1]

/** A bundle's report as text: a line a check, its faults below it. */
export async function bundleText(bytes: Uint8Array<ArrayBuffer>, { keys, roots }: Trust): Promise<Verdict> {
  const { holds, lines } = await verifyBundle(bytes, {
    keys,
    timestamp: (answer, data) => checkTimestamp(answer, { data, roots }),
  })
  const text = lines.flatMap((line) => {
    const { title, found, faults } = wordsOfLine(line, t)
    return [
      `  ${SIGNS[line.state]} ${title.padEnd(15)} ${found}`.trimEnd(),
      ...faults.map((fault) => `      ${fault}`),
    ]
  })
  const end = holds ? [t('verify.holds'), t('verify.not')] : [t('verify.fails')]
  return { holds, text: [...text, ...end.map((line) => `  ${line}`)].join('\n') }
}
