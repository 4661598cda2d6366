import { useEffect } from 'preact/hooks'
import type { VaultState } from '../../utils/messages'
import { useAsked } from '../use-asked'

/** The vault as it is, whoever locks or opens it; null while it is not known. */
export function useVault(): VaultState | null {
  const { value, again } = useAsked('vault.state', {})
  useEffect(() => {
    const channel = new BroadcastChannel('flagpost')
    channel.onmessage = () => void again()
    return () => channel.close()
  }, [again])
  return value
}
