// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { commandOf, isTyping } from '../../components/queue/keys'

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
})
const free = { typing: false, letters: true }

describe('keys', () => {
  it.each([
    ['j', 'next'],
    ['k', 'previous'],
    ['ArrowDown', 'next'],
    ['/', 'search'],
    ['Escape', 'close'],
    ['w', 'withdraw'],
    ['x', null],
  ])('%s means %s', (key, command) => {
    expect(commandOf(press(key), free)).toBe(command)
  })

  it('`?` lists the keys, wherever a layout has it', () => {
    expect(commandOf(press('?', { shiftKey: true, code: 'Slash' }), free)).toBe('list')
    expect(commandOf(press('?', { shiftKey: true, code: 'Digit7' }), free)).toBe('list')
  })

  it('letters without Latin ones are those in their place; a Latin layout decides itself', () => {
    expect(commandOf(press('о', { code: 'KeyJ' }), free)).toBe('next')
    expect(commandOf(press('ұ', { code: 'KeyP' }), free)).toBe('pause')
    // Dvorak: the key in the place of `c` shows `j`.
    expect(commandOf(press('j', { code: 'KeyC' }), free)).toBe('next')
    expect(commandOf(press('h', { code: 'KeyJ' }), free)).toBeNull()
  })

  it('single characters are off while typing and when they are switched off; Escape stays', () => {
    for (const key of ['j', '/', '?', 'ArrowDown'])
      expect(commandOf(press(key), { typing: true, letters: true })).toBeNull()
    expect(commandOf(press('Escape'), { typing: true, letters: true })).toBe('close')
    for (const key of ['j', '/', '?', 'w'])
      expect(commandOf(press(key), { typing: false, letters: false })).toBeNull()
    expect(commandOf(press('ArrowDown'), { typing: false, letters: false })).toBe('next')
  })

  it('leaves the browser’s own combinations alone', () => {
    expect(commandOf(press('r', { ctrlKey: true }), free)).toBeNull()
    expect(commandOf(press('w', { metaKey: true }), free)).toBeNull()
    expect(commandOf(press('J', { shiftKey: true }), free)).toBeNull()
  })

  it('knows where letters are written', () => {
    document.body.innerHTML =
      '<input type="search"><input type="checkbox"><textarea></textarea><button></button>'
    expect([...document.body.children].map(isTyping)).toEqual([true, false, true, false])
  })
})
