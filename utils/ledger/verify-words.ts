import type { Key } from '../i18n/catalogue'
import type { Translate } from '../i18n/translator'
import type { LedgerLine } from './verify'

/** One line of a ledger's report in words: its title, what was found, each fault. */
export function wordsOfLedgerLine(
  { check, state, params, faults }: LedgerLine,
  t: Translate<Key>,
): { title: string; found: string; faults: string[] } {
  return {
    title: t(`verifyLedger.${check}`),
    found: state === 'fails' ? '' : t(`verifyLedger.${check}.${state}` as Key, params),
    faults: faults.map(({ code, params: where }) => t(`verifyLedger.fault.${code}`, where)),
  }
}
