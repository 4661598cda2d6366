import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A screen that nobody sees, for what a headless browser does not show: its own questions. */
export type Display = {
  /** Presses keys one after the other, where the focus is (`Tab`, `Return`). */
  press: (...keys: string[]) => Promise<void>
  stop: () => Promise<void>
}

/** Is there what it takes: Xvfb and xdotool (Debian: `apt-get install xvfb xdotool`)? */
export async function hasDisplay(): Promise<boolean> {
  const there = await Promise.all(
    ['Xvfb', 'xdotool'].map((program) =>
      run('which', [program]).then(
        () => true,
        () => false,
      ),
    ),
  )
  return there.every(Boolean)
}

/** Starts a screen of its own and makes it this process's `DISPLAY` until `stop`. */
export async function virtualDisplay(): Promise<Display> {
  const before = process.env.DISPLAY
  const { server, name } = await startServer()
  process.env.DISPLAY = name
  return {
    async press(...keys) {
      await run('xdotool', ['key', ...keys], { env: { ...process.env, DISPLAY: name } })
    },
    async stop() {
      if (before === undefined) delete process.env.DISPLAY
      else process.env.DISPLAY = before
      const ended = new Promise((done) => server.once('exit', done))
      server.kill()
      await ended
    },
  }
}

/** The server chooses a free number itself and writes it down when it can be used. */
function startServer(): Promise<{ server: ChildProcess; name: string }> {
  return new Promise((done, fail) => {
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    })
    server.once('error', fail)
    server.once('exit', (code) => fail(new Error(`Xvfb ended with ${code}.`)))
    server.stdio[3]?.once('data', (number) => done({ server, name: `:${String(number).trim()}` }))
  })
}
