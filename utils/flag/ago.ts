const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** How long ago as short as it goes ("2h", "2 ч"). `at`: milliseconds since 1970. */
export function since(at: number, locale: string): string {
  const passed = Date.now() - at
  const [unit, size] = UNITS.find(([, size]) => passed >= size) ?? UNITS[2]
  const value = Math.max(0, Math.floor(passed / size))
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' }).format(value)
}
