let kazakh: boolean | null = null
/**
 * Chromium says that it supports Kazakh, but has no data for it ("2026 M11 25", "12,345.6"; seen in Chromium 156).
 */
export const kazakhKnown = (): boolean => {
  kazakh ??= new Intl.NumberFormat('kk').format(0.5) === '0,5'
  return kazakh
}

/**
 * The tag by which a language's figures are to be written: English with the day first, as its words are British;
 * Kazakh as Russian ("12 345,6") where the browser does not know it.
 */
export function figuresOf(locale: string): string {
  if (locale === 'en') return 'en-GB'
  return locale === 'kk' && !kazakhKnown() ? 'ru' : locale
}
