import fs from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'

/** What happens at a point; while it runs, whatever reached the point stands still. */
export type Strike = () => Promise<void>

/** Where a run can be stopped: commits tell of themselves (see `PRELUDE`), requests are told by the wire. */
export type Points = {
  port: number
  /** Something is at this point now; resolves when it may go on. */
  at: (point: string) => Promise<void>
  /** The next that comes to `point` is met by `strike`, once. */
  arm: (point: string, strike: Strike) => void
  /** Has the strike that was armed last been made? */
  struck: () => boolean
  stop: () => Promise<void>
}

/** Listens on loopback for the test build's commits. */
export async function listenAtPoints(): Promise<Points> {
  let armed: { point: string; strike: Strike } | null = null
  let struck = false
  const at = async (point: string) => {
    if (armed?.point !== point) return
    const { strike } = armed
    armed = null
    await strike()
    struck = true
  }
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const go = () => response.writeHead(204, { 'access-control-allow-origin': '*' }).end()
    at(searchParams.get('point') ?? '').then(go, go)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    at,
    arm(point, strike) {
      armed = { point, strike }
      struck = false
    },
    struck: () => struck,
    stop: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

/**
 * Stands before the background's own code in a build for these tests, and nowhere else. It asks before each commit
 * whether it may go on, with all writes of the transaction made and the transaction kept open by reads (so that a death
 * there is a death in the middle of it), and once more after the commit, before any of our code hears of it.
 */
const PRELUDE = `
(() => {
  const ask = (point) => fetch('http://127.0.0.1:PORT/at?point=' + encodeURIComponent(point)).then(() => {}, () => {})
  const names = new WeakMap()
  const nameOf = (store, value) => {
    if (store.name === 'ledger') return value.event
    if (store.transaction.objectStoreNames.contains('ledger')) return null
    if (store.name === 'drafts') return 'draft'
    if (store.name === 'bodies') return 'body'
    return store.name === 'meta' && /^cursor:/.test(value.name) ? 'cursor' : null
  }
  const { transaction } = IDBDatabase.prototype
  IDBDatabase.prototype.transaction = function (...args) {
    const tx = transaction.apply(this, args)
    if (this.name === 'flagpost' && args[1] === 'readwrite') {
      tx.addEventListener('complete', (event) => {
        const name = names.get(tx)
        if (!name || !event.isTrusted) return
        event.stopImmediatePropagation()
        ask('commit ' + name + ': after').then(() => tx.dispatchEvent(new Event('complete')))
      })
    }
    return tx
  }
  const held = new WeakSet()
  const { commit } = IDBTransaction.prototype
  // While it is held, nobody ends it early; then it ends by itself.
  IDBTransaction.prototype.commit = function () {
    if (!held.has(this)) commit.call(this)
  }
  for (const method of ['put', 'add']) {
    const write = IDBObjectStore.prototype[method]
    IDBObjectStore.prototype[method] = function (...args) {
      const request = write.apply(this, args)
      const name = this.transaction.db.name === 'flagpost' && !names.has(this.transaction) && nameOf(this, args[0])
      if (!name) return request
      names.set(this.transaction, name)
      held.add(this.transaction)
      ask('commit ' + name + ': before').then(() => held.delete(this.transaction))
      const wait = () => { if (held.has(this.transaction)) this.get(0).onsuccess = wait }
      wait()
      return request
    }
  }
})();
`

/** A copy of a granted build whose background tells of its commits at `port`. */
export async function buildWithPoints(granted: string, folder: string, port: number): Promise<string> {
  await fs.rm(folder, { recursive: true, force: true })
  await fs.cp(granted, folder, { recursive: true })
  const background = path.join(folder, 'background.js')
  const code = await fs.readFile(background, 'utf8')
  await fs.writeFile(background, PRELUDE.replace('PORT', String(port)) + code)
  return folder
}
