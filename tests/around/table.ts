import type { OrganisationRules } from '../../utils/assess/rules'
import { PROTECTED } from '../../utils/grounds/questions'
import type { Form, FormGround } from '../../utils/messages'
import type { GroundUse, Item, Notice } from '../../utils/notice'
import { lawUse, NO_ANSWERS } from '../assess/judged'
import { sampleNotice, sampleUse } from '../support/samples'

/**
 * The twenty safeguards, and how somebody tries to get round each of them: through the form, through the background's
 * messages as a forged page or form would send them, and through the backend's API without any extension. What `finds`
 * names has to be found on that way, and has to do what its rule says: refuse, keep it for a second reviewer, or tell
 * whoever sends. What is no finding on one notice is tried by `special`, which each way's file knows by its name.
 */
export type Case = {
  safeguard: number
  /** The rule that is tried, where the safeguard has several. */
  rule?: string
  form: FormTry
  message: MessageTry
  api: ApiTry
}

type Try = {
  /** What is tried: "to …". */
  tries: string
  /** The organisation's rules that differ from the usual ones. */
  rules?: Partial<OrganisationRules>
  /** Notices that were made before: so many on the same author; or one on the same item, decided. */
  before?: { sameAuthor: number } | 'decided'
} & ({ finds: string; special?: never } | { special: string; finds?: never })

/** What is done in the form: grounds are looked for by these words, then fields are filled in by their names. */
export type FormTry = Try & {
  find?: string[]
  fields?: Record<string, string | boolean>
  item?: Partial<Item>
}
export type MessageTry = Try & { form?: Form; item?: Partial<Item> }
export type ApiTry = Try & { notice?: Partial<Notice> }

const GROUND: FormGround = {
  groundId: 'de.stgb.241',
  why: 'The post calls on people to attack a named place tonight.',
  passage: 'something that a reviewer reads',
  basis: '',
  territory: ['DE'],
  measure: 'restrict',
  elements: Array.from({ length: 12 }, () => true),
  answers: {},
}
export const formOf = (ground: Partial<FormGround> = {}, more: Partial<Form> = {}): Form => ({
  item: {},
  grounds: [{ ...GROUND, ...ground }],
  goodFaith: true,
  reference: '',
  ...more,
})
const use = (more: Partial<GroundUse> = {}, ground: Partial<GroundUse['ground']> = {}): Partial<Notice> => {
  const base = sampleUse(more)
  return { grounds: [{ ...base, ground: { ...base.ground, ...ground } }] }
}
const why = (text: string) => use({ explanation: { ...sampleUse().explanation, why: text } })
const item = (more: Partial<Notice['item']>): Partial<Notice> => ({
  item: { ...sampleNotice().item, ...more },
})

export const WHY = GROUND.why
const ORDER = 'The post calls on people to attack a named place tonight. You must remove it.'
const PHONE = 'The post tells whom to call for the attack tonight: +7 (701) 123-45-67.'
const OTHER = 'The post tells @carol@other.example which house to attack tonight.'
const NAMED = 'The Ministry of Samples saw that the post offers such material to everyone.'
const HASHTAG = 'https://mastodon.example/tags/bob'
/** § 126: its legality depends on context. */
const SPEECH = { groundId: 'de.stgb.126' }
/** § 140: about expression itself. */
const HIGH = { groundId: 'de.stgb.140', answers: NO_ANSWERS }
const ANSWERED = Object.fromEntries(PROTECTED.map(({ id }) => [`grounds.0.answers.${id}`, 'no']))

export const TABLE: readonly Case[] = [
  {
    safeguard: 1,
    rule: 'specificGround',
    form: { tries: 'to send without a ground', special: 'noGround' },
    message: {
      tries: 'to name a ground twice',
      form: { ...formOf(), grounds: [GROUND, GROUND] },
      finds: 'groundTwice',
    },
    api: { tries: 'to name no provision', notice: use({}, { provision: ' ' }), finds: 'groundUnnamed' },
  },
  {
    safeguard: 1,
    rule: 'ownExplanation',
    form: {
      tries: 'to explain nothing',
      find: ['§ 241'],
      fields: { 'grounds.0.why': 'It is bad.' },
      finds: 'whyShort',
    },
    message: { tries: 'to explain nothing', form: formOf({ why: 'It is bad.' }), finds: 'whyShort' },
    api: { tries: 'to explain nothing', notice: why('It is bad.'), finds: 'whyShort' },
  },
  {
    safeguard: 2,
    rule: 'policyAndLaw',
    form: {
      tries: 'to explain rule and law in one',
      find: ['§ 241', 'spam'],
      fields: { 'grounds.0.why': WHY, 'grounds.1.why': WHY },
      finds: 'whyForBoth',
    },
    message: {
      tries: 'to explain rule and law in one',
      form: {
        ...formOf(),
        grounds: [GROUND, { ...GROUND, groundId: 'mastodon.category-spam', territory: ['global'] }],
      },
      finds: 'whyForBoth',
    },
    api: {
      tries: 'to explain rule and law in one',
      notice: { grounds: [sampleUse(), lawUse({ explanation: sampleUse().explanation })] },
      finds: 'whyForBoth',
    },
  },
  {
    safeguard: 3,
    rule: 'exactItem',
    form: {
      tries: 'to report a hashtag',
      find: ['§ 241'],
      fields: { 'grounds.0.why': WHY, 'item.permalink': HASHTAG },
      finds: 'addressIsList',
    },
    message: {
      tries: 'to report a hashtag',
      form: formOf({}, { item: { permalink: HASHTAG } }),
      finds: 'addressIsList',
    },
    api: { tries: 'to report a hashtag', notice: item({ permalink: HASHTAG }), finds: 'addressIsList' },
  },
  {
    safeguard: 4,
    rule: 'noBulk',
    form: {
      tries: 'to report all that one person wrote',
      before: { sameAuthor: 2 },
      find: ['§ 241'],
      fields: { 'grounds.0.why': WHY },
      finds: 'manyOnAuthor',
    },
    message: {
      tries: 'to report all that one person wrote',
      before: { sameAuthor: 2 },
      form: formOf(),
      finds: 'manyOnAuthor',
    },
    api: {
      tries: 'to report all that one person wrote',
      before: { sameAuthor: 2 },
      finds: 'manyOnAuthor',
    },
  },
  {
    safeguard: 4,
    rule: 'noAutomation',
    form: { tries: 'to have a script press Send', special: 'untrusted' },
    message: {
      tries: 'to send more in a minute than a person writes',
      rules: { maxPerMinute: 1 },
      before: { sameAuthor: 1 },
      form: formOf(),
      finds: 'tooFast',
    },
    api: {
      tries: 'to send more in a minute than a person writes, and to date them back',
      rules: { maxPerMinute: 2 },
      special: 'tooFast',
    },
  },
  {
    safeguard: 5,
    rule: 'goodFaith',
    form: { tries: 'to send without the declaration', special: 'noDeclaration' },
    message: {
      tries: 'to send without the declaration',
      form: formOf({}, { goodFaith: false }),
      finds: 'declarationMissing',
    },
    api: {
      tries: 'to declare once for all',
      notice: {
        declaration: { ...sampleNotice().declaration, madeAt: new Date(Date.now() - 9e8).toISOString() },
      },
      finds: 'declarationStale',
    },
  },
  {
    safeguard: 6,
    rule: 'protectedExpression',
    form: {
      tries: 'to leave open what may protect it',
      find: ['§ 126'],
      fields: { 'grounds.0.why': WHY },
      finds: 'questionOpen',
    },
    message: { tries: 'to leave open what may protect it', form: formOf(SPEECH), finds: 'questionOpen' },
    api: {
      tries: 'to leave open what may protect it',
      notice: use({}, { speech: 'context' }),
      finds: 'questionOpen',
    },
  },
  {
    safeguard: 7,
    rule: 'twoPersons',
    form: {
      tries: 'to send what a second reviewer decides on',
      find: ['§ 140'],
      fields: { 'grounds.0.why': WHY, ...ANSWERED },
      finds: 'secondForSpeech',
    },
    message: { tries: 'to approve one’s own notice', form: formOf(HIGH), special: 'ownApproval' },
    api: { tries: 'to approve one’s own notice', special: 'ownApproval' },
  },
  {
    safeguard: 8,
    form: { tries: 'to leave no time for undoing', rules: { coolingSeconds: 60 }, special: 'cooling' },
    message: { tries: 'to send before its time', rules: { coolingSeconds: 60 }, special: 'cooling' },
    api: { tries: 'to send before its time', rules: { coolingSeconds: 3600 }, special: 'cooling' },
  },
  {
    safeguard: 9,
    rule: 'notifierName',
    form: {
      tries: 'to name who is kept from the author',
      find: ['§ 184b'],
      fields: { 'grounds.0.why': NAMED },
      finds: 'notifierNamed',
    },
    message: {
      tries: 'to name who is kept from the author',
      form: formOf({ groundId: 'de.stgb.184b', why: NAMED, passage: '' }),
      finds: 'notifierNamed',
    },
    api: {
      tries: 'to report in another’s name',
      notice: { reviewer: { code: 'R2' } },
      finds: 'otherReviewer',
    },
  },
  {
    safeguard: 10,
    rule: 'ownCorrection',
    form: { tries: 'to leave no trace of what was taken back', special: 'noTrace' },
    message: { tries: 'to take a line out of the ledger', special: 'noTrace' },
    api: {
      tries: 'to correct what another account sent',
      notice: { corrects: crypto.randomUUID() },
      finds: 'correctsOther',
    },
  },
  {
    safeguard: 11,
    rule: 'personalData',
    form: {
      tries: 'to write a telephone number into it',
      find: ['§ 241'],
      fields: { 'grounds.0.why': PHONE },
      finds: 'phoneNumber',
    },
    message: {
      tries: 'to bring personal data into what is published',
      form: formOf({ why: PHONE }),
      special: 'published',
    },
    api: { tries: 'to write a telephone number into it', notice: why(PHONE), finds: 'phoneNumber' },
  },
  {
    safeguard: 12,
    rule: 'bystanders',
    form: {
      tries: 'to name somebody who did not write it',
      find: ['§ 241'],
      fields: { 'grounds.0.why': OTHER },
      finds: 'othersNamed',
    },
    message: {
      tries: 'to name who shared it',
      item: { repostedBy: 'Carol Bystander' },
      form: formOf(),
      special: 'reposter',
    },
    api: {
      tries: 'to name who shared it',
      notice: item({ repostedBy: 'Carol Bystander' }),
      finds: 'reposterNamed',
    },
  },
  {
    safeguard: 13,
    rule: 'captureClass',
    form: { tries: 'to quote what nobody may keep', find: ['§ 184b'], special: 'addressAlone' },
    message: {
      tries: 'to quote what nobody may keep',
      form: formOf({ groundId: 'de.stgb.184b' }),
      finds: 'capturePassage',
    },
    api: {
      tries: 'to bring the text along',
      notice: use({}, { capture: 'url' }),
      finds: 'captureContent',
    },
  },
  {
    safeguard: 14,
    rule: 'retention',
    form: {
      tries: 'to keep evidence beyond what the organisation allows',
      rules: { maxRetentionDays: 90 },
      find: ['§ 241'],
      fields: { 'grounds.0.why': WHY },
      finds: 'retentionLong',
    },
    message: {
      tries: 'to keep evidence beyond what the organisation allows',
      rules: { maxRetentionDays: 90 },
      form: formOf(),
      finds: 'retentionLong',
    },
    api: {
      tries: 'to give a ground more days',
      notice: use({}, { retentionDays: 3650 }),
      finds: 'retentionLong',
    },
  },
  {
    safeguard: 15,
    form: { tries: 'to leave out that the author be told', special: 'authorTold' },
    message: { tries: 'to leave out that the author be told', form: formOf(), special: 'authorTold' },
    api: {
      tries: 'to leave out that the author be told',
      notice: {
        declaration: {
          ...sampleNotice().declaration,
          version: 1,
          text: 'I believe in good faith that the information and allegations in this notice are accurate and complete. I ask the platform to assess the item under the grounds named here; what follows from them is for the platform to decide.',
        },
      },
      finds: 'declarationOther',
    },
  },
  {
    safeguard: 16,
    rule: 'priorDecision',
    form: {
      tries: 'to report again what was decided, instead of a complaint',
      before: 'decided',
      find: ['§ 241'],
      fields: { 'grounds.0.why': WHY },
      finds: 'decidedBefore',
    },
    message: {
      tries: 'to report again what was decided, instead of a complaint',
      before: 'decided',
      form: formOf(),
      finds: 'decidedBefore',
    },
    api: {
      tries: 'to report again what was decided, instead of a complaint',
      before: 'decided',
      finds: 'decidedBefore',
    },
  },
  {
    safeguard: 17,
    rule: 'concentration',
    form: {
      tries: 'not to hear that it is always the same author',
      rules: { maxOpenPerAuthor: null },
      before: { sameAuthor: 9 },
      find: ['§ 241'],
      fields: { 'grounds.0.why': WHY },
      finds: 'concentratedAuthor',
    },
    message: {
      tries: 'not to hear that it is always the same author',
      rules: { maxOpenPerAuthor: null },
      before: { sameAuthor: 9 },
      form: formOf({}, { reasons: { manyOnAuthor: 'She names another house each time.' } }),
      finds: 'concentratedAuthor',
    },
    api: {
      tries: 'not to hear that it is always the same author',
      rules: { maxOpenPerAuthor: null },
      before: { sameAuthor: 9 },
      notice: { reasons: { manyOnAuthor: 'She names another house each time.' } },
      finds: 'concentratedAuthor',
    },
  },
  {
    safeguard: 18,
    rule: 'territory',
    form: {
      tries: 'to take a law across its borders',
      find: ['§ 241'],
      fields: { 'grounds.0.why': WHY, 'grounds.0.territory': 'FR' },
      finds: 'territoryBeyondLaw',
    },
    message: {
      tries: 'to take a law everywhere',
      form: formOf({ territory: ['global'] }),
      finds: 'territoryBeyondLaw',
    },
    api: {
      tries: 'to take a law across its borders',
      notice: { grounds: [lawUse({ territory: ['KZ'] })] },
      finds: 'territoryBeyondLaw',
    },
  },
  {
    safeguard: 18,
    rule: 'proportion',
    form: {
      tries: 'not to hear that there is a milder measure',
      find: ['§ 241'],
      fields: { 'grounds.0.why': WHY, 'grounds.0.measure': 'remove' },
      finds: 'measureBeyondLaw',
    },
    message: {
      tries: 'not to hear that there is a milder measure',
      form: formOf({ measure: 'remove' }),
      finds: 'measureBeyondLaw',
    },
    api: {
      tries: 'not to hear that there is a milder measure',
      notice: { grounds: [lawUse({ measure: 'remove' })] },
      finds: 'measureBeyondLaw',
    },
  },
  {
    safeguard: 19,
    rule: 'conflictOfInterest',
    form: {
      tries: 'to decide alone on criticism of the own office',
      find: ['§ 241'],
      item: { text: 'The Ministry of Samples burns houses. It is something that a reviewer reads.' },
      fields: { 'grounds.0.why': WHY },
      finds: 'ownOfficeNamed',
    },
    message: {
      tries: 'to decide alone on criticism of the own office',
      item: { text: 'The Ministry of Samples burns houses. It is something that a reviewer reads.' },
      form: formOf(),
      finds: 'ownOfficeNamed',
    },
    api: { tries: 'to have a colleague of the same unit approve it', special: 'ownUnit' },
  },
  {
    safeguard: 20,
    rule: 'noInstruction',
    form: {
      tries: 'to order instead of asking',
      find: ['§ 241'],
      fields: { 'grounds.0.why': ORDER },
      finds: 'orderNotRequest',
    },
    message: { tries: 'to order instead of asking', form: formOf({ why: ORDER }), finds: 'orderNotRequest' },
    api: {
      tries: 'to declare an order',
      notice: { declaration: { ...sampleNotice().declaration, text: 'I order you to remove the item.' } },
      finds: 'declarationOther',
    },
  },
]
