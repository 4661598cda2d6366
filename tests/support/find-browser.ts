import { execFile, execFileSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'

const run = promisify(execFile)
const INSTALL_WITHIN = 10 * 60_000

/**
 * Branded Chrome (137 and later) no longer loads an extension from the command line, so only Chromium and its
 * builds for testing are looked for.
 */
const CHROMIUMS = ['chromium', 'chromium-browser', 'ungoogled-chromium']
const MAC = ['/Applications/Chromium.app/Contents/MacOS/Chromium']
const FIREFOXES = ['firefox-esr', 'firefox']
const MAC_FIREFOX = ['/Applications/Firefox.app/Contents/MacOS/firefox']

/** What was said to the person while a browser was being looked for or installed. */
type Say = (line: string) => void

/**
 * A Chromium that can load the built extension: CHROME_PATH, then the system's, then Playwright's own download;
 * else one is installed (Playwright's download, or apt-get as root or with sudo).
 * @throws Error with one sentence that says what to do.
 */
export async function findBrowser(say: Say = console.log): Promise<string> {
  const there = presentBrowser()
  if (there) return there
  say('No Chromium here: installing the one that Playwright ships (about 170 MB).')
  const cli = path.join(
    path.dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')),
    'cli.js',
  )
  await run(process.execPath, [cli, 'install', '--no-shell', 'chromium'], { timeout: INSTALL_WITHIN }).catch(
    () => {},
  )
  if (existsSync(chromium.executablePath()) && (await starts(chromium.executablePath()))) {
    return chromium.executablePath()
  }
  if (aptProgram()) {
    say('Playwright has none for this system: installing Debian’s with apt-get.')
    await aptInstall('chromium')
    const installed = presentBrowser()
    if (installed) return installed
  }
  throw new Error(
    'No Chromium was found and none could be installed: install Chromium (not branded Chrome) and set CHROME_PATH to it.',
  )
}

function presentBrowser(): string | null {
  const own = process.env.CHROME_PATH
  if (own) {
    if (isProgram(own)) return own
    throw new Error(`CHROME_PATH is ${own}, and there is no program there.`)
  }
  const system = CHROMIUMS.map(inPath).find((found) => found !== null) ?? MAC.find(isProgram)
  return system ?? (existsSync(chromium.executablePath()) ? chromium.executablePath() : null)
}

/** Firefox for the Firefox tests: FIREFOX_PATH or the system's; null: there is none. */
export function findFirefox(): string | null {
  const own = process.env.FIREFOX_PATH
  if (own) return isProgram(own) ? own : null
  return FIREFOXES.map(inPath).find((found) => found !== null) ?? MAC_FIREFOX.find(isProgram) ?? null
}

/** A Firefox, installed with apt-get where there is none; null, with one line said, where it can't be had. */
export async function provideFirefox(say: Say = console.log): Promise<string | null> {
  const there = findFirefox()
  if (there) return there
  if (!process.env.FIREFOX_PATH && aptProgram()) {
    say('No Firefox here: installing Debian’s firefox-esr with apt-get.')
    await aptInstall('firefox-esr')
    const installed = findFirefox()
    if (installed) return installed
  }
  say('The Firefox tests are skipped: no Firefox was found and none could be installed (set FIREFOX_PATH).')
  return null
}

/** The words before `apt-get`, where this user may install with it; null: not here. */
function aptProgram(): string[] | null {
  if (!inPath('apt-get')) return null
  if (process.getuid?.() === 0) return []
  return inPath('sudo') ? ['sudo', '-n'] : null
}

/** Installs a package; whoever called looks whether it is there. */
async function aptInstall(name: string): Promise<void> {
  const before = aptProgram() ?? []
  const apt = async (...words: string[]) => {
    const [program = '', ...rest] = [...before, 'apt-get', ...words]
    await run(program, rest, {
      timeout: INSTALL_WITHIN,
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).catch(() => {})
  }
  await apt('update')
  await apt('install', '-y', '--no-install-recommends', name)
}

/** A fresh download may lack libraries of the system. */
async function starts(program: string): Promise<boolean> {
  return run(program, ['--version'], { timeout: 30_000 }).then(
    () => true,
    () => false,
  )
}

function inPath(name: string): string | null {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, name)
    if (folder && isProgram(file) && !isSnap(file)) return file
  }
  return null
}

/** A snap can't read profiles outside its own folders (Ubuntu's `chromium-browser` is a script that starts one). */
function isSnap(file: string): boolean {
  if (file.startsWith('/snap/')) return true
  try {
    return (
      file.endsWith('chromium-browser') && execFileSync('head', ['-c', '2000', file]).includes('/snap/bin')
    )
  } catch {
    return false
  }
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
