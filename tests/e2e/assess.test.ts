import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Form } from '../../utils/messages'
import type { Notice } from '../../utils/notice'
import { fillForm, sendForm } from '../support/fill'
import { openForm } from '../support/form'
import { drafts, rows, type Stage, stage } from '../support/stage'
import { delivered, report } from '../support/way'

let on: Stage
beforeAll(async () => {
  on = await stage()
})
afterAll(() => on?.stop())

describe('due process in the form', () => {
  it('keeps Send off and says why at the field, until it is mended', async () => {
    const page = await on.sample('facebook-feed.html')
    const form = await openForm(page, 1)
    await fillForm(form, { why: 'Coordinating Harm and Promoting Crime' })
    const wrong = form.getByText('This repeats the ground’s own words.')
    await wrong.waitFor()
    const send = form.locator('button.send')
    await form.locator('button.send[aria-disabled=true]').waitFor()
    await send.focus()
    await form.page().keyboard.press('Control+Enter')
    expect(await rows(on.app)).toEqual([])

    const why = form.getByLabel('Why it falls under this')
    await why.fill('You must remove it: the author tells readers to meet there with knives.')
    await form.getByText('This reads like an order.').waitFor()
    await wrong.waitFor({ state: 'detached' })
    await sendForm(form)
    expect(await rows(on.app)).toHaveLength(1)
    await page.close()
  })

  it('takes no forged message in place of the form', async () => {
    const page = await on.sample('facebook-feed.html')
    await openForm(page, 2)
    const [draft] = await drafts(on.app)
    const before = await rows(on.app)
    const form: Form = {
      item: { permalink: 'https://www.facebook.com/hashtag/samples' },
      grounds: [
        {
          groundId: 'kz.cc.174',
          why: 'Remove it.',
          passage: '',
          basis: '',
          territory: ['global'],
          measure: 'remove',
          elements: [],
          answers: {},
        },
      ],
      goodFaith: true,
      reference: '',
    }
    const said = (await on.app.ask('draft.submit', { draftId: draft?.id, form })) as Answer<unknown>
    const found = said.ok ? [] : [said.problem, ...(said.more ?? [])].map(({ code }) => code)
    expect(new Set(found)).toEqual(
      new Set(['whyShort', 'addressIsList', 'questionOpen', 'territoryBeyondLaw']),
    )
    expect(await rows(on.app)).toEqual(before)
    await page.close()
  })

  it('asks for a reason from the third open notice on one author on, and sends it along', async () => {
    const page = await on.sample('facebook-feed.html')
    const { id } = await report(on.app, page, 1)
    await delivered(on.app, id)
    // Two more on the same author, as if their posts had been reported before.
    await on.app.inExtension(async (noticeId) => {
      const opening = indexedDB.open('flagpost')
      await new Promise((done) => {
        opening.onsuccess = done
      })
      const store = opening.result.transaction('notices', 'readwrite').objectStore('notices')
      const reading = store.get(noticeId)
      await new Promise((done) => {
        reading.onsuccess = done
      })
      for (let i = 0; i < 2; i++) {
        const own = { id: crypto.randomUUID(), draftId: crypto.randomUUID() }
        const put = store.put({
          ...reading.result,
          ...own,
          createdAt: reading.result.createdAt - 60_000 * (i + 1),
        })
        await new Promise((done) => {
          put.onsuccess = done
        })
      }
      opening.result.close()
    }, id)
    const form = await openForm(page, 1)
    await fillForm(form)
    await form.getByText('This is your open notice number 5 on the same author in 30 days. Say why').waitFor()
    await form.locator('button.send[aria-disabled=true]').waitFor()
    const reason = 'She writes to another child each time.'
    await form.locator('[data-field="reasons.manyOnAuthor"]').fill(reason)
    const [draft] = await drafts(on.app)
    await sendForm(form)
    const last = (await rows(on.app)).find(({ draftId }) => draftId === draft?.id)
    await delivered(on.app, last?.id ?? '')
    const received = (await on.backend.notices()).find((one) => one.id === last?.id)
    expect((JSON.parse(received?.body ?? '{}') as Notice).reasons).toEqual({ manyOnAuthor: reason })
    await page.close()
  })
})
