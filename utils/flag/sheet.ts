/** A rule in which everything is important: the page's own styles for our host do not reach past it. */
const firm = (style: string) => style.replace(/;/g, '!important;')

/**
 * Styles of one closed root. Constructed sheets pass under every content security policy; where a browser refuses
 * them to extensions, a style element does.
 */
export function dress(root: ShadowRoot, host: string, rest: string): void {
  const css = `:host{${firm(`all:initial;${host}`)}}${rest}`
  try {
    sheets[css] ??= sheetOf(css)
    root.adoptedStyleSheets = [sheets[css]]
  } catch {
    const style = document.createElement('style')
    style.textContent = css
    root.append(style)
  }
}

/** One sheet for all roots that look alike. */
const sheets: Record<string, CSSStyleSheet> = {}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}
