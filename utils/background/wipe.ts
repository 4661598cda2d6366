import { deleteDB } from 'idb'
import { browser } from '../browser'
import { PRACTICE_DATABASE } from '../connectors/practice'
import { databaseNames } from '../outbox/aside'
import { VAULT_DATABASE } from '../vault/database'

/**
 * Ends everything that the extension keeps in this browser: notices with their evidence, drafts, ledger, secrets,
 * practice, settings; and gives back the permissions for sites. What backends have stays with them. Open handles
 * close themselves when their database is deleted.
 */
export async function wipe(): Promise<void> {
  const names = [...(await databaseNames()), VAULT_DATABASE, PRACTICE_DATABASE]
  await Promise.all(names.map((name) => deleteDB(name)))
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()])
  await givePermissionsBack()
}

async function givePermissionsBack(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll()
  // One by one: those of the manifest itself can't be given back, and would keep the others.
  await Promise.allSettled(origins.map((origin) => browser.permissions.remove({ origins: [origin] })))
}
