import { AGAIN } from '../../utils/flag/again'

let away = location.hash.endsWith(AGAIN)
addEventListener('focus', () => (away = false), { once: true })

/**
 * The page took this form out, it came back, and the person has not gone on in it yet: so long an empty document
 * beside it has the keys. A form that pulled them would give the page those of the moment of the change.
 */
export const keysAway = () => away
