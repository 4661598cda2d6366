import { STEPS } from '../tests/faults/steps'
import { FAULT_TABLE } from '../tests/outbox/fault-table'
import { TABLE } from '../utils/outbox/machine'
import { STATES } from '../utils/outbox/state'

/** Docs page of the outbox, made of the code: the machine's table, the numbered steps, the faults and their tests. */
export function outboxPage(): string {
  const events = STATES.map((state) => {
    const ways = Object.entries(TABLE[state]).map(([event, to]) =>
      to === state ? `${event} (stays)` : `${event} → **${to}**`,
    )
    return `| ${state} | ${ways.join(', ') || '(no row yet: the commit makes it `held` or `inReview`)'} |`
  })
  const steps = STEPS.map(({ point, life }, i) => `| ${i + 1} | ${point} | ${life} |`)
  const faults = FAULT_TABLE.map(
    ({ id, fault, must, tests }) =>
      `| ${id} | ${fault} | ${must} | ${tests.map(([file, name]) => `\`${file}\`: ${name}`).join('<br>') || '**open**'} |`,
  )
  return `# The outbox

Written by \`npm run outbox-page\` from the code; a test fails when it is not current.

One send is a transaction (lease, attempt), the HTTP exchange, and a transaction (receipt, state and ledger line
together). The idempotency key is the notice's id, fixed at the commit; the bytes are the same at every attempt.

## States

One pure function (\`utils/outbox/machine.ts\`) decides every step. What is not listed cannot happen. A notice that is
withdrawn while it is being sent stays \`sending\` until its answer is there, and is \`withdrawn\` then.

| state | event → state |
| --- | --- |
${events.join('\n')}

## Steps between the press and the decision

At each of them \`npm run faults\` stops the worker, kills the browser, the backend and its database, and cuts the way
before the request, within the upload and before the answer.

| step | where | life |
| --- | --- | --- |
${steps.join('\n')}

## Faults

| # | fault | must happen | tests |
| --- | --- | --- | --- |
${faults.join('\n')}
`
}
