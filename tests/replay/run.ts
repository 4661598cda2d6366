import { readSnapshot } from '../../utils/evidence/show'
import { textOf } from '../../utils/evidence/text'
import { siteById } from '../../utils/sites'
import type { Site } from '../../utils/sites/site'
import { launch } from '../support/app'
import { buildGranted } from '../support/build'
import { pagesServer } from '../support/pages'
import { captureItem, sealCaptured } from './capture'
import { faultsOf, pyWaczFaults, replay } from './check'
import { sitePages } from './pages'
import { fetchPlayer, playerServer } from './player'

/**
 * `npm run evidence:replay`: an item of each site is captured by the real script, sealed, played by ReplayWeb.page in
 * the browser and read by independent validators. One line a site; ends with 0 only if nothing was
 * found. `-- SITE…`: only these.
 */
const player = await fetchPlayer()
if (!player) {
  console.log('npm does not give ReplayWeb.page: nothing could be played.')
  process.exit(1)
}
await buildGranted()
const pages = await pagesServer()
const server = await playerServer(player)
const app = await launch({ pagesPort: pages.port })
let [good, bad, left] = [0, 0, 0]
let python = true
const wanted = process.argv.slice(2)
const begins = (text: string) => text.replace(/\s+/g, '').slice(0, 60)
for (const { site, address, ...more } of sitePages()) {
  if (wanted.length > 0 && !wanted.includes(site)) continue
  if (address === null) {
    left += 1
    console.log(`· ${site}: no page of it here (the saved pages are absent)`)
    continue
  }
  const html = 'html' in more ? more.html : null
  if (html) pages.serve(address, { body: `<!doctype html><title>${site}</title><body>${html}` })
  const faults: string[] = []
  const page = await app.open(address)
  const captured = await captureItem(app, page.url(), siteById(site) as Site)
  await page.close()
  const { bytes } = await sealCaptured(captured, site)
  faults.push(...(await faultsOf(bytes)))
  const said = await pyWaczFaults(bytes)
  if (said) faults.push(...said)
  else python = false
  const shown = await replay(app.context, server, bytes).catch((error: Error) => error)
  if (shown instanceof Error) faults.push(shown.message)
  else {
    const { text } = textOf(readSnapshot(captured.snapshot.html))
    // Boxes that stand in one line are words of their own for us, not for `innerText`.
    if (begins(shown.text) !== begins(text))
      faults.push(`shown “${begins(shown.text)}”, captured “${begins(text)}”`)
    for (const one of shown.broken) faults.push(`not shown: ${one}`)
    for (const one of shown.left) faults.push(`asked: ${one}`)
    if (!shown.signed) faults.push('ReplayWeb.page: its signature does not hold')
  }
  if (faults.length) bad += 1
  else good += 1
  const pictures = captured.snapshot.media.length
  console.log(
    `${faults.length ? '✗' : '✓'} ${site}: ${captured.item.kind}, ${pictures} pictures, ${bytes.length} bytes`,
  )
  for (const fault of faults) console.log(`    ${fault}`)
}
await app.close()
await server.stop()
await pages.stop()
if (!python) console.log('wacz validate (Python) is not there: left out.')
console.log(
  `${good + bad + left} sites, ${good} replayed without a fault, ${bad} with faults, ${left} not run`,
)
process.exit(bad === 0 ? 0 : 1)
