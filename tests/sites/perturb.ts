/**
 * Changes of a page that change nothing a reader sees. Each function runs in the page, alone: it may use nothing but
 * its argument (JSON).
 */

/**
 * From right to left, with every class name, and every id that a build or a framework made, replaced. (In one go: what
 * holds under both holds under each.)
 */
export function scramble(): void {
  document.documentElement.dir = 'rtl'
  const names = new Map<string, string>()
  const random = () => `z${Math.random().toString(36).slice(2, 9)}`
  for (const node of document.querySelectorAll('[class]')) {
    const classes = (node.getAttribute('class') ?? '').split(/\s+/).map((name) => {
      if (!names.has(name)) names.set(name, random())
      return names.get(name)
    })
    node.setAttribute('class', classes.join(' '))
  }
  for (const node of document.querySelectorAll('[id^="radix-"],[id^="ember"],[id^="id__"],[id^="_r_"]'))
    node.id = random()
}

/** What `perturb` is told: the same seed makes the same changes; `rules` are the site's, whose hooks it leaves. */
export type Perturbation = { seed: number; rules: string; union: string }

/**
 * At random: nodes get wrapped, attributes that are no hook go, the head's order changes, labels are in another
 * language, items stand on the page once more under other ids.
 */
export function perturb(argument: string): void {
  const { seed, rules, union }: Perturbation = JSON.parse(argument)
  let state = seed
  // mulberry32
  const chance = (share: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32 < share
  }
  const body = [...document.body.querySelectorAll('*')].filter((node) => !node.closest('svg, script, style'))
  const kept =
    /^(?:class|id|style|href|src|srcset|alt|type|content|name|property|dir|hidden|lang|role|datetime|http-equiv|charset)$/
  for (const node of body) {
    for (const { name } of [...node.attributes])
      if (!kept.test(name) && !rules.includes(name) && chance(0.3)) node.removeAttribute(name)
    if (/^(?:button)$/i.test(node.localName) || node.getAttribute('role') === 'button') {
      if (node.hasAttribute('aria-label')) node.setAttribute('aria-label', 'Пікір білдіру')
      for (const inner of node.childNodes) if (inner.nodeType === 3) inner.nodeValue = 'Басқа сөз'
    }
  }
  for (const node of [...document.head.children]) if (chance(0.5)) document.head.append(node)
  const roots = union ? [...document.querySelectorAll(union)] : []
  for (const root of roots) {
    if (!chance(0.3) || root.parentElement?.closest(union)) continue
    const twin = root.cloneNode(true) as Element
    for (const node of [twin, ...twin.querySelectorAll('*')])
      for (const { name, value } of [...node.attributes])
        if (/\d{5}|\/post\/|\/p\//.test(value))
          node.setAttribute(name, value.replace(/\d(?=\d{0,4}$)|\d(?=\D*$)/g, '7'))
    root.after(twin)
  }
  const solid = 'li, tr, td, th, tbody, thead, option, source, track, br, hr, body, picture > *, table > *'
  for (const node of body) {
    if (
      !chance(0.04) ||
      node.matches(solid) ||
      !node.parentElement ||
      node.parentElement.closest('svg, select')
    )
      continue
    const flat = getComputedStyle(node).display.startsWith('inline')
    const wrap = document.createElement(flat ? 'span' : 'div')
    node.replaceWith(wrap)
    wrap.append(node)
  }
}
