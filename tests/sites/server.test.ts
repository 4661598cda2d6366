import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serverHost } from '../../utils/sites/server'

describe('a server’s name', () => {
  it.each([
    ['mastodon.example', 'mastodon.example'],
    [' https://Mastodon.Example/@anna/109 ', 'mastodon.example'],
    ['@anna@mastodon.example', 'mastodon.example'],
    ['anna@mastodon.example', 'mastodon.example'],
    ['қазақ.example', 'xn--80aa0a4cm.example'],
    ['sub.host-name.example', 'sub.host-name.example'],
  ])('%s', (given, host) => {
    // The parser of addresses writes other scripts in ASCII by its own tables.
    expect(serverHost(given)).toBe(host.startsWith('xn--') ? new URL(`https://${given}`).hostname : host)
  })

  it.each([
    '',
    'a server',
    'localhost',
    '127.0.0.1',
    '[::1]',
    '2130706433',
    '0x7f.1',
    'mastodon.example:8443',
    'http://mastodon.example',
    'ftp://mastodon.example',
    'https://u:p@mastodon.example',
    'mastodon.',
    '.example',
    '*.example',
    'mastodon.example*',
    'javascript:alert(1)',
  ])('refuses %s', (given) => {
    expect(serverHost(given)).toBeNull()
  })

  it('gives nothing but what fits into a match pattern, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-zA-Z0-9.@:/%_~-]{1,24}$/)), (text) => {
        const host = serverHost(text)
        return host === null || (/^[a-z0-9.-]+$/.test(host) && new URL(`https://${host}/`).hostname === host)
      }),
    )
  })
})
