import { SITES } from '../sites'
import { onHosts } from '../sites/routes'

const HOSTS = SITES.flatMap(({ find }) => find.hosts)
/** The names under which the platforms are known: `facebook.com`, `x.com`. */
const NAMES = [...new Set(HOSTS.map((host) => host.replace(/^\*\./, '').split('.').slice(-2).join('.')))]
/** Shorter names are like too many others. */
const LONG = 5

/** The platform's name that a host is made to look like, or null. Its own hosts are none. */
export function lookalike(host: string): string | null {
  if (onHosts(HOSTS, host)) return null
  const labels = host.toLowerCase().split('.')
  const found = NAMES.find((name) => {
    const [label = ''] = name.split('.')
    if (`.${host}`.includes(`.${name}.`)) return true
    return label.length >= LONG && labels.some((one) => resembles(one, label))
  })
  return found ?? null
}

function resembles(label: string, name: string): boolean {
  if (label.startsWith('xn--')) return hasForeignLetters(label, name)
  if (label.split('-').includes(name)) return true
  return label !== name ? skeleton(label) === skeleton(name) || oneApart(label, name) : false
}

/** What looks alike becomes alike. */
const skeleton = (label: string) =>
  label.replace(/rn/g, 'm').replace(/vv/g, 'w').replace(/0/g, 'o').replace(/[1i|]/g, 'l').replace(/5/g, 's')

/** `xn--fcebook-2fg` (Punycode): its plain letters, before the last hyphen, are the name with up to three left out. */
function hasForeignLetters(label: string, name: string): boolean {
  const plain = label.slice(4, label.lastIndexOf('-'))
  if (label.lastIndexOf('-') < 5 || plain.length < name.length - 3 || plain.length >= name.length)
    return false
  let at = 0
  for (const letter of plain) {
    at = name.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

/** Is one letter exchanged, left out or added? */
function oneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return Math.max(a.length, b.length) - start - end <= 1
}
