import { useEffect, useState } from 'preact/hooks'
import { ask } from '../ask'
import { Message } from '../controls/message'
import { useText } from '../text'

/** Says, once, that the site of the page in front has changed and that its posts are found by their links. */
export function SiteNote({ address }: { address: string | null }) {
  const { t } = useText()
  const [name, set] = useState<string | null>(null)
  useEffect(() => {
    if (address !== null)
      ask('site.degraded', { address }).then(
        (site) => set(site?.name ?? null),
        () => {},
      )
  }, [address])
  return name === null ? null : <Message>{t('site.degraded', { site: name })}</Message>
}
