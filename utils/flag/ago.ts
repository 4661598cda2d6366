const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

function count(at: number): [number, (typeof UNITS)[number][0]] {
  const seconds = Math.max(0, (Date.now() - at) / 1000)
  const [unit, size] = UNITS.find(([, size]) => seconds >= size) ?? UNITS[2]
  return [Math.floor(seconds / size), unit]
}

/** How long ago, in words of the locale ("2 hours ago"). `at`: milliseconds since 1970. */
export function ago(at: number, locale: string): string {
  const [amount, unit] = count(at)
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-amount, unit)
}

/** The same as short as it goes ("2h", "2 ч"). */
export function since(at: number, locale: string): string {
  const [value, unit] = count(at)
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' }).format(value)
}
