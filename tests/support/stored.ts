/** A notice's row as tests look at it. */
export type Row = {
  id: string
  draftId: string
  state: string
  problem: { code: string } | null
  receipt: { id: string; at: string } | null
  attempts: number
  dueAt: number
  summary: { permalink: string; text: string | null; author: string | null }
}

export type Draft = {
  id: string
  nonce: string
  createdAt: number
  committed: string | null
  permalink: string | null
  origin: { platform: string }
}

/**
 * Runs in a document of the extension: all rows of one store of the outbox as they lie in IndexedDB, read past all our
 * code. (No function of its own has a name in here: a loader that keeps names would have to be in the page, too.)
 */
export async function readStore(store: string): Promise<unknown[]> {
  // Opening a database that is not there would make it.
  if (!(await indexedDB.databases()).some(({ name }) => name === 'flagpost')) return []
  return new Promise((resolve, fail) => {
    const opening = indexedDB.open('flagpost')
    opening.onerror = () => fail(opening.error)
    opening.onsuccess = () => {
      const db = opening.result
      const reading = db.transaction(store).objectStore(store).getAll()
      reading.onerror = () => fail(reading.error)
      reading.onsuccess = () => {
        db.close()
        resolve(JSON.parse(JSON.stringify(reading.result)))
      }
    }
  })
}

/** Drafts that were not sent yet, newest first. */
export const unsent = (drafts: Draft[]): Draft[] =>
  drafts.filter(({ committed }) => committed === null).sort((a, b) => b.createdAt - a.createdAt)
