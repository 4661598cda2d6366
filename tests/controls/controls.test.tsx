// @vitest-environment happy-dom
import { render } from 'preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Button } from '../../components/controls/button'
import { Field } from '../../components/controls/field'
import { Switch } from '../../components/controls/switch'

afterEach(() => render(null, document.body))
const only = <T extends Element>(selector: string) => document.querySelector(selector) as T

describe('a switch', () => {
  it('shows what is so: pressed, it waits for the change', () => {
    const change = vi.fn()
    const draw = (on: boolean) =>
      render(<Switch label="Bluesky" hint="It costs." on={on} change={change} />, document.body)
    draw(false)
    const box = only<HTMLInputElement>('[role=switch]')
    box.click()
    expect(change).toHaveBeenCalledWith(true)
    expect(box.checked).toBe(false)
    draw(true)
    expect(box.checked).toBe(true)
    expect(box.getAttribute('aria-checked')).toBe('true')
    expect(document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent).toBe('It costs.')
    expect(only<HTMLLabelElement>('label').htmlFor).toBe(box.id)
  })
})

describe('a field', () => {
  it('is described by what is wrong first, then by its hint', () => {
    const draw = (wrong: string | null) =>
      render(
        <Field label="Token" hint="Kept encrypted." wrong={wrong}>
          {(control) => <input {...control} />}
        </Field>,
        document.body,
      )
    const described = () =>
      (only<HTMLInputElement>('input').getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent)
    draw(null)
    expect(described()).toEqual(['Kept encrypted.'])
    expect(only<HTMLInputElement>('input').hasAttribute('aria-invalid')).toBe(false)
    draw('It is too short.')
    expect(described()).toEqual(['It is too short.', 'Kept encrypted.'])
    expect(only<HTMLInputElement>('input').getAttribute('aria-invalid')).toBe('true')
    expect(only('[role=alert]').textContent).toBe('It is too short.')
  })
})

describe('a button', () => {
  it('does nothing while its work is under way, and keeps the focus', () => {
    const pressed = vi.fn()
    const submitted = vi.fn((event: Event) => event.preventDefault())
    const draw = (busy: boolean) =>
      render(
        <form onSubmit={submitted}>
          <Button type="submit" busy={busy} onClick={pressed}>
            Add
          </Button>
        </form>,
        document.body,
      )
    draw(true)
    const button = only<HTMLButtonElement>('button')
    button.focus()
    button.click()
    expect(pressed).not.toHaveBeenCalled()
    expect(submitted).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(button)
    draw(false)
    button.click()
    expect(pressed).toHaveBeenCalledOnce()
    expect(submitted).toHaveBeenCalledOnce()
  })
})
