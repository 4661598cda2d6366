import { OWN_OFFICE } from '../../grounds/questions'
import { ownOffice } from '../answers'
import { safeguard } from '../safeguard'
import { foldedWords, size } from '../text'

const MIN_NAME = 6

/** Nobody decides alone on what is said of his own office. */
export const conflictOfInterest = safeguard({
  id: 'conflictOfInterest',
  number: 19,
  source: 'CM/Rec(2018)2; CM/Rec(2016)5 (criticism of public authorities)',
  finds: {
    ownOfficeBlocked: 'block',
    ownOfficeSecond: 'secondReviewer',
    ownOfficeNamed: 'secondReviewer',
  },
  check({ notice: { item, grounds }, rules }, when) {
    const name = rules.names.organisation ?? ''
    const text = ` ${foldedWords(item.text ?? '')} `
    const named = size(name) >= MIN_NAME && text.includes(` ${foldedWords(name)} `)
    return [
      ...grounds.flatMap(({ ground, answers }, i) =>
        when(
          ownOffice(ground, answers) === 'yes',
          rules.ownOffice === 'block' ? 'ownOfficeBlocked' : 'ownOfficeSecond',
          `grounds.${i}.answers.${OWN_OFFICE}`,
        ),
      ),
      ...when(named, 'ownOfficeNamed', 'item.text', { name }),
    ]
  },
})
