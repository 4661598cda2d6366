import type { Effect } from '../utils/assess/safeguard'
import { SAFEGUARDS } from '../utils/assess/safeguards'
import { wordsOf } from '../utils/i18n/catalogue'

/** One of the twenty: what it wants, and what holds it besides the rules that judge a notice. */
export type Wanted = { number: number; title: string; elsewhere: string[]; open: string | null }

/** The twenty safeguards in their order. `elsewhere` names the code; `open`: what nothing holds yet. */
export const TWENTY: readonly Wanted[] = [
  { number: 1, title: 'Specific legal basis', elsewhere: ['utils/notice.ts'], open: null },
  { number: 2, title: 'Policy and law apart', elsewhere: ['utils/grounds/source-type.ts'], open: null },
  { number: 3, title: 'Exact item', elsewhere: ['utils/sites/routes.ts'], open: null },
  {
    number: 4,
    title: 'No bulk by person, none by a program',
    elsewhere: ['utils/background/submit.ts', 'backend/judge.ts'],
    open: null,
  },
  { number: 5, title: 'Good-faith declaration', elsewhere: ['utils/grounds/declaration.ts'], open: null },
  { number: 6, title: 'Protected-expression check', elsewhere: ['utils/grounds/questions.ts'], open: null },
  {
    number: 7,
    title: 'Two-person rule',
    elsewhere: ['backend/reviews.ts', 'utils/outbox/machine.ts'],
    open: null,
  },
  {
    number: 8,
    title: 'Cooling and undo',
    elsewhere: ['utils/background/submit.ts', 'utils/outbox/machine.ts', 'backend/api/body.ts'],
    open: null,
  },
  { number: 9, title: 'Notifier accountability', elsewhere: ['backend/accounts.ts'], open: null },
  {
    number: 10,
    title: 'Append-only register',
    elsewhere: ['utils/ledger/entry.ts', 'utils/outbox/store.ts'],
    open: null,
  },
  {
    number: 11,
    title: 'Public log without personal data',
    elsewhere: ['utils/ledger/facts.ts', 'utils/report/register.ts'],
    open: null,
  },
  {
    number: 12,
    title: 'Bystander redaction',
    elsewhere: ['utils/evidence/suggest.ts', 'utils/evidence/redact.ts'],
    open: null,
  },
  { number: 13, title: 'Capture class by ground', elsewhere: ['utils/drafting/drafting.ts'], open: null },
  {
    number: 14,
    title: 'Bounded retention',
    elsewhere: ['utils/outbox/retention.ts'],
    open: null,
  },
  {
    number: 15,
    title: 'Notice to the affected user',
    elsewhere: ['utils/grounds/declaration.ts'],
    open: null,
  },
  {
    number: 16,
    title: 'Complaint and redress',
    elsewhere: ['utils/outbox/complaint.ts', 'utils/report/mirror.ts'],
    open: null,
  },
  { number: 17, title: 'Quality meter', elsewhere: [], open: null },
  { number: 18, title: 'Territory and measure', elsewhere: ['utils/grounds/measures.ts'], open: null },
  {
    number: 19,
    title: 'Conflict of interest',
    elsewhere: ['backend/reviews.ts'],
    open: null,
  },
  { number: 20, title: 'No instruction to remove', elsewhere: ['utils/grounds/declaration.ts'], open: null },
]

const HEAD = `# The twenty safeguards

What holds the users of Flagpost to due process, rule by rule. Written by \`npm run safeguards\` from the table that
judges every notice (\`utils/assess/safeguards.ts\`); a test fails when this page and that table differ.

One pure function, \`assess(notice, history, rules)\`, applies all of it: while the form is filled in, when a notice is
committed, once more before it leaves the browser for the first time, and again in the backend, with the backend's own
history and the organisation's rules. Whoever goes round the form meets the same answer: \`422\`, with the rule's name
and the field. A notice is judged as of the time when it was made.

*refused*: the notice does not go. *second reviewer*: somebody else decides. *advice*: the reviewer is told, and may go
on; the backend tells every client the same with its receipt, and a second reviewer sees what the author was told.

For each of the twenty \`tests/around/\` tries to get round it: through the form, through the background's messages and
through the backend's API.

The organisation's own rules (\`npm run enrol -- … --rules FILE\`) make them stricter or set their figures:
\`utils/assess/rules.ts\`. Where it names its units (\`npm run enrol -- … --unit NAME\`), nobody of the author's unit is the
second reviewer of what is about their own office.
`

const EFFECT: Record<Effect, string> = {
  block: 'refused',
  secondReviewer: 'second reviewer',
  warn: 'advice',
}

const words = wordsOf('en', ['assess'])

/** `docs/safeguards.md`, whole. */
export function safeguardsPage(): string {
  return [HEAD, ...TWENTY.map(section)].join('\n')
}

function section({ number, title, elsewhere, open }: Wanted): string {
  const rules = SAFEGUARDS.filter((rule) => rule.number === number)
  const lines = rules.flatMap(({ id, source, finds }) => [
    `**\`${id}\`** · ${source}`,
    '',
    '| finding | what happens | what the reviewer reads |',
    '| --- | --- | --- |',
    ...Object.entries(finds).map(
      ([code, effect]) => `| \`${code}\` | ${EFFECT[effect]} | ${words[`problem.${code}`]} |`,
    ),
    '',
  ])
  const places = elsewhere.map((file) => `\`${file}\``).join(', ')
  return [
    `## ${number}. ${title}`,
    '',
    ...lines,
    ...(places ? [`${rules.length ? 'Also held by' : 'Held by'} ${places}.`, ''] : []),
    ...(open ? [`Not held: ${open}`, ''] : []),
  ].join('\n')
}
