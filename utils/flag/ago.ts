/** How long ago as short as it goes ("2h", "2 ч"). `at`: milliseconds since 1970. */
export function since(at: number, locale: string): string {
  const minutes = Math.max(0, Date.now() - at) / 60_000
  const [value, unit] =
    minutes < 60 ? [minutes, 'minute'] : minutes < 1440 ? [minutes / 60, 'hour'] : [minutes / 1440, 'day']
  const style = { style: 'unit', unit, unitDisplay: 'narrow' } as const
  return new Intl.NumberFormat(locale, style).format(Math.floor(value))
}
