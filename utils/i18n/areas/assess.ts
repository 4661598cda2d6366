import { en } from './assess/en'
import { kk } from './assess/kk'
import { ru } from './assess/ru'

/** What due process finds: what is wrong, and what to do. One text for each code of `utils/assess/safeguards`. */
export const assess = { en, ru, kk }
