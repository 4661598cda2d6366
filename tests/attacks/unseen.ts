import type { Page } from 'playwright-core'
import { openForm } from '../support/form'
import type { Arena } from './arena'
import { inPage, pause, started } from './arena'
import { type Attack, hold, same } from './attack'

/**
 * How a page can find out that the extension is there: it notes how its world looks before our script begins
 * (`first`), and looks again (`sees`, which gives what it found; null: nothing). Each is tried before the reviewer
 * has pressed anything, and after.
 */
type Way = {
  name: string
  tries: string
  first?: string
  sees: string
  /** What a careless script of ours would do, done by the page: the control that this way would see it. */
  leak?: string
  headers?: Record<string, string>
  short?: boolean
}

const PROBED = ['compose.html', 'manifest.json', 'icon/16.png', 'content-scripts/flag.js', 'capture.js']
/** What the page hears is kept in `found`; ID stands for the extension's id. */
const FOUND = 'globalThis.found = [];'

const WAYS: Way[] = [
  {
    name: 'attributes',
    tries: 'reads every attribute, class and id in its document against those that it wrote',
    short: true,
    first:
      'globalThis.outer = () => [...document.querySelectorAll("*")].map((e) => [...e.attributes].map((a) => e.localName + "@" + a.name + "=" + a.value)).flat()',
    sees: `(() => {
      const own = new Set(before)
      const more = outer().filter((one) => !own.has(one) && !one.includes('@popover='))
      return more.length ? more : null
    })()`,
    leak: "document.querySelector('article').dataset.seen = '1'",
  },
  {
    name: 'elements with a name',
    tries:
      'looks for elements that say whose they are: any with text, attribute or tag that it did not write',
    first: 'globalThis.outer = () => [...document.querySelectorAll("*")].map((e) => e.localName)',
    sees: `(() => {
      const kinds = new Set(before)
      const odd = outer().filter((one) => !kinds.has(one))
      const mine = document.documentElement.outerHTML
      return odd.length || /flagpost|chrome-extension|moz-extension/i.test(mine) ? [odd, mine.length] : null
    })()`,
    leak: "document.body.append(document.createElement('flagpost-form'))",
  },
  {
    name: 'globals',
    tries: 'compares the names on window, document, navigator and the prototypes before and after',
    short: true,
    first: `globalThis.outer = () => [window, document, navigator, Element.prototype, HTMLElement.prototype, Node.prototype, Document.prototype, EventTarget.prototype]
      .map((one, i) => Object.getOwnPropertyNames(one).map((name) => i + name)).flat()`,
    sees: `(() => {
      const own = new Set([...before, '0before', '0found'])
      const more = outer().filter((one) => !own.has(one) && !/^0\\d+$/.test(one))
      return more.length ? more : null
    })()`,
    leak: 'globalThis.flagpost = 1',
  },
  {
    name: 'messages',
    tries: 'listens to every message to its window, its channels and its storage',
    first: `${FOUND} addEventListener('message', (e) => found.push(String(e.data)), true)
      addEventListener('storage', (e) => found.push(e.key), true)
      for (const name of ['flagpost', 'outbox', 'ID']) new BroadcastChannel(name).onmessage = (e) => found.push(e.data)`,
    sees: 'found.length || localStorage.length || sessionStorage.length ? [found, {...localStorage}] : null',
    leak: "postMessage('started', '*')",
  },
  {
    name: 'events',
    tries: 'patches dispatchEvent, addEventListener and every constructor of events to hear ours',
    first: `${FOUND} for (const name of ['dispatchEvent', 'addEventListener', 'removeEventListener']) {
        const was = EventTarget.prototype[name]
        EventTarget.prototype[name] = function (...a) { if (!globalThis.mine) found.push(name + (a[0]?.type ?? a[0])); return was.apply(this, a) }
      }
      for (const name of ['Event', 'CustomEvent', 'MessageEvent']) {
        const was = globalThis[name]
        globalThis[name] = new Proxy(was, { construct(t, a) { found.push(name + a[0]); return Reflect.construct(t, a) } })
      }`,
    sees: `(() => { const ours = found.filter((one) => !one.includes('DOMContentLoaded')); return ours.length ? ours : null })()`,
    leak: "document.dispatchEvent(new CustomEvent('started'))",
  },
  {
    name: 'resource timing',
    tries: 'reads performance entries, also by an observer, for an address of ours',
    short: true,
    first: `${FOUND} new PerformanceObserver((list) => { for (const e of list.getEntries()) found.push(e.entryType + ' ' + e.name) })
      .observe({ entryTypes: PerformanceObserver.supportedEntryTypes.filter((t) => /resource|mark|measure|navigation|frame/.test(t)) })`,
    sees: `(() => {
      const all = [...found, ...performance.getEntries().map((e) => e.entryType + ' ' + e.name)]
      const ours = all.filter((one) => /extension:|compose|flag/.test(one) || (/^resource/.test(one) && !one.includes(location.host)))
      return ours.length ? ours : null
    })()`,
    leak: "performance.mark('flag')",
  },
  {
    name: 'style sheets',
    tries: 'counts the style sheets of its document, adopted ones too, and the fonts',
    first:
      'globalThis.outer = () => [document.styleSheets.length, document.adoptedStyleSheets.length, document.fonts.size]',
    sees: 'JSON.stringify(outer()) === JSON.stringify(before) ? null : outer()',
    leak: 'document.adoptedStyleSheets.push(new CSSStyleSheet())',
  },
  {
    name: 'probe of files',
    tries: 'asks for our files under the id that the store gives everyone: fetch, img, script, link, frame',
    sees: `(async () => {
      const got = []
      for (const file of ${JSON.stringify(PROBED)}) {
        const address = 'chrome-extension://ID/' + file
        await fetch(address).then(() => got.push('fetch ' + file), () => {})
        for (const [tag, name] of [['img', 'src'], ['script', 'src'], ['link', 'href'], ['video', 'src']]) {
          const one = document.createElement(tag)
          if (tag === 'link') one.rel = 'stylesheet'
          const loads = new Promise((done) => { one.onload = one.onloadeddata = () => done(true); one.onerror = () => done(false); setTimeout(done, 600, false) })
          one[name] = address
          document.head.append(one)
          if (await loads) got.push(tag + ' ' + file)
          one.remove()
        }
      }
      return got.length ? got : null
    })()`,
  },
  {
    name: 'probe by difference',
    tries:
      'compares what a frame does that asks for our page with one that asks for an extension that is not there',
    sees: `(async () => {
      const look = async (id) => {
        const frame = document.createElement('iframe')
        const heard = []
        frame.onload = () => heard.push('load')
        frame.onerror = () => heard.push('error')
        frame.src = 'chrome-extension://' + id + '/compose.html'
        document.body.append(frame)
        await new Promise((done) => setTimeout(done, 700))
        let inner = ''
        try { inner = String(frame.contentWindow.location.href) } catch (e) { inner = e.name }
        const seen = [heard, inner, frame.contentWindow.length]
        frame.remove()
        return JSON.stringify(seen)
      }
      const [ours, none] = [await look('ID'), await look('a'.repeat(32))]
      return ours === none ? null : [ours, none]
    })()`,
  },
  {
    name: 'computed styles',
    tries: 'compares the computed style of every element of its own before and after',
    first: `globalThis.outer = () => [...document.querySelectorAll('html, body, #mastodon, article, article *')].filter((e) => e.matches('[class],html,body,[id],article,time,p,bdi'))
      .map((e) => { const s = getComputedStyle(e); return e.localName + ['color', 'display', 'position', 'overflow', 'pointerEvents', 'animationName', 'userSelect', 'filter', 'zIndex', 'outlineStyle', 'contentVisibility'].map((n) => s[n]) })`,
    sees: `(() => { const now = outer(); const other = now.filter((one, i) => one !== before[i]); return other.length ? other : null })()`,
    leak: "document.querySelector('article').style.position = 'relative'",
  },
  {
    name: 'error stacks',
    tries: 'collects the stacks of all errors and patched functions, in search of our script’s name',
    first: `${FOUND} const note = () => { const { stack } = new Error(); if (/extension:/.test(stack)) found.push(stack) }
      Error.prepareStackTrace = (e, frames) => { for (const f of frames) if (/extension:/.test(f.getFileName() ?? '')) found.push(f.getFileName()); return String(e) + frames.join() }
      for (const proto of [Element.prototype, Node.prototype, Document.prototype, HTMLElement.prototype]) for (const name of Object.getOwnPropertyNames(proto)) {
        const d = Object.getOwnPropertyDescriptor(proto, name)
        if (typeof d.value === 'function' && name !== 'constructor') { const was = d.value; proto[name] = function (...a) { note(); return was.apply(this, a) } }
        else if (d.get && d.configurable) Object.defineProperty(proto, name, { ...d, get() { note(); return d.get.call(this) } })
      }
      addEventListener('error', (e) => found.push('error ' + e.message + e.filename), true)
      addEventListener('unhandledrejection', (e) => found.push('rejection ' + e.reason?.stack))`,
    sees: 'found.length ? found : null',
    leak: "dispatchEvent(new ErrorEvent('error', { message: 'x' }))",
  },
  {
    name: 'reports of its policy',
    tries: 'sets a policy that allows nothing and waits for reports of what we do',
    short: true,
    headers: {
      'content-security-policy':
        "default-src 'none'; script-src 'unsafe-inline'; frame-src 'none'; style-src 'none'; report-uri /reports",
      'content-security-policy-report-only': "require-trusted-types-for 'script'; report-uri /reports",
    },
    first: `${FOUND} addEventListener('securitypolicyviolation', (e) => found.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sourceFile), true)
      new ReportingObserver((all) => { for (const r of all) found.push(r.type + JSON.stringify(r.body)) }, { buffered: true }).observe()`,
    sees: `(() => { const ours = found.filter((one) => !/favicon/.test(one)); return ours.length ? ours : null })()`,
    leak: "document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://elsewhere.example/' }))",
  },
  {
    name: 'changes of its own nodes',
    tries: 'watches every change of its own nodes: attributes, text, order',
    first: `${FOUND} new MutationObserver((all) => {
        for (const { type, target, attributeName, addedNodes, removedNodes } of all) {
          const bare = [...addedNodes].every((n) => n.nodeType === 1 && /^(span|div)$/.test(n.localName) && [...n.attributes].every((a) => a.name === 'popover') && !n.firstChild)
          const before = document.readyState === 'loading'
          if (!before && (type !== 'childList' || removedNodes.length || !bare)) found.push([type, target.nodeName, attributeName])
        }
      }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })`,
    sees: `(() => { const ours = found.filter(([type, , name]) => !(type === 'attributes' && name === 'popover')); return ours.length ? ours : null })()`,
    leak: "document.querySelector('article').title = 'x'",
  },
  {
    name: 'frames and roots',
    tries: 'counts its frames, opens the roots of what was added, reads the focused frame',
    sees: `(() => {
      const roots = [...document.querySelectorAll('*')].filter((e) => e.shadowRoot)
      const frames = [...document.querySelectorAll('iframe,embed,object')]
      return window.length || roots.length || frames.length ? [window.length, roots.length, frames.length] : null
    })()`,
    leak: "document.body.append(document.createElement('iframe'))",
  },
]

async function look(arena: Arena, way: Way, pressed: boolean): Promise<void> {
  const id = arena.on.app.extensionId
  const code = (text: string) => text.replaceAll('ID', id)
  const page = await arena.page({
    first: code(way.first ?? ''),
    last: 'globalThis.before = globalThis.outer?.(); addEventListener("DOMContentLoaded", () => { globalThis.before = globalThis.outer?.() })',
    ...(way.headers ? { headers: way.headers } : {}),
  })
  await started(page)
  if (pressed) await press(page)
  await pause(300)
  same(await inPage(page, code(way.sees)), null, 'the page sees')
  if (pressed || !way.leak) return
  await inPage(page, `{ ${way.leak} }`)
  await pause(200)
  hold(
    (await inPage(page, code(way.sees))) !== null,
    'the test is blind: it does not see a leak of its own making',
  )
}

async function press(page: Page): Promise<void> {
  await openForm(page)
  await page.keyboard.type('spam')
}

export const unseen: Attack[] = WAYS.flatMap((way) =>
  [false, true].map((pressed) => ({
    family: 'unseen',
    name: `${way.name}, ${pressed ? 'after' : 'before'} the press`,
    tries: way.tries,
    short: way.short && pressed,
    run: (arena) => look(arena, way, pressed),
  })),
)
