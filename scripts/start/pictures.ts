import fs from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { OUTPUT } from '../../tests/support/build'

export type Album = {
  folder: string
  /** Photographs a page in the light and in the dark scheme. */
  both: (page: Page, name: string) => Promise<void>
}

/** An empty folder for the tour's pictures. */
export async function openAlbum(): Promise<Album> {
  const folder = path.join(OUTPUT, 'tour')
  await fs.rm(folder, { recursive: true, force: true })
  await fs.mkdir(folder, { recursive: true })
  return {
    folder,
    async both(page, name) {
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme })
        // Colours that fade into one another are there after a moment.
        await page.waitForTimeout(200)
        await page.screenshot({ path: path.join(folder, `${name.toLowerCase()}-${colorScheme}.png`) })
      }
    },
  }
}
