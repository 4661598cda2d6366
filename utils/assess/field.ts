const PARTS = ['why', 'passage', 'places', 'basis']

/** The form's name of a field as a JSON pointer into the notice: `grounds.0.why` → `/grounds/0/explanation/why`. */
export function pointerOf(field: string | undefined): string {
  if (!field) return ''
  if (field === 'goodFaith') return '/declaration'
  const parts = field.split('.')
  const [first, index, last] = parts
  if (first === 'grounds' && last && PARTS.includes(last)) return `/grounds/${index}/explanation/${last}`
  return `/${parts.join('/')}`
}

/** The other way: a JSON pointer into the notice as the form names the field. */
export function fieldOf(pointer: string): string {
  if (pointer === '/declaration') return 'goodFaith'
  return pointer.replace(/^\//, '').replaceAll('/', '.').replace('.explanation.', '.')
}
