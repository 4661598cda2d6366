import { inForce } from '../../policy'
import { lock, unlock, vaultState } from '../../vault/key'
import { forgetSecrets, protect } from '../../vault/vault'
import { tellPages } from '../announce'
import type { Handlers } from '../router'
import type { Service } from '../service'

type VaultMessages = Extract<keyof Handlers, `vault.${string}`>

/** Locks the vault and has our pages say so: when the reviewer has gone, or says so. */
export async function lockVault(): Promise<void> {
  if ((await vaultState()).locked) return
  await lock()
  tellPages()
}

/** Messages about the vault: its passphrase, and what waits behind it. */
export function vaultHandlers({ drain, poll }: Service): Pick<Handlers, VaultMessages> {
  const opened = () => {
    tellPages()
    drain()
    poll()
  }
  return {
    async 'vault.state'() {
      const [state, { lockMinutes }] = await Promise.all([vaultState(), inForce()])
      return { ...state, lockMinutes }
    },

    async 'vault.protect'({ passphrase }) {
      await protect(passphrase)
      tellPages()
      return null
    },

    async 'vault.unlock'({ passphrase }) {
      await unlock(passphrase)
      opened()
      return null
    },

    async 'vault.lock'() {
      await lockVault()
      return null
    },

    async 'vault.forget'() {
      await forgetSecrets()
      opened()
      return null
    },
  }
}
