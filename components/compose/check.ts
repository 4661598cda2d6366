import { useEffect, useState } from 'preact/hooks'
import type { Assessment, Form } from '../../utils/messages'
import { ask } from '../ask'

/** Due process is asked once the typing rests, milliseconds. */
const REST = 400
const NONE: Assessment = { blocked: [], secondReviewer: [], warnings: [] }

/**
 * What due process says of the form; the last answer stays until there is a newer one. `fresh`: it is about the form
 * as it stands.
 */
export function useCheck(
  draftId: string | null,
  form: Form,
  on: boolean,
): { assessment: Assessment; fresh: boolean } {
  const [checked, setChecked] = useState<{ form: Form; assessment: Assessment } | null>(null)
  const wanted = draftId !== null && on && form.grounds.length > 0
  useEffect(() => {
    if (draftId === null || !wanted) return
    let stale = false
    const timer = setTimeout(() => {
      ask('draft.check', { draftId, form }).then(
        (assessment) => !stale && setChecked({ form, assessment }),
        // It is asked again at sending.
        () => {},
      )
    }, REST)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [draftId, form, wanted])
  const assessment = (form.grounds.length > 0 && checked?.assessment) || NONE
  return { assessment, fresh: checked?.form === form }
}
