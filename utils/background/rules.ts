import { DEFAULT_RULES, type Rules, rulesFor } from '../assess/rules'
import type { Connection } from '../messages'

/** What the organisation behind a connection asks for. In practice nobody's organisation asks for anything. */
export function rulesOf({ kind, account }: Connection): Rules {
  const rules = rulesFor(account, account.rules ?? DEFAULT_RULES)
  return kind === 'practice'
    ? { ...rules, publicAuthority: false, names: { reviewer: null, organisation: null } }
    : rules
}
