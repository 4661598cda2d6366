import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { catalogue, forgetCatalogue } from '../../utils/background/catalogue'
import {
  importedPacks,
  importPack,
  listImported,
  previewPack,
  removePack,
} from '../../utils/grounds/imported'
import { fingerprint, openSigned, signPack } from '../../utils/grounds/signed'
import { fakeBrowser } from '../support/extension-api'

type Pair = { privateKey: CryptoKey; publicKey: CryptoKey }
const newPair = () => crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']) as Promise<Pair>

let ours: Pair
let others: Pair
beforeAll(async () => {
  ours = await newPair()
  others = await newPair()
})
beforeEach(async () => {
  await fakeBrowser.storage.local.clear()
  forgetCatalogue()
})

const ground = (more: Record<string, unknown> = {}) => ({
  id: 'org.unit-3.leaflets',
  provision: 'Rule 1',
  title: 'Leaflets',
  titles: { en: 'Leaflets' },
  dsa: { category: 'STATEMENT_CATEGORY_VIOLENCE', keywords: ['KEYWORD_COORDINATED_HARM'] },
  elements: ['call', { en: 'A leaflet of ours' }],
  defences: ['d-news'],
  speech: 'context',
  ...more,
})
const pack = (more: Record<string, unknown> = {}, grounds = [ground()]) => ({
  id: 'unit-3',
  version: 1,
  title: { en: 'Unit 3' },
  groups: [
    {
      of: {
        kind: 'law',
        jurisdiction: 'KZ',
        instrument: 'Order No. 7',
        sourceUrl: 'https://unit-3.example/order-7',
        checkedOn: '2026-11-01',
        confidence: 'S',
      },
      grounds,
    },
  ],
  ...more,
})
const signed = (json: unknown, { privateKey, publicKey } = ours) =>
  signPack(JSON.stringify(json), privateKey, publicKey)
const code = (code: string, params?: unknown) =>
  expect.objectContaining({ problem: params ? { code, params } : expect.objectContaining({ code }) })

describe('a signed pack', () => {
  it('is shown first, then imported, then in the catalogue; taken away again it is gone', async () => {
    const text = await signed(pack())
    const preview = await previewPack(text)
    expect(preview).toMatchObject({ known: false, pack: { id: 'unit-3', version: 1 } })
    expect(preview.fingerprint).toMatch(/^([0-9a-f]{4} ){9}[0-9a-f]{4}$/)
    expect(await importedPacks()).toEqual([])

    await importPack(text)
    expect((await catalogue()).get('org.unit-3.leaflets')).toMatchObject({
      title: 'Leaflets',
      elements: [
        { en: expect.any(String), ru: expect.any(String), kk: expect.any(String) },
        { en: 'A leaflet of ours' },
      ],
    })
    expect(await previewPack(await signed(pack({ version: 2 })))).toMatchObject({ known: true })

    await removePack('unit-3')
    forgetCatalogue()
    expect((await catalogue()).get('org.unit-3.leaflets')).toBeUndefined()
  })

  it('a later version of the same key takes the earlier one’s place', async () => {
    await importPack(await signed(pack()))
    await importPack(await signed(pack({ version: 2 }, [ground({ title: 'New', titles: { en: 'New' } })])))
    const [only, ...more] = await listImported()
    expect(only?.pack.grounds[0]?.title).toBe('New')
    expect(more).toEqual([])
  })

  it('the fingerprint is the key’s, whatever it signs', async () => {
    const [one, two] = [
      await previewPack(await signed(pack())),
      await previewPack(await signed(pack({ version: 9 }))),
    ]
    expect(one.fingerprint).toBe(two.fingerprint)
    expect(await fingerprint(one.key)).toBe(one.fingerprint)
    expect((await previewPack(await signed(pack(), others))).fingerprint).not.toBe(one.fingerprint)
  })
})

describe('is refused, and nothing changes', () => {
  const refused = async (text: string, problem: unknown) => {
    const before = await listImported()
    await expect(previewPack(text)).rejects.toEqual(problem)
    await expect(importPack(text)).rejects.toEqual(problem)
    expect(await listImported()).toEqual(before)
  }

  it('changed after it was signed', async () => {
    const envelope = JSON.parse(await signed(pack()))
    await refused(
      JSON.stringify({ ...envelope, pack: envelope.pack.replace('Leaflets', 'Leaflet') }),
      code('packSignature'),
    )
    await refused(JSON.stringify({ ...envelope, pack: `${envelope.pack} ` }), code('packSignature'))
  })

  it('every single changed byte of the signature or the key', async () => {
    const envelope = JSON.parse(await signed(pack()))
    for (const field of ['signature', 'key']) {
      for (let at = 0; at < envelope[field].length - 1; at += 7) {
        const other = envelope[field][at] === 'A' ? 'B' : 'A'
        const changed = envelope[field].slice(0, at) + other + envelope[field].slice(at + 1)
        await refused(JSON.stringify({ ...envelope, [field]: changed }), code('packSignature'))
      }
    }
  })

  it('with another’s key beside our signature, or a signature over the bare text', async () => {
    const envelope = JSON.parse(await signed(pack()))
    const { key } = JSON.parse(await signed(pack(), others))
    await refused(JSON.stringify({ ...envelope, key }), code('packSignature'))
    const bare = await crypto.subtle.sign('Ed25519', ours.privateKey, new TextEncoder().encode(envelope.pack))
    const signature = Buffer.from(bare).toString('base64url')
    await refused(JSON.stringify({ ...envelope, signature }), code('packSignature'))
  })

  it('of another key than before, the same or an older version', async () => {
    await importPack(await signed(pack({ version: 3 })))
    const before = await listImported()
    await expect(importPack(await signed(pack({ version: 4 }), others))).rejects.toEqual(
      code('packOtherKey', { pack: 'unit-3' }),
    )
    for (const version of [3, 2, 1]) {
      await expect(importPack(await signed(pack({ version })))).rejects.toEqual(
        code('packOld', { version: 3 }),
      )
    }
    expect(await listImported()).toEqual(before)
  })

  it.each(['de.stgb.130', 'org.unit-30.x', 'org.unit-3x.a', 'org.other.leaflets', 'meta.spam'])(
    'with a ground of somebody else: %s',
    async (id) => {
      await refused(await signed(pack({}, [ground({ id })])), code('packForeignId', { id, pack: 'unit-3' }))
    },
  )

  it.each([
    ['an id twice', [ground(), ground()]],
    [
      'a class that is not in the taxonomy',
      [ground({ dsa: { category: 'STATEMENT_CATEGORY_MINE', keywords: [] } })],
    ],
    ['a phrase that nobody wrote', [ground({ elements: ['nobody'] })]],
    ['no source', [ground({ sourceUrl: 'javascript:alert(1)' })]],
    [
      'abuse material to be captured',
      [
        ground({
          dsa: {
            category: 'STATEMENT_CATEGORY_PROTECTION_OF_MINORS',
            keywords: ['KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL'],
          },
        }),
      ],
    ],
    ['a title of the wrong kind', [ground({ title: 7 })]],
  ])('with %s', async (_, grounds) => {
    await refused(await signed(pack({}, grounds as never)), code('packWrong'))
  })

  it.each(['', 'null', '[]', '{', '{"format":"flagpost.pack/1"}', '{"format":"flagpost.pack/2"}', '<html>'])(
    'what is no envelope: %j',
    async (text) => {
      await refused(text, code('packWrong', { detail: 'flagpost.pack/1' }))
    },
  )

  it('a signed text that is no JSON', async () => {
    const text = await signPack('not json', ours.privateKey, ours.publicKey)
    expect(await openSigned(text)).toMatchObject({ json: null })
    await refused(text, code('packWrong'))
  })
})

it('a stored entry that does not fit any more is left out, the others stay', async () => {
  await importPack(await signed(pack()))
  const [entry] = await listImported()
  await fakeBrowser.storage.local.set({ groundPacks: [{ pack: 7 }, entry, null] })
  expect(await listImported()).toEqual([entry])
})
