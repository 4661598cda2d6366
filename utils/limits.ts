/** How much of a post travels in the notice itself, characters; the whole text is in the evidence. */
export const MAX_TEXT = 100_000

/** Parts of the item's media that one ground may name. */
export const MAX_PLACES = 20
