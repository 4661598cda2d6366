import fs from 'node:fs/promises'
import path from 'node:path'
import type { JWK } from 'jose'
import type { Frame, Page } from 'playwright-core'
import type { Backend } from '../../backend/start'
import type { App } from '../../tests/support/app'
import { decideAtDesk, fillDecision, openDesk } from '../../tests/support/desk'
import { settledMarks } from '../../tests/support/marks'
import { decidedOn, delivered, report, savedCopy } from '../../tests/support/way'
import { verifyFile } from '../verify/file'
import { NO_TRUST } from '../verify/trust'
import { dueProcess } from './due-process'
import type { Stop } from './feed'
import { type Album, openAlbum } from './pictures'
import { say, step } from './say'

type Reported = Stop & { page: Page; noticeId: string }

/**
 * Walks the way of one notice for each stop: press, form, receipt, decision at the desk, decision on the post. Every
 * room is photographed on the way. @throws Error that names the step that did not come off.
 */
export async function tour(app: App, backend: Backend, stops: Stop[]): Promise<void> {
  const album = await openAlbum()
  const reported: Reported[] = []
  for (const stop of stops) reported.push(await reportAt(app, stop, album))
  for (const { site, noticeId } of reported) {
    const { receipt } = await step(`${site}: delivered`, () => delivered(app, noticeId))
    say(`${site}: receipt ${receipt?.id} of ${receipt?.at}`)
  }
  await decideAll(app, backend, reported, album)
  for (const { site, page, post } of reported) {
    const { name } = await step(`${site}: decision on the post, after a reload`, async () => {
      await page.reload({ waitUntil: 'domcontentloaded' })
      return decidedOn(page, app, post, /removed/i)
    })
    say(`${site}: the action now says “${name}”`)
    await album.both(page, `decided-${site}`)
  }
  await step('Evidence saved and verified, receipt and all', () =>
    keepEvidence(app, backend, reported, album),
  )
  await step('Popup, queue, options and practice photographed', () => photographPages(app, album))
  await dueProcess(app, backend, album)
  say(`${reported.length} posts reported, and each decision is back on its post.`)
  say(`Pictures in ${album.folder}`)
}

async function reportAt(app: App, stop: Stop, album: Album): Promise<Reported> {
  const { site, address, post, real } = stop
  const page = await step(`${site}: ${real ? 'real saved page' : 'sample page'} opened`, () =>
    app.open(address),
  )
  await page.bringToFront()
  const { length } = await step(`${site}: Report actions in place`, () => settledMarks(page))
  say(`${site}: ${length} posts have their action`)
  await album.both(page, `feed-${site}`)
  const { id } = await step(`${site}: pressed, explained, sent, committed`, () =>
    report(app, page, post, { filled: (form) => photographForm(form, page, site, album) }),
  )
  return { ...stop, page, noticeId: id }
}

/** The form from its beginning, then as it stands when it is sent. */
async function photographForm(form: Frame, page: Page, site: string, album: Album): Promise<void> {
  const scroll = (down: boolean) =>
    form.evaluate((end) => {
      for (const one of document.querySelectorAll('html, body, main'))
        one.scrollTo(0, end ? one.scrollHeight : 0)
    }, down)
  await scroll(false)
  await album.both(page, `compose-${site}`)
  await scroll(true)
  await album.both(page, `compose-${site}-end`)
}

/** Leaves a copy of each notice's evidence beside the pictures. @throws Error with the verifier's lines. */
async function keepEvidence(app: App, backend: Backend, reported: Reported[], album: Album): Promise<void> {
  const answer = await fetch(`${backend.origin}/.well-known/jwks.json`)
  const { keys } = (await answer.json()) as { keys: JWK[] }
  await fs.writeFile(path.join(album.folder, 'keys.json'), JSON.stringify({ keys }))
  for (const { site, noticeId } of reported) {
    const file = path.join(album.folder, `evidence-${site.toLowerCase()}.wacz`)
    await fs.writeFile(file, await savedCopy(app, noticeId))
    const { holds, text } = await verifyFile(file, { ...NO_TRUST, keys }, fs)
    if (!holds) throw new Error(text)
    say(`${site}: npm run verify -- ${path.relative('.', file)}`)
  }
}

/** The extension's own pages, with the decided notices in them. */
async function photographPages(app: App, album: Album): Promise<void> {
  for (const name of ['popup', 'queue', 'options', 'practice'] as const) {
    const page = await app.open(app.url(`${name}.html`))
    await page.setViewportSize(name === 'popup' ? { width: 380, height: 560 } : { width: 1280, height: 900 })
    await page.getByRole('main').first().waitFor()
    if (name === 'queue') await page.getByText('Facebook').first().click()
    await album.both(page, name)
    await page.close()
  }
}

async function decideAll(app: App, backend: Backend, reported: Reported[], album: Album): Promise<void> {
  const desk = await openDesk(app.context, backend)
  await album.both(desk, 'desk-notices')
  for (const [i, { site, noticeId }] of reported.entries()) {
    if (i === 0) {
      await desk.goto(`${backend.origin}/desk/notices/${noticeId}`)
      await fillDecision(desk, {})
      await album.both(desk, 'desk-decision')
    }
    await step(`${site}: decided at the desk`, () => decideAtDesk(desk, backend, noticeId))
  }
}
