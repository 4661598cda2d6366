import { useEffect, useState } from 'preact/hooks'
import type { Assessment, Form } from '../../utils/messages'
import { ask } from '../ask'

/** Due process is asked once the typing rests, milliseconds. */
const REST = 400
const NONE: Assessment = { blocked: [], secondReviewer: [], warnings: [] }

/** What due process says of the form as it stands; the last answer stays until there is a newer one. */
export function useCheck(draftId: string | null, form: Form, on: boolean): Assessment {
  const [assessment, setAssessment] = useState(NONE)
  useEffect(() => {
    if (draftId === null || !on || form.grounds.length === 0) return
    let stale = false
    const timer = setTimeout(() => {
      ask('draft.check', { draftId, form }).then(
        (answer) => !stale && setAssessment(answer),
        () => {},
      )
    }, REST)
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [draftId, form, on])
  return form.grounds.length === 0 ? NONE : assessment
}
