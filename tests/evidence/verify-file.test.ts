import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyFile } from '../../scripts/verify/file'
import { NO_TRUST } from '../../scripts/verify/trust'
import { sealBundle } from '../../utils/evidence/bundle'
import { sampleSealer } from '../support/samples'
import { sampleParts } from './parts'

let folder: string
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'flagpost-verify-'))
})
afterAll(() => fs.rm(folder, { recursive: true, force: true }))

async function said(name: string, bytes: Uint8Array): Promise<{ holds: boolean; text: string }> {
  const file = path.join(folder, name)
  await fs.writeFile(file, bytes)
  return verifyFile(file, NO_TRUST, fs)
}

describe('npm run verify', () => {
  it('says of a good bundle what was checked, and what that does not prove', async () => {
    const { bytes, sha256 } = await sealBundle(await sampleParts(), await sampleSealer())
    const { holds, text } = await said('good.wacz', bytes)
    expect(holds).toBe(true)
    expect(text).toMatch(/✓ Container +8 files in /)
    expect(text).toContain(`SHA-256         ${sha256}`)
    expect(text).toContain('captured 2026-11-24T10:00:00.000Z by R7 at https://social.example/@alice/1')
    expect(text).toContain('Unchanged since capture')
    expect(text).toContain('does not say that the post was online')
    // Every line is in words, none is a key.
    expect(text).not.toMatch(/verify\.|\{\w+\}/)
  })

  it('says of a changed one where it fails', async () => {
    const { bytes } = await sealBundle(await sampleParts(), await sampleSealer())
    const at = new TextDecoder('latin1').decode(bytes).indexOf('"reviewer": "R7"') + 14
    bytes[at] = 'X'.charCodeAt(0)
    const { holds, text } = await said('changed.wacz', bytes)
    expect(holds).toBe(false)
    expect(text).toMatch(/✗ Container\n {6}from byte [\d,]+ on/)
    expect(text).toMatch(/✗ Files\n {6}flagpost\/capture.json is not what was sealed/)
    expect(text).toContain('It does not hold.')
  })

  it.each([
    ['nothing in it', new Uint8Array(), 'the file is empty'],
    ['a picture', new TextEncoder().encode('\x89PNG'), 'it does not begin as one'],
    ['a cut one', new Uint8Array([0x50, 0x4b, 3, 4, 0]), 'it ends too early'],
  ])('has plain words for a file with %s', async (_, bytes, words) => {
    const { holds, text } = await said('odd.wacz', bytes)
    expect(holds).toBe(false)
    expect(text).toContain(words)
  })

  it('has plain words for what is missing, a folder, or too large to read', async () => {
    expect((await verifyFile(path.join(folder, 'none'), NO_TRUST, fs)).text).toContain(
      'There is no such file.',
    )
    expect((await verifyFile(folder, NO_TRUST, fs)).text).toContain('This is no file.')
    const huge = path.join(folder, 'huge.wacz')
    await fs.writeFile(huge, '')
    await fs.truncate(huge, 300 * 1024 * 1024)
    expect(await verifyFile(huge, NO_TRUST, fs)).toMatchObject({
      holds: false,
      text: expect.stringContaining('larger than'),
    })
  })
})
