import type { Item } from '../../utils/notice'
import type { Local } from './local'
import { formOf, type MessageTry } from './table'

const EVE = { name: 'Eve', handle: '@eve@mastodon.example', address: null }
const REASON = { reasons: { manyOnAuthor: 'She names another house each time.' } }
let posts = 1000

/** What is there before something is tried, and the draft on which it is. */
export async function made(local: Local, before?: MessageTry['before'], item: Partial<Item> = {}) {
  const onEve = () => ({ permalink: `https://mastodon.example/@eve/${++posts}`, author: EVE })
  const send = async (given: Partial<Item>, form: object) => {
    const said = await local.send((await local.draft(given)).id, form)
    if (!said.ok) throw new Error(JSON.stringify(said.problem))
    return said.value.noticeId
  }
  if (before === undefined) return { draft: await local.draft(item) }
  if (before === 'decided') {
    const same = onEve()
    await local.decide(await send(same, formOf()))
    return { draft: await local.draft(same) }
  }
  for (let i = 0; i < before.sameAuthor; i++) await send(onEve(), formOf({}, i < 2 ? {} : REASON))
  return { draft: await local.draft({ ...onEve(), ...item }) }
}
