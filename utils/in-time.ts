import { ProblemError } from './problem'

/** What `work` gives, if it does so in time (milliseconds). @throws ProblemError with `code` if not. */
export async function inTime<T>(work: Promise<T>, ms: number, code: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new ProblemError({ code })), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
