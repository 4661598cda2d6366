/** How much of a post travels in the notice itself, characters; the whole text is in the evidence. */
export const MAX_TEXT = 100_000
