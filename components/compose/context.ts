import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { CaptureClass } from '../../utils/grounds/ground'
import type { Form, FormGround } from '../../utils/messages'
import type { Placed } from './problems'

/** What every part of the form may see and do. */
export type FormPart = {
  form: Form
  /** Changes what was typed; it is kept by itself. */
  change: (patch: (form: Form) => Form) => void
  /** The strictest class of the chosen grounds; null: none is chosen. */
  captureClass: CaptureClass | null
  problems: readonly Placed[]
  /** The reviewer has been in this field: from now on it says what it lacks. */
  visited: (field: string) => void
  /** Nothing can be changed: it is being sent, or the extension is gone. */
  readOnly: boolean
  /** Says something to who can't see it, in a pause. */
  say: (words: string) => void
}

export const FormContext = createContext<FormPart | null>(null)

/** The form around this component. */
export function useForm(): FormPart {
  const form = useContext(FormContext)
  if (!form) throw new Error('no form around')
  return form
}

/** Changes one ground's explanation. */
export function changeGround(index: number, patch: Partial<FormGround>): (form: Form) => Form {
  return (form) => ({
    ...form,
    grounds: form.grounds.map((ground, i) => (i === index ? { ...ground, ...patch } : ground)),
  })
}
