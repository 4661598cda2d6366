import { ago, exact } from '../../utils/i18n/formats'
import { useText } from '../text'

/** A time as how long ago it was; exact when it is pointed at. `at`: milliseconds since 1970. */
export function Ago({ at }: { at: number }) {
  const { t, locale } = useText()
  return (
    <time dateTime={new Date(at).toISOString()} title={exact(at, locale)}>
      {ago(at, t)}
    </time>
  )
}
