import type { Safeguard } from './safeguard'
import { bystanders } from './safeguards/bystanders'
import { captureClass } from './safeguards/captureClass'
import { concentration } from './safeguards/concentration'
import { conflictOfInterest } from './safeguards/conflictOfInterest'
import { exactItem } from './safeguards/exactItem'
import { goodFaith } from './safeguards/goodFaith'
import { noAutomation } from './safeguards/noAutomation'
import { noBulk } from './safeguards/noBulk'
import { noInstruction } from './safeguards/noInstruction'
import { notifierName } from './safeguards/notifierName'
import { ownCorrection } from './safeguards/ownCorrection'
import { ownExplanation } from './safeguards/ownExplanation'
import { personalData } from './safeguards/personalData'
import { policyAndLaw } from './safeguards/policyAndLaw'
import { priorDecision } from './safeguards/priorDecision'
import { proportion } from './safeguards/proportion'
import { protectedExpression } from './safeguards/protectedExpression'
import { retention } from './safeguards/retention'
import { specificGround } from './safeguards/specificGround'
import { territory } from './safeguards/territory'
import { twoPersons } from './safeguards/twoPersons'

/** Every rule that a notice is judged by, by its number among the twenty safeguards. */
export const SAFEGUARDS: readonly Safeguard[] = [
  specificGround,
  ownExplanation,
  policyAndLaw,
  exactItem,
  noBulk,
  noAutomation,
  goodFaith,
  protectedExpression,
  twoPersons,
  notifierName,
  ownCorrection,
  personalData,
  bystanders,
  captureClass,
  retention,
  priorDecision,
  concentration,
  territory,
  proportion,
  conflictOfInterest,
  noInstruction,
]

/** Is this the code of a finding of due process? */
export const isFinding = (code: string): boolean => SAFEGUARDS.some(({ finds }) => Object.hasOwn(finds, code))
