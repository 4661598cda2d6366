import { vi } from 'vitest'

/** The form in a document of happy-dom, as a person works it: by what its fields are called. */
export type FormDriver = ReturnType<typeof formDriver>

const settle = (ms = 20) => new Promise((done) => setTimeout(done, ms))
/** Looks again until it is so: a slow machine is late, not wrong. */
export const soon = (look: () => void) => vi.waitFor(look, { timeout: 8_000, interval: 20 })

export function formDriver() {
  const field = (name: string) => {
    const found = document.querySelector<HTMLElement>(`[data-field="${name}"]`)
    if (!found) throw new Error(`The form has no field ${name}.`)
    return found
  }
  const box = () => document.querySelector('[role=combobox]') as HTMLInputElement
  const grounds = () => document.querySelectorAll('article.ground').length
  const send = () => document.querySelector('button.send') as HTMLButtonElement
  const text = () => document.body.textContent ?? ''

  return {
    text,
    send,
    grounds,
    has: (name: string) => document.querySelector(`[data-field="${name}"]`) !== null,

    /** The item has been read. */
    ready: () => soon(() => expectTrue(document.querySelector('section.item') !== null)),

    /** Takes the first ground that is found by some words. */
    async pick(words: string): Promise<void> {
      const before = grounds()
      type(box(), words)
      await soon(() => expectTrue(document.querySelectorAll('[role=option]').length > 0))
      // The list of the words before may still stand there.
      await settle(200)
      key(box(), 'Enter')
      await soon(() => expectTrue(grounds() === before + 1))
      await settle()
    },

    /** Fills in one field: a text, a tick, or one of several answers. */
    async set(name: string, value: string | boolean): Promise<void> {
      if (name.startsWith('item.') && !document.querySelector(`[data-field="${name}"]`)) {
        const mend = [...document.querySelectorAll('section.item button')].at(-1) as HTMLElement
        click(mend)
        await soon(() => void field(name))
      }
      const one = field(name)
      if (one instanceof HTMLFieldSetElement) {
        const words = { yes: /^Yes/, no: /^No/, low: /^Low/, medium: /^Med/, high: /^High/ } as const
        const choice = [...one.querySelectorAll('label')].find((label) =>
          words[value as keyof typeof words].test(label.textContent ?? ''),
        )
        check(choice?.querySelector('input') as HTMLInputElement)
      } else if (one instanceof HTMLInputElement && one.type === 'checkbox') check(one)
      else if (one instanceof HTMLSelectElement) {
        one.value = String(value)
        one.dispatchEvent(new Event('change', { bubbles: true }))
      } else type(one as HTMLInputElement, String(value))
      await settle()
    },

    /** Presses Send; `trusted`: as only a person can. */
    async press(trusted = true): Promise<void> {
      click(send(), trusted)
      await settle(100)
    },
  }
}

function expectTrue(is: boolean): void {
  if (!is) throw new Error('not yet')
}

function click(element: Element, trusted = true): void {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true })
  Object.defineProperty(event, 'isTrusted', { value: trusted })
  element.dispatchEvent(event)
}

function key(element: Element, name: string): void {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true })
  Object.defineProperty(event, 'isTrusted', { value: true })
  element.dispatchEvent(event)
}

function type(element: HTMLInputElement | HTMLTextAreaElement, value: string): void {
  element.focus()
  element.value = value
  element.dispatchEvent(new Event('input', { bubbles: true }))
}

function check(input: HTMLInputElement): void {
  input.checked = true
  input.dispatchEvent(new Event('change', { bubbles: true }))
}
