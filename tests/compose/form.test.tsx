// @vitest-environment happy-dom
import { options as preact, render } from 'preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { GroundHit } from '../../utils/messages'
import { type Background, fakeBackground, fakeSight, hit, ITEM, VIEW } from './background'

const settle = (ms = 50) => new Promise((done) => setTimeout(done, ms))
/** Looks again until it is so: a slow machine is late, not wrong. */
const soon = (look: () => void) => vi.waitFor(look, { timeout: 5000, interval: 20 })
const POLICY = hit('rules.violence', { title: 'Violence' })
const LAW = hit('kz.cc.174', { kind: 'law', title: 'Incitement', jurisdiction: 'KZ', territory: ['KZ'] })

let background: Background
let sight: ReturnType<typeof fakeSight>

// Effects run at once: a test need not wait for a frame that nobody paints.
preact.requestAnimationFrame = (run) => setTimeout(run)

beforeEach(() => {
  sight = fakeSight()
  HTMLElement.prototype.scrollIntoView = () => {}
})
afterEach(() => {
  render(null, document.body)
  vi.unstubAllGlobals()
})

async function open(given: Parameters<typeof fakeBackground>[0] = {}, ms = 20) {
  background = fakeBackground(given)
  const { openCompose } = await import('../../components/compose/open')
  await openCompose('6fa0d9c8-6a0f-4d0a-9f6e-0a4b6a3a2f11')
  await settle(ms)
}

const text = () => document.body.textContent ?? ''
const box = () => document.querySelector('[role=combobox]') as HTMLInputElement
const options = () => [...document.querySelectorAll('[role=option]')].map((one) => one.textContent)
const button = (name: string | RegExp) =>
  [...document.querySelectorAll('button')].find((one) =>
    `${one.getAttribute('aria-label') ?? ''}${one.textContent}`.match(name),
  ) as HTMLButtonElement
const labelled = (name: string) => {
  const label = [...document.querySelectorAll('label')].find((one) => one.textContent?.startsWith(name))
  return document.getElementById(label?.htmlFor ?? '') as HTMLInputElement
}

/** What the browser makes of a person's own doing: trusted, and of the element that has the focus. */
function key(name: string, more: KeyboardEventInit & { trusted?: boolean } = {}) {
  const { trusted = true, ...init } = more
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...init })
  Object.defineProperty(event, 'isTrusted', { value: trusted })
  ;(document.activeElement ?? document.body).dispatchEvent(event)
  return event
}
function click(element: Element, trusted = true) {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true })
  Object.defineProperty(event, 'isTrusted', { value: trusted })
  element.dispatchEvent(event)
}
function type(element: HTMLInputElement | HTMLTextAreaElement, value: string) {
  element.focus()
  element.value = value
  element.dispatchEvent(new Event('input', { bubbles: true }))
}

async function pick(ground: GroundHit, why = 'It calls for violence.') {
  background.answers['grounds.search'] = [ground]
  type(box(), 'v')
  await settle()
  key('Enter')
  await settle()
  if (why) type(document.activeElement as HTMLTextAreaElement, why)
  await settle()
}

describe('the place in a picture or video', () => {
  const media = [
    { kind: 'image' as const, url: 'https://m.example/1.png', poster: null, alt: 'A house' },
    { kind: 'video' as const, url: null, poster: null, alt: null },
  ]
  const opened = { 'draft.open': { ...VIEW, item: { ...ITEM, media } } }
  const field = (name: RegExp) =>
    [...document.querySelectorAll('.places label')]
      .find((one) => name.test(one.textContent ?? ''))
      ?.querySelector('input') as HTMLInputElement
  const saved = () =>
    (background.of('draft.save').at(-1) as { form: { grounds: { places?: unknown }[] } }).form.grounds[0]
      ?.places

  it('is given in numbers and times, said in words, and taken away again', async () => {
    await open(opened)
    await pick(POLICY)
    type(field(/^Picture 1/), '25, 10, 90, 30')
    key('Enter')
    await settle()
    expect(text()).toContain('Give four numbers from 0 to 100')
    type(field(/^Picture 1/), '25 10 50 30')
    key('Enter')
    await settle()
    type(field(/^Video 2/), '1:20 – 1:05')
    key('Enter')
    await settle()
    expect(text()).toContain('Give times like')
    type(field(/^Video 2/), '1:05 – 1:20')
    key('Enter')
    await settle()
    expect(text()).toContain('Picture 1: 50 % × 30 % of it, 25 % from the left and 10 % from the top')
    expect(text()).toContain('Video 2: from 1:05 to 1:20')
    await soon(() =>
      expect(saved()).toEqual([
        { media: 0, fragment: 'xywh=percent:25,10,50,30' },
        { media: 1, fragment: 't=65,80' },
      ]),
    )
    click(button(/^Remove: Picture 1/))
    await soon(() => expect(saved()).toEqual([{ media: 1, fragment: 't=65,80' }]))
  })

  it('is drawn over the picture that was kept; where none was, it says so', async () => {
    const picture = 'data:image/png;base64,AAAA'
    await open({ ...opened, 'draft.pictures': [picture, null] })
    await pick(POLICY)
    click(button(/^Mark in the picture/))
    await settle()
    const area = document.querySelector('.drawing') as HTMLElement
    expect(area.querySelector('img')?.getAttribute('src')).toBe(picture)
    expect(area.querySelector('img')?.alt).toBe('A house')
    area.getBoundingClientRect = () => new DOMRect(100, 200, 400, 200)
    area.setPointerCapture = () => {}
    const at = (name: string, clientX: number, clientY: number) =>
      area.dispatchEvent(new PointerEvent(name, { bubbles: true, button: 0, clientX, clientY }))
    at('pointerdown', 200, 220)
    at('pointermove', 260, 240)
    at('pointerup', 400, 280)
    await soon(() => expect(saved()).toEqual([{ media: 0, fragment: 'xywh=percent:25,10,50,30' }]))
    expect(document.querySelectorAll('.mark')).toHaveLength(1)

    render(null, document.body)
    await open({ ...opened, 'draft.pictures': [null, null] })
    await pick(POLICY)
    click(button(/^Mark in the picture/))
    await settle()
    expect(text()).toContain('This picture was not kept')
  })

  it('goes with the pictures where a ground lets none be kept', async () => {
    await open(opened)
    await pick(POLICY)
    expect(document.querySelector('.places')).not.toBeNull()
    await pick(hit('rules.minors', { title: 'Minors', capture: 'text' }))
    expect(document.querySelector('.places')).toBeNull()
  })
})

describe('opening', () => {
  it('has the focus in the ground box before anything is known, and looks up what was typed meanwhile', async () => {
    let opened: (view: unknown) => void = () => {}
    await open({ 'draft.open': () => new Promise((done) => (opened = done)), 'grounds.search': [POLICY] })
    expect(document.activeElement).toBe(box())
    expect(text()).toContain('Reading the item')
    type(box(), 'vio')
    await settle()
    expect(background.of('grounds.search')).toEqual([])
    opened(VIEW)
    await settle()
    expect(background.of('grounds.search')).toMatchObject([{ query: 'vio', platform: 'mastodon' }])
    expect(options()[0]).toContain('Violence')
    expect(document.activeElement).toBe(box())
  })

  it('has a name for the box before its words have come', async () => {
    background = fakeBackground({ 'form.hello': () => new Promise(() => {}) })
    const { openCompose } = await import('../../components/compose/open')
    void openCompose('n')
    await settle()
    expect(labelled('formSearch')).toBe(box())
  })

  it('shows the item as it was read, markup and all as text', async () => {
    const author = { name: '<b>Ada</b>\u202e', handle: 'ada', address: null }
    await open({ 'draft.open': { ...VIEW, item: { ...ITEM, author, text: '<img src=x onerror=alert(1)>' } } })
    expect(document.querySelector('h1')?.textContent).toBe('Post on Mastodon')
    expect(text()).toContain('to: Practice desk · Unit 3')
    expect(document.querySelector('bdi')?.textContent).toBe('<b>Ada</b>\u202e')
    expect(document.querySelector('blockquote')?.dir).toBe('auto')
    expect(document.querySelector('blockquote')?.textContent).toBe('<img src=x onerror=alert(1)>')
    expect(document.querySelector('img')).toBeNull()
  })

  it('shows the beginning of a long text, and all of it when asked', async () => {
    await open({ 'draft.open': { ...VIEW, item: { ...ITEM, text: 'x'.repeat(100_000) } } })
    expect(text().length).toBeLessThan(3000)
    click(button('Show all 100,000 characters'))
    await settle()
    expect(document.querySelector('blockquote')?.textContent?.length).toBe(100_000)
  })

  it('says that it was reported before, and what the page did not show', async () => {
    const item = { ...ITEM, author: { name: null, handle: null, address: null }, missing: ['author'] }
    const earlier = { noticeId: 'n', state: 'delivered' as const, at: Date.now() - 2 * 3_600_000 }
    await open({
      'draft.open': { ...VIEW, item: { ...item, read: 'partial', audience: 'limited' }, earlier },
    })
    expect(text()).toContain('You reported this 2 h ago: Delivered.')
    expect(text()).toContain('Author: Not read on the page')
    expect(text()).toContain('This was shown to few.')
  })

  it('says plainly when the draft cannot be opened', async () => {
    await open({ 'draft.open': [{ code: 'draftGone' }] })
    expect(document.querySelector('[role=alert]')?.textContent).toContain('This draft is not there any more.')
    expect(box()).toBeNull()
  })
})

describe('the ground box', () => {
  beforeEach(() => open({ 'grounds.search': [LAW, POLICY, hit('rules.spam', { title: 'Spam' })] }))

  it('is quiet until it is used, and shows policy and law apart, the best hit first', async () => {
    expect(box().getAttribute('aria-expanded')).toBe('false')
    key('ArrowDown')
    await settle()
    expect(box().getAttribute('aria-expanded')).toBe('true')
    expect([...document.querySelectorAll('.section')].map((one) => one.textContent)).toEqual([
      'Law',
      'Policy',
    ])
    expect(options()).toHaveLength(3)
    expect(document.querySelector('[role=status]')?.textContent).toBe('3 grounds found')
  })

  it('goes through the list with the arrows, the focus staying in the box', async () => {
    type(box(), 'x')
    await settle()
    const active = () =>
      document.getElementById(box().getAttribute('aria-activedescendant') ?? '')?.textContent ?? ''
    await soon(() => expect(active()).toContain('Incitement'))
    key('ArrowDown')
    await soon(() => expect(active()).toContain('Violence'))
    key('ArrowUp')
    key('ArrowUp')
    await settle()
    expect(document.querySelectorAll('[aria-selected=true]')).toHaveLength(1)
    expect(document.activeElement).toBe(box())
  })

  it('Enter picks and leads to the explanation; the list does not close the form with Escape', async () => {
    type(box(), 'x')
    await settle()
    key('Escape')
    await settle()
    expect(box().getAttribute('aria-expanded')).toBe('false')
    expect(background.of('form.close')).toEqual([])
    key('ArrowDown')
    await settle()
    key('Enter')
    await settle()
    expect(document.querySelector('article h3')?.textContent).toBe('Incitement')
    expect(document.activeElement).toBe(labelled('Why it falls under this'))
    expect(box().value).toBe('')
  })

  it('Enter before the answer takes the first hit when it is there', async () => {
    let answered: (hits: GroundHit[]) => void = () => {}
    background.answers['grounds.search'] = () => new Promise((done) => (answered = done))
    type(box(), 'inc')
    await settle()
    key('Enter')
    await settle()
    expect(document.querySelector('article')).toBeNull()
    answered([LAW])
    await settle()
    expect(document.querySelector('article h3')?.textContent).toBe('Incitement')
  })

  it('Backspace in the empty box takes no ground away; a ground that is chosen is not chosen twice', async () => {
    await pick(POLICY)
    box().focus()
    key('Backspace')
    await settle()
    expect(document.querySelectorAll('article')).toHaveLength(1)
    await pick(POLICY, '')
    expect(document.querySelectorAll('article')).toHaveLength(1)
    expect(document.activeElement).toBe(labelled('Why it falls under this'))
  })

  it('says what it did not find', async () => {
    background.answers['grounds.search'] = []
    type(box(), 'zzz')
    await settle()
    expect(text()).toContain('Nothing fits “zzz”.')
    key('Enter')
    await settle()
    expect(document.querySelector('article')).toBeNull()
  })
})

describe('what is typed', () => {
  it('is kept by itself', async () => {
    await open()
    await pick(POLICY, 'Because of the second sentence.')
    await soon(() => {
      const saved = background.of('draft.save').at(-1) as { form: typeof VIEW.form }
      expect(saved.form.grounds[0]).toMatchObject({
        groundId: POLICY.id,
        why: 'Because of the second sentence.',
      })
      expect(saved.form.goodFaith).toBe(false)
    })
  })

  it('Escape closes an open fold-out first, then keeps all of it and closes', async () => {
    await open()
    await pick(POLICY)
    const fold = document.querySelector('article details') as HTMLDetailsElement
    fold.open = true
    fold.querySelector('input')?.focus()
    key('Escape')
    expect(fold.open).toBe(false)
    expect(background.of('form.close')).toEqual([])
    type(labelled('Why it falls under this'), 'The last words')
    key('Escape')
    await settle()
    const kinds = background.asked.map((one) => one.type)
    expect(kinds.slice(-2)).toEqual(['draft.save', 'form.close'])
    expect(JSON.stringify(background.of('draft.save').at(-1))).toContain('The last words')
  })

  it('quotes the words that were selected in the page, but never where only the address may stay', async () => {
    await open({ 'draft.open': { ...VIEW, selection: 'sample post' } })
    await pick(POLICY)
    expect(labelled('Passage').value).toBe('sample post')
    await pick(hit('law.url', { kind: 'law', capture: 'url' }))
    expect(document.querySelector('blockquote')).toBeNull()
    expect(labelled('Passage')).toBeNull()
    await soon(() => {
      const saved = JSON.stringify(background.of('draft.save').at(-1))
      expect(saved).toContain('law.url')
      expect(saved).not.toContain('sample post')
    })
  })

  it('says that it could not be kept, and goes on trying', async () => {
    await open()
    background.answers['draft.save'] = [{ code: 'storageFull' }]
    await pick(POLICY)
    await soon(() => expect(text()).toMatch(/storage|disk|space/i))
  })

  it('hands out what was typed as a file when it can not be kept, and keeps it in its fields', async () => {
    const made: Blob[] = []
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      made.push(blob as Blob)
      return 'blob:copy'
    })
    await open()
    background.answers['draft.save'] = [{ code: 'storageFull' }]
    await pick(POLICY, 'It names a place and a day.')
    await soon(() => button('Save a copy').click())
    expect(await made[0]?.text()).toMatch(
      /^Item: https:\/\/mastodon\.example\/@ada\/1\n\nViolence \(Rules, 1\)\nWhy .*: It names a place and a day\.\n$/,
    )
    expect(document.querySelector<HTMLTextAreaElement>('[data-field="grounds.0.why"]')?.value).toBe(
      'It names a place and a day.',
    )
    vi.mocked(URL.createObjectURL).mockRestore()
  })
})

describe('sending', () => {
  async function ready() {
    await open()
    await pick(POLICY)
    click(labelled('I believe in good faith') ?? document.querySelector('.declaration [type=checkbox]'))
    await soon(() => expect(send().getAttribute('aria-disabled')).toBe('false'))
  }
  const send = () => button(/^Send/)
  const whyOff = () => document.getElementById(send().getAttribute('aria-describedby') ?? '')?.textContent

  it('says why it is off and leads to what is missing', async () => {
    await open()
    expect(send().getAttribute('aria-disabled')).toBe('true')
    expect(whyOff()).toBe('Choose a ground first.')
    document.body.focus()
    key('Enter', { ctrlKey: true })
    await settle()
    expect(document.activeElement).toBe(box())
    await pick(POLICY)
    expect(whyOff()).toBe('The declaration is not made yet.')
    key('Enter', { ctrlKey: true })
    await settle()
    expect((document.activeElement as HTMLInputElement).type).toBe('checkbox')
    expect((document.activeElement as HTMLInputElement).checked).toBe(false)
    expect(background.of('draft.submit')).toEqual([])
  })

  it('sends on Ctrl+Enter, then offers undo, which brings everything back', async () => {
    await ready()
    expect(whyOff()).toBe('')
    background.answers['draft.submit'] = { noticeId: 'n1', dueAt: Date.now() + 10_000, state: 'held' }
    background.answers['notice.undo'] = { draftId: VIEW.draftId }
    key('Enter', { ctrlKey: true })
    await settle()
    expect(text()).toContain('It goes out in 10 s.')
    expect(document.activeElement).toBe(button('Back to the post'))
    key('z', { ctrlKey: true })
    await settle()
    expect(background.of('notice.undo')).toEqual([{ noticeId: 'n1' }])
    expect(labelled('Why it falls under this').value).toBe('It calls for violence.')
    expect(document.querySelector('[role=status]')?.textContent).toBe('Taken back. It is a draft again.')
  })

  it('closes by itself when there is nothing to undo any more', async () => {
    await ready()
    background.answers['draft.submit'] = { noticeId: 'n1', dueAt: Date.now(), state: 'held' }
    click(send())
    await soon(() => expect(background.of('form.close')).toHaveLength(1))
  })

  it('never sends for a script of the page', async () => {
    await ready()
    background.answers['draft.submit'] = { noticeId: 'n1', dueAt: 0, state: 'held' }
    click(send(), false)
    key('Enter', { ctrlKey: true, trusted: false })
    await settle()
    expect(background.of('draft.submit')).toEqual([])
  })

  it('never sends while the button is covered, nor half a second after, and offers its own window', async () => {
    await ready()
    background.answers['draft.submit'] = { noticeId: 'n1', dueAt: 0, state: 'held' }
    sight.see(1, false)
    await settle()
    expect(whyOff()).toContain('The page covers this form.')
    key('Enter', { ctrlKey: true })
    sight.see(1, true)
    // At once: how long it takes to open is the gate's own test, whatever the machine is busy with.
    click(send())
    await settle()
    expect(background.of('draft.submit')).toEqual([])
    await soon(() => expect(send().getAttribute('aria-disabled')).toBe('false'))
    click(send())
    await soon(() => expect(background.of('draft.submit')).toHaveLength(1))
  })

  it('asks the page’s script where the browser cannot tell what lies over the button', async () => {
    sight.see(1, null)
    await ready()
    background.answers['form.look'] = { own: true, top: false }
    background.answers['draft.submit'] = { noticeId: 'n1', dueAt: 0, state: 'held' }
    click(send())
    await settle()
    expect(background.of('draft.submit')).toEqual([])
    background.answers['form.look'] = { own: true, top: true }
    click(send())
    await settle()
    expect(background.of('draft.submit')).toHaveLength(1)
  })

  it('puts each refusal at its field, counts them, and loses nothing', async () => {
    await ready()
    background.answers['draft.submit'] = [
      { code: 'whyIsTitle', field: 'grounds.0.why' },
      { code: 'territoryUnknown', field: 'grounds.0.territory' },
    ]
    click(send())
    await settle()
    const why = labelled('Why it falls under this')
    expect(document.querySelector('[role=alert]')?.textContent).toContain('2 things have to be mended')
    expect(document.activeElement).toBe(why)
    expect(why.getAttribute('aria-invalid')).toBe('true')
    const described = (why.getAttribute('aria-describedby') ?? '').split(' ')
    expect(described.map((id) => document.getElementById(id)?.textContent).join()).toContain('own words')
    expect(why.value).toBe('It calls for violence.')
    type(why, 'The second sentence calls for it.')
    await settle()
    expect(document.querySelector('[role=alert]')?.textContent).toBe('')
  })

  it('shows quietly beforehand what due process says', async () => {
    await open({
      'draft.check': {
        blocked: [{ code: 'whyShort', field: 'grounds.0.why' }],
        secondReviewer: [{ code: 'secondForGround', field: 'grounds.0' }],
        warnings: [{ code: 'measureHarsh', field: 'grounds.0.measure' }],
      },
    })
    await pick(POLICY)
    const said = () => [...document.querySelectorAll('.problems li')].map((one) => one.className).sort()
    await soon(() => expect(said()).toEqual(['second', 'warning']))
    labelled('Passage').focus()
    await soon(() => expect(said()).toEqual(['open', 'second', 'warning']))
    expect(document.querySelector('[role=alert]')?.textContent).toBe('')
  })
})

describe('when something is wrong around it', () => {
  it('asks for an address that could not be read, and keeps what is given', async () => {
    await open({ 'draft.open': { ...VIEW, item: { ...ITEM, permalink: null, missing: ['permalink'] } } })
    expect(text()).toContain('own address could not be read')
    type(labelled('Address of the item'), 'https://mastodon.example/@ada/2')
    await soon(() => expect(JSON.stringify(background.of('draft.save'))).toContain('@ada/2'))
  })

  it('says at once that the extension was updated, and offers nothing that fails', async () => {
    await open()
    await pick(POLICY, 'Half a sen')
    background.vanish()
    window.dispatchEvent(new Event('focus'))
    await settle()
    expect(document.querySelector('[role=alert]')?.textContent).toContain('The extension was updated.')
    expect(button(/^Send/)).toBeUndefined()
    expect(button('Close and keep')).toBeUndefined()
    expect(labelled('Why it falls under this').value).toBe('Half a sen')
    expect(labelled('Why it falls under this').readOnly).toBe(true)
  })

  it('says why there is no evidence, and does not wait for it', async () => {
    await open({ 'draft.evidence': () => new Promise(() => {}) })
    expect(text()).toContain('Capturing')
    await pick(POLICY)
    expect(document.querySelector('article')).not.toBeNull()
  })
})
