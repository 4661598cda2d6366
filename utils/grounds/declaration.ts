import type { Locale } from '../i18n/catalogue'

/** Raised whenever a text changes in meaning; older notices keep the words that were agreed to. */
const VERSION = 1

const TEXTS: Record<Locale, string> = {
  en: 'I believe in good faith that the information and allegations in this notice are accurate and complete. I ask the platform to assess the item under the grounds named here; what follows from them is for the platform to decide.',
  ru: 'Я добросовестно считаю, что сведения и утверждения в этом уведомлении точны и полны. Прошу платформу оценить публикацию по указанным основаниям; что из них следует, решает платформа.',
  kk: 'Осы хабарламадағы мәліметтер мен тұжырымдар дәл әрі толық деп адал ниетпен санаймын. Платформадан жазбаны көрсетілген негіздер бойынша бағалауды сұраймын; олардан не шығатынын платформа шешеді.',
}

/** The statement of bona fide belief (DSA Article 16(2)(d)) as it is made now, in a language. */
export function declaration(locale: Locale): { version: number; language: string; text: string } {
  return { version: VERSION, language: locale, text: TEXTS[locale] }
}
