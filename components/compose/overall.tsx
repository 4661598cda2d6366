import { useText } from '../text'
import { useForm } from './context'
import { Problems } from './field'

/** What there is to think of in the notice as a whole, and why a second reviewer decides: of no field alone. */
export function Overall() {
  const { t } = useText()
  const { problems } = useForm()
  // What is wrong stands in the summary.
  const here = problems.filter(({ field, level }) => field === '' && level !== 'wrong')
  if (here.length === 0) return null
  return (
    <section class="overall" aria-label={t('compose.overall')}>
      <Problems problems={here} />
    </section>
  )
}
