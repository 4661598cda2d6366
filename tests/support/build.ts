import { execFile } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

export const ROOT = path.resolve(import.meta.dirname, '../..')
export const OUTPUT = path.join(ROOT, '.output')
export const CHROME = path.join(OUTPUT, 'chrome-mv3')
export const GRANTED = path.join(OUTPUT, 'chrome-mv3-granted')
export const FIREFOX = path.join(OUTPUT, 'firefox-mv3')
export const GRANTED_FIREFOX = path.join(OUTPUT, 'firefox-mv3-granted')

/** What a build is made of: if none of it is younger than the build, the build stands. */
const SOURCES = [
  'entrypoints',
  'components',
  'utils',
  'public',
  'wxt.config.ts',
  'package.json',
  'tsconfig.json',
]

const run = promisify(execFile)

/** Builds the extension for one browser unless the build there is younger than all that it is made of. */
export async function build(browser: 'chrome' | 'firefox'): Promise<string> {
  const folder = browser === 'chrome' ? CHROME : FIREFOX
  const manifest = path.join(folder, 'manifest.json')
  const youngest = Math.max(...SOURCES.map((source) => changedAt(path.join(ROOT, source))))
  if (existsSync(manifest) && statSync(manifest).mtimeMs > youngest) return folder
  try {
    await run(process.execPath, [path.join(ROOT, 'node_modules/wxt/bin/wxt.mjs'), 'build', '-b', browser], {
      cwd: ROOT,
      env: { ...process.env, NODE_ENV: 'production' },
      maxBuffer: 16 * 1024 * 1024,
    })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`The extension could not be built for ${browser}.\n${stdout}\n${stderr}`)
  }
  return folder
}

/**
 * A build for tests and the tour: the same files, but the manifest grants the hosts and permissions that a reviewer would grant at the
 * browser's own prompt (which nobody can answer in a headless browser).
 */
async function grant(built: string, granted: string): Promise<string> {
  await fs.rm(granted, { recursive: true, force: true })
  await fs.cp(built, granted, { recursive: true })
  const file = path.join(granted, 'manifest.json')
  const {
    optional_host_permissions: _,
    optional_permissions,
    ...manifest
  } = JSON.parse(await fs.readFile(file, 'utf8'))
  const permissions = [...manifest.permissions, ...(optional_permissions ?? [])]
  await fs.writeFile(file, JSON.stringify({ ...manifest, permissions, host_permissions: ['<all_urls>'] }))
  return granted
}

export const buildGranted = async (): Promise<string> => grant(await build('chrome'), GRANTED)
export const buildGrantedFirefox = async (): Promise<string> => grant(await build('firefox'), GRANTED_FIREFOX)

/** The youngest change below a path; folders count too, so that a file that was taken away shows. */
function changedAt(at: string): number {
  if (!existsSync(at)) return 0
  const { mtimeMs } = statSync(at)
  if (!statSync(at).isDirectory()) return mtimeMs
  return readdirSync(at).reduce((latest, name) => Math.max(latest, changedAt(path.join(at, name))), mtimeMs)
}
