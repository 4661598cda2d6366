/** Member states of the European Union (ISO 3166-1 alpha-2), where its law holds beside the country's own. */
const UNION = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '),
)

/** Whose laws hold in a country, its own first: `DE` → `DE`, `EU`. None for null. */
export function jurisdictionsOf(country: string | null): string[] {
  if (!country) return []
  return UNION.has(country) ? [country, 'EU'] : [country]
}
