/** Stands behind the form's address when the page took the form's frame out, and it came back. */
export const AGAIN = '~'
