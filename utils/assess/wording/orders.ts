import { unquoted } from '../text'

/** What stands between the two halves of an order, within one sentence. */
const GAP = '[^.!?\\n]{0,60}?'
const START = '(?<!\\p{L})'
const END = '(?!\\p{L})'

const pair = (first: string, second: string) => `${START}(?:${first})${END}${GAP}${START}(?:${second})`

/**
 * Orders in the languages of notices: a word of duty or haste with a word of taking away, or a bare imperative of
 * haste. Advice, not a judge: what is quoted does not count.
 */
const ORDERS: Record<string, string[]> = {
  en: [
    pair(
      'must|shall|has to|have to|needs? to|is to|are to|should|you will|we (?:order|demand|require|insist|instruct)',
      'remov|delet|tak(?:e|en) (?:it |this |them )?down|block|ban|suspend|eras',
    ),
    pair('remove|delete|block|ban|suspend|erase|take', 'immediately|at once|right now|without delay|now'),
    pair('immediately|at once|without delay', 'remove|delete|block|ban|take'),
    `${START}take[- ]?down${END}`,
  ],
  ru: [
    pair(
      'должн(?:а|о|ы|ен)|должен|обязан(?:а|о|ы)?|необходимо|нужно|следует|надо|требу(?:ем|ю|ется)|приказыва(?:ем|ю)|предписыва(?:ем|ю)',
      'удал|заблокир|блокир|снять|снят|убрать|убран|стереть|стёрт',
    ),
    pair(
      'немедленно|срочно|незамедлительно|сейчас же',
      'удал|заблокир|блокир|снять|снимите|убрать|уберите|сотрите',
    ),
    pair(
      'удалите|удалить|заблокируйте|заблокировать|снимите|уберите|сотрите',
      'немедленно|срочно|незамедлительно|сейчас же',
    ),
  ],
  kk: [
    pair('дереу|шұғыл|тез арада|жедел', 'жой|өшір|бұғатта|алып таста|жап'),
    pair('жою|өшіру|бұғаттау|алып тастау', 'керек|қажет|тиіс|міндетті|талап ет'),
    pair('жоюды|өшіруді|бұғаттауды|алып тастауды', 'талап ет|бұйыр'),
    `${START}(?:жойылсын|өшірілсін|бұғатталсын|жойыңдар|өшіріңдер)${END}`,
  ],
  de: [
    pair(
      'muss|müssen|soll|sollen|wir (?:verlangen|fordern|ordnen|bestehen)|verpflichtet',
      'gelöscht|entfernt|gesperrt|lösch(?:en|ung)|entfern(?:en|ung)|sperr(?:en|ung)',
    ),
    pair('ist|sind|hat|haben', 'zu (?:löschen|entfernen|sperren)'),
    pair('sofort|unverzüglich|umgehend', 'löschen|entfernen|sperren|gelöscht|entfernt|gesperrt'),
    pair('löschen|entfernen|sperren', 'sofort|unverzüglich|umgehend'),
  ],
  fr: [
    pair(
      'doit|doivent|devez|faut|exige(?:ons)?|ordonn(?:e|ons)|enjoignons|sommons',
      'supprim|retir|bloqu|effac|suspend',
    ),
    pair('supprimez|retirez|bloquez|effacez', 'immédiatement|sans délai|tout de suite|sur-le-champ'),
    pair('immédiatement|sans délai', 'supprim|retir|bloqu|effac'),
  ],
}

const PATTERNS = Object.values(ORDERS)
  .flat()
  .map((source) => new RegExp(source, 'iu'))

/** Does a text order where it should ask? */
export function holdsOrder(text: string): boolean {
  const own = unquoted(text)
  return PATTERNS.some((pattern) => pattern.test(own))
}
