import type { Notice } from '../../notice'
import { safeguard } from '../safeguard'

/** `@name` or `@name@server`; no part of an e-mail address or of an address of the web. */
const HANDLE =
  /(?<![\p{L}\p{N}_./@-])@[\p{L}\p{N}_]{2,60}(?:[.-][\p{L}\p{N}_]{1,60}){0,8}(?:@[\p{L}\p{N}.-]{3,80})?/gu

/** A notice is about its item: who shared it, answered or stood by is not named in it. */
export const bystanders = safeguard({
  id: 'bystanders',
  number: 12,
  source: 'GDPR Article 5(1)(c); Lumen’s redactors',
  finds: { reposterNamed: 'block', othersNamed: 'warn' },
  check: ({ notice: { item, grounds } }, when) => [
    ...when(item.repostedBy !== null, 'reposterNamed', 'item.repostedBy'),
    ...grounds.flatMap(({ explanation: { why, basis } }, i) =>
      Object.entries({ why, basis }).flatMap(([part, text]) =>
        when(namesOthers(text ?? '', item), 'othersNamed', `grounds.${i}.${part}`),
      ),
    ),
  ],
})

/** Does a text name an account that neither wrote the item nor is named in it? */
function namesOthers(text: string, { author, text: read, permalink }: Notice['item']): boolean {
  const known = `${author.handle ?? ''} ${author.name ?? ''} ${permalink} ${read ?? ''}`.toLowerCase()
  return (text.match(HANDLE) ?? []).some((handle) => {
    const [, name = ''] = handle.toLowerCase().split('@')
    return !known.includes(name)
  })
}
