import type { Answer, Form, GroundHit } from '../../utils/messages'
import { type Mark, press, until, waitForMarks } from '../support/marks'
import { type Draft, drafts, stage, value } from '../support/stage'
import { type Bench, ratio } from './figure'

const PAIRS = 9

/** One put with durability `strict` into a database of its own, of about a notice's size. Gives milliseconds. */
async function barePut(size: number): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve, fail) => {
    const opening = indexedDB.open('bench', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' })
    opening.onerror = () => fail(opening.error)
    opening.onsuccess = () => resolve(opening.result)
  })
  const row = { id: crypto.randomUUID(), body: 'x'.repeat(size) }
  const from = performance.now()
  await new Promise<void>((resolve, fail) => {
    const tx = db.transaction('rows', 'readwrite', { durability: 'strict' })
    tx.objectStore('rows').put(row)
    tx.oncomplete = () => resolve()
    tx.onerror = () => fail(tx.error)
  })
  const took = performance.now() - from
  db.close()
  return took
}

/**
 * The form's question, from asking to the answer that lets it say "Queued". Gives milliseconds. Before, as the form
 * does when the typing rests, what was typed is kept and due process looks at it; the line is open, as in the form.
 */
async function submit(payload: { draftId: string; form: Form }): Promise<number> {
  await chrome.runtime.sendMessage({ type: 'draft.save', payload })
  await chrome.runtime.sendMessage({ type: 'draft.check', payload })
  const line = chrome.runtime.connect({ name: 'asks' })
  // Send was in plain sight for half a second before it can be pressed.
  await new Promise((resolve) => setTimeout(resolve, 500))
  const from = performance.now()
  const { answer } = await new Promise<{ answer: Answer<unknown> }>((told) => {
    line.onMessage.addListener(told)
    line.postMessage({ n: 1, type: 'draft.submit', payload })
  })
  const took = performance.now() - from
  line.disconnect()
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem))
  return took
}

function formOf(ground: GroundHit): Form {
  return {
    item: {},
    grounds: [
      {
        groundId: ground.id,
        why: `Forty accounts post advertisement ${crypto.randomUUID()} below unrelated talks within a minute.`,
        passage: '',
        basis: '',
        territory: ground.territory,
        measure: 'none',
        elements: ground.elements.map(() => true),
        answers: {},
      },
    ],
    goodFaith: true,
    reference: '',
  }
}

export default {
  about: 'From Send to durable, against one bare strict put into IndexedDB',
  async run() {
    const on = await stage({ connected: false, settings: { undoSeconds: 600 } })
    try {
      const page = await on.sample('bluesky-live.html')
      await page.evaluate('live.add(20)')
      await waitForMarks(page, PAIRS + 1)
      for (let at = 0; at <= PAIRS; at++) {
        const marks = await waitForMarks(page, PAIRS + 1)
        await press(page, marks[at] as Mark)
        await until(
          () => drafts(on.app),
          ({ length }) => length > at,
          'the draft',
        )
      }
      const ready: Draft[] = await drafts(on.app)
      for (const { id } of ready) await value(on.app, 'draft.evidence', { draftId: id })
      const search = { query: 'spam', platform: 'bluesky', limit: 1 }
      const [ground] = await value<GroundHit[]>(on.app, 'grounds.search', search)
      // As many characters as such a notice has.
      const size = 4000
      return [
        await ratio(
          'submit to durable, against one bare strict put',
          2,
          () =>
            on.app.inExtension(submit, { draftId: ready.pop()?.id ?? '', form: formOf(ground as GroundHit) }),
          () => on.app.inExtension(barePut, size),
          PAIRS,
        ),
      ]
    } finally {
      await on.stop()
    }
  },
} satisfies Bench
