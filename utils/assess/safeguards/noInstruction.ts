import { safeguard } from '../safeguard'
import { holdsInsult } from '../wording/insults'
import { holdsOrder } from '../wording/orders'

/** A notice asks the platform to assess; it neither orders nor insults. */
export const noInstruction = safeguard({
  id: 'noInstruction',
  number: 20,
  source:
    'Meta on 2 November 2021: each request is assessed independently; Regulation (EU) 2021/784: orders are another thing',
  finds: { orderNotRequest: 'warn', insult: 'warn' },
  check: ({ notice: { grounds } }, when) =>
    grounds.flatMap(({ explanation: { why, basis } }, i) =>
      Object.entries({ why, basis }).flatMap(([part, text]) => [
        ...when(holdsOrder(text ?? ''), 'orderNotRequest', `grounds.${i}.${part}`),
        ...when(holdsInsult(text ?? ''), 'insult', `grounds.${i}.${part}`),
      ]),
    ),
})
