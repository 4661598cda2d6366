import type { Attack } from './attack'
import { backends } from './backends'
import { capturing } from './capturing'
import { embedding } from './embedding'
import { laptop } from './laptop'
import { markup } from './markup'
import { messages } from './messages'
import { off } from './off'
import { plainSight } from './plain-sight'
import { pressed } from './pressed'
import { surviving } from './surviving'
import { typing } from './typing'
import { unseen } from './unseen'

/** Every attack, family by family. */
export const ATTACKS: Attack[] = [
  ...unseen,
  ...off,
  ...pressed,
  ...typing,
  ...messages,
  ...embedding,
  ...capturing,
  ...markup,
  ...backends,
  ...laptop,
  ...surviving,
  ...plainSight,
]
