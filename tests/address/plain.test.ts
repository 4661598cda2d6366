import { describe, expect, it } from 'vitest'
import { shortAddress } from '../../components/queue/names'
import { plainAddress } from '../../utils/plain-address'

describe('an address as it is shown', () => {
  it.each([
    ['https://аpple.com/x', 'https://xn--pple-43d.com/x'],
    ['https://fасebook.com/', 'https://xn--febook-3nf0l.com/'],
    ['https://facebook.com\u200b.evil.example/', 'https://facebook.com.evil.example/'],
    ['https://evil.example/\u202emoc.koobecaf', 'https://evil.example/%E2%80%AEmoc.koobecaf'],
    ['https://ｆacebook.com/', 'https://facebook.com/'],
    ['whatsapp:3EB0\u202e', 'whatsapp:3EB0⟨U+202E⟩'],
    ['facebook.com\u200d', 'facebook.com⟨U+200D⟩'],
    ['https://x.com/ada/status/1', 'https://x.com/ada/status/1'],
  ])('%j reads %s', (given, reads) => {
    expect(plainAddress(given)).toBe(reads)
  })

  it('is as plain where it is shortened', () => {
    expect(shortAddress('https://www.аpple.com/x/')).toBe('xn--pple-43d.com/x')
  })
})
