/** What the verifier looks at, in the order in which it says so. */
export const CHECKS = [
  'container',
  'copy',
  'package',
  'files',
  'signature',
  'account',
  'archive',
  'index',
  'pages',
  'record',
  'snapshot',
  'media',
  'digest',
  'receipt',
  'timestamp',
] as const
export type Check = (typeof CHECKS)[number]

/** What does not hold: a code that the interface words (`verify.fault.<code>`), and where. */
export type Fault = { code: FaultCode; params?: Record<string, string | number> }
export type FaultCode =
  | 'empty'
  | 'noBundle'
  | 'cut'
  | 'tooLarge'
  | 'structure'
  | 'missing'
  | 'form'
  | 'hash'
  | 'unlisted'
  | 'differs'
  | 'unpack'
  | 'unsigned'
  | 'signature'
  | 'class'
  | 'otherDigest'
  | 'receipt'
  | 'timestamp'

/**
 * One line: what was checked and whether it holds. `absent`: there is nothing of the kind in the bundle, which is no
 * fault (a bundle that was not sent yet has no receipt). `unchecked`: it is there, and only said to be right.
 * `params` are the figures of its words.
 */
export type Line = {
  check: Check
  state: 'holds' | 'fails' | 'absent' | 'unchecked'
  params: Record<string, string | number>
  faults: Fault[]
}

/** The whole answer. `holds` only if no line fails. */
export type Report = { holds: boolean; lines: Line[] }

/** Stops a check whose next steps would have nothing to look at. */
export class FaultError extends Error {
  constructor(readonly fault: Fault) {
    super(fault.code)
  }
}

export function fail(code: FaultCode, params?: Fault['params']): never {
  throw new FaultError(params ? { code, params } : { code })
}

/** The most faults that one line lists. */
const MOST = 20

export type Add = (code: FaultCode, params?: Fault['params']) => void

/** The lines of one report, as its checks are made. */
export class Lines {
  readonly all: Line[] = []

  /**
   * Makes one check and gives what it found out, or null where it could not go on: it throws a `FaultError` then. Any
   * other error is a fault, too: nothing that a file holds may end the verifier.
   */
  async check<T>(check: Check, work: (add: Add, line: Line) => T | Promise<T>): Promise<T | null> {
    const line: Line = { check, state: 'holds', params: {}, faults: [] }
    const add: Add = (code, params) => {
      if (line.faults.length < MOST) line.faults.push(params ? { code, params } : { code })
    }
    let found: T | null = null
    try {
      found = await work(add, line)
    } catch (error) {
      if (error instanceof FaultError) add(error.fault.code, error.fault.params)
      else add('form', { file: check, what: error instanceof Error ? error.message : '' })
    }
    if (line.faults.length > 0) line.state = 'fails'
    this.all.push(line)
    return found
  }

  report(): Report {
    return { holds: this.all.every(({ state }) => state !== 'fails'), lines: this.all }
  }
}
