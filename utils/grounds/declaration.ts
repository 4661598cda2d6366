import type { Locale } from '../i18n/catalogue'

type Version = {
  version: number
  /** The day on which the next version took its place; what was declared before it still counts. */
  until: string | null
  texts: Record<Locale, string>
}

/** Every version that was ever asked for. A text is never changed: a new version is put first. */
const VERSIONS: readonly [Version, ...Version[]] = [
  {
    version: 2,
    until: null,
    texts: {
      en: 'I believe in good faith that the information and allegations in this notice are accurate and complete. I ask the platform to assess the item under the grounds named here; what follows from them is for the platform to decide. Where it acts, I ask it to tell the author that a notice was the reason, what kind of body it came from, and how the decision can be contested.',
      ru: 'Я добросовестно считаю, что сведения и утверждения в этом уведомлении точны и полны. Прошу платформу оценить публикацию по указанным основаниям; что из них следует, решает платформа. Если она примет меры, прошу сообщить автору, что причиной стало уведомление, от какого рода органа оно поступило и как можно оспорить решение.',
      kk: 'Осы хабарламадағы мәліметтер мен тұжырымдар дәл әрі толық деп адал ниетпен санаймын. Платформадан жазбаны көрсетілген негіздер бойынша бағалауды сұраймын; олардан не шығатынын платформа шешеді. Платформа шара қолданса, авторға оған хабарлама себеп болғанын, хабарлама қандай органнан келгенін және шешімге қалай шағымдануға болатынын айтуын сұраймын.',
    },
  },
  {
    version: 1,
    until: '2026-11-25',
    texts: {
      en: 'I believe in good faith that the information and allegations in this notice are accurate and complete. I ask the platform to assess the item under the grounds named here; what follows from them is for the platform to decide.',
      ru: 'Я добросовестно считаю, что сведения и утверждения в этом уведомлении точны и полны. Прошу платформу оценить публикацию по указанным основаниям; что из них следует, решает платформа.',
      kk: 'Осы хабарламадағы мәліметтер мен тұжырымдар дәл әрі толық деп адал ниетпен санаймын. Платформадан жазбаны көрсетілген негіздер бойынша бағалауды сұраймын; олардан не шығатынын платформа шешеді.',
    },
  },
]

/** The statement of bona fide belief (DSA Article 16(2)(d)) as it is made now, in a language. */
export function declaration(locale: Locale): { version: number; language: string; text: string } {
  const [{ version, texts }] = VERSIONS
  return { version, language: locale, text: texts[locale] }
}

/** Are these, word for word, a version's words in this language, made while that version was asked for? */
export function isDeclaration(made: {
  version: number
  language: string
  text: string
  madeAt: string
}): boolean {
  const found = VERSIONS.find(({ version }) => version === made.version)
  if (!found || !Object.hasOwn(found.texts, made.language)) return false
  if (found.until !== null && Date.parse(made.madeAt) >= Date.parse(found.until)) return false
  return found.texts[made.language as Locale] === made.text
}
