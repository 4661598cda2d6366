import { unquoted } from '../text'

/** Stems of words that judge a person instead of the item, by language. Short on purpose: it is advice. */
const STEMS: Record<string, string> = {
  en: 'idiot|moron|imbecil|scum|bastard|vermin|lowlife|pervert|stupid|degenerate|filth',
  ru: 'идиот|дурак|дур(?:а|ы|е|у|ой)(?!\\p{L})|дебил|кретин|урод|мраз|подон|твар(?:ь|и|ей)|сволоч|ублюд|придур|выродок|отморозок',
  kk: 'ақымақ|малғұн|сұмырай|жексұрын|оңбаған|арамза|найсап',
  de: 'idiot|dreckskerl|abschaum|arschloch|schwachkopf|mistkerl|drecksau|untermensch|dummkopf',
  fr: 'idiot|connard|salaud|ordure|crétin|imbécile|racaille|enfoiré|débile',
}

const PATTERN = new RegExp(`(?<!\\p{L})(?:${Object.values(STEMS).join('|')})`, 'iu')

/** Does a text insult someone, outside what it quotes? */
export function holdsInsult(text: string): boolean {
  return PATTERN.test(unquoted(text))
}
