import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { findBrowser } from '../support/find-browser'

type Params = Record<string, unknown>
type Reply = { id?: number; result?: Params; error?: { message: string } }

/**
 * Chromium with an extension, driven over DevTools' pipe by hand. Unlike a test driver it attaches to nothing by
 * itself, so that frames and workers start as fast as they do for a person.
 */
export async function bareBrowser(extension: string, pagesPort: number) {
  const profile = await fs.mkdtemp(path.join(os.tmpdir(), 'flagpost-bench-'))
  const child: ChildProcess = spawn(
    await findBrowser(),
    [
      '--headless',
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--password-store=basic',
      '--ignore-certificate-errors',
      '--window-size=1280,900',
      '--lang=en-GB',
      `--user-data-dir=${profile}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      `--host-resolver-rules=MAP * 127.0.0.1:${pagesPort}, EXCLUDE 127.0.0.1, EXCLUDE localhost`,
      '--remote-debugging-pipe',
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  )
  const to = child.stdio[3] as Writable
  const from = child.stdio[4] as Readable
  const waiting = new Map<number, (reply: Reply) => void>()
  let rest = ''
  let next = 1
  from.setEncoding('utf8')
  from.on('data', (part: string) => {
    const messages = (rest + part).split('\0')
    rest = messages.pop() ?? ''
    for (const text of messages) {
      const reply = JSON.parse(text) as Reply
      if (reply.id !== undefined) waiting.get(reply.id)?.(reply)
    }
  })

  function send<T = Params>(method: string, params: Params = {}, sessionId?: string): Promise<T> {
    const id = next++
    return new Promise((done, fail) => {
      waiting.set(id, ({ result, error }) => {
        waiting.delete(id)
        if (error) fail(new Error(`${method}: ${error.message}`))
        else done(result as T)
      })
      to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }

  /** Attaches to the first target of a type whose address contains a text. */
  async function attach(type: string, part: string): Promise<string> {
    for (let asked = 0; asked < 200; asked++) {
      const { targetInfos } = await send<{ targetInfos: { targetId: string; type: string; url: string }[] }>(
        'Target.getTargets',
      )
      const target = targetInfos.find((one) => one.type === type && one.url.includes(part))
      if (target) {
        const { targetId } = target
        return (await send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true }))
          .sessionId
      }
      await new Promise((done) => setTimeout(done, 25))
    }
    throw new Error(`No ${type} with ${part}.`)
  }

  /** Evaluates in a target and gives the value; promises are waited for. */
  async function evaluate<T>(sessionId: string, expression: string): Promise<T> {
    const { result, exceptionDetails } = await send<{
      result: { value: T }
      exceptionDetails?: { text: string; exception?: { description?: string } }
    }>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId)
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  return {
    send,
    attach,
    evaluate,
    async open(url: string): Promise<{ targetId: string; sessionId: string }> {
      const { targetId } = await send<{ targetId: string }>('Target.createTarget', { url })
      const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', {
        targetId,
        flatten: true,
      })
      return { targetId, sessionId }
    },
    async close() {
      const gone = new Promise((done) => child.once('exit', done))
      await send('Browser.close').catch(() => child.kill())
      await gone
      await fs.rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
  }
}
