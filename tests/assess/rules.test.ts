import { describe, expect, it } from 'vitest'
import { SAFEGUARDS } from '../../utils/assess/safeguards'
import { declaration } from '../../utils/grounds/declaration'
import type { EvidenceRef } from '../../utils/notice'
import { sampleUse } from '../support/samples'
import { type Change, findings, judged, lawUse, NO_ANSWERS } from './judged'

/** What is found on one side of a boundary, and what on the other. `[]`: this finding is not there. */
type Row = [what: string, change: Change, finding: string | null]

/** The first version of the statement, which was asked for until the day on which the second came. */
const V1 = {
  version: 1,
  language: 'en',
  text: 'I believe in good faith that the information and allegations in this notice are accurate and complete. I ask the platform to assess the item under the grounds named here; what follows from them is for the platform to decide.',
}
const V1_TIME = Date.parse('2026-11-24T23:59:59.000Z')
const MINUTE = 60_000
const AT = Date.parse('2026-11-25T11:59:00.000Z')
const at = (ms: number) => ({
  createdAt: new Date(ms).toISOString(),
  declaration: { ...declaration('en'), madeAt: new Date(ms).toISOString() },
})
const account = { ground: { scope: 'account' as const } }
const evidence = (captureClass: EvidenceRef['captureClass']): EvidenceRef => ({
  sha256: '0'.repeat(64),
  bytes: 1,
  mediaType: 'application/wacz',
  captureClass,
  capturedAt: '2026-11-24T12:00:00.000Z',
})
const onX = { platform: 'x', permalink: 'https://x.com/ada/status/1' }
const xRule = { platform: 'x' }
const address = (permalink: string, platform = 'web'): Change => ({
  item: { platform, permalink },
  ground: { platform: platform === 'web' ? 'own-pack' : platform },
})
const bare = {
  author: { name: null, handle: null, address: null },
  text: null,
  timeText: null,
  quotes: null,
  repostedBy: null,
  media: [],
}
const picture = { kind: 'image' as const, url: null, poster: null, alt: null }
const why = (text: string): Change => ({ explanation: { why: text } })
const speech: Change = { ground: { speech: 'context' }, use: { answers: NO_ANSWERS } }
const answered = (answers: Record<string, string>, ground: Change['ground'] = {}): Change => ({
  ground: { speech: 'context', ...ground },
  use: { answers: { ...NO_ANSWERS, ...answers } },
})
const FIRST = '01900000-0000-7000-8000-000000000001'
const REASON = 'It reaches many people, and it names a house and a time.'

const TABLE: Record<string, Row[]> = {
  specificGround: [
    ['no provision', { ground: { provision: ' ' } }, 'block groundUnnamed grounds.0'],
    ['a provision', { ground: { provision: '1' } }, null],
    ['no instrument', { ground: { instrument: '\n' } }, 'block groundUnnamed grounds.0'],
    [
      'not specified',
      { ground: { dsa: { category: 'STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE', keywords: [] } } },
      'block groundUnnamed grounds.0',
    ],
    ['the same ground twice', { more: [sampleUse()] }, 'block groundTwice grounds.1'],
    ['two grounds', { more: [lawUse()] }, null],
    ['over', { notice: at(AT), ground: { validTo: '2026-11-23' } }, 'block groundOver grounds.0'],
    ['its last day, anywhere on earth', { notice: at(AT), ground: { validTo: '2026-11-24' } }, null],
    ['not yet', { notice: at(AT), ground: { validFrom: '2026-11-27' } }, 'block groundNotYet grounds.0'],
    ['its first day, anywhere on earth', { notice: at(AT), ground: { validFrom: '2026-11-26' } }, null],
    [
      'checked a year ago',
      { notice: at(AT), ground: { checkedOn: '2025-11-25' } },
      'warn groundStale grounds.0',
    ],
    ['checked within a year', { notice: at(AT), ground: { checkedOn: '2025-11-26' } }, null],
    ['an element not found', { use: { elements: [false] } }, 'warn elementsOpen grounds.0.elements'],
    ['an element without an answer', { use: { elements: [] } }, 'warn elementsOpen grounds.0.elements'],
    ['all elements found', { use: { elements: [true] } }, null],
  ],
  ownExplanation: [
    ['nothing', why(' \n'), 'block whyMissing grounds.0.why'],
    ['marks only', why('…!?'), 'block whyMissing grounds.0.why'],
    ['29 letters', why('They urge readers to attack it a, now.'), 'block whyShort grounds.0.why'],
    ['30 letters', why('They urge readers to attack it al, now.'), null],
    [
      'four words',
      why('Ausdrücklicher Angriffsaufruf gegen Nachbarschaftshilfe'),
      'block whyShort grounds.0.why',
    ],
    ['five words', why('Ausdrücklicher Angriffsaufruf gegen die Nachbarschaftshilfe'), null],
    ['a script without spaces', why('この投稿は今夜その家を襲えと読者に呼びかけている。'), null],
    [
      'the title with three words of one’s own',
      why('This is no incitement to violence, server rules, rule 1'),
      'block whyIsTitle grounds.0.why',
    ],
    ['four words of one’s own', why('This is clear incitement here to violence, rule 1'), null],
    [
      'the title in another language',
      {
        ...why('Это же подстрекательство к насилию по правилам сервера'),
        ground: { titles: { ru: 'Подстрекательство к насилию по правилам сервера' } },
      },
      'block whyIsTitle grounds.0.why',
    ],
    [
      'an element’s words',
      {
        ...why('It calls for violence against a named group of people: yes.'),
        ground: { elements: [{ en: 'It calls for violence against a named group of people.' }] },
      },
      'block whyIsTitle grounds.0.why',
    ],
    [
      'the item’s own words',
      why('A SAMPLE post about something that a reviewer reads, that says it'),
      'block whyIsCopy grounds.0.why',
    ],
    [
      'the passage’s own words',
      {
        explanation: {
          why: 'burn the house at midnight, all of you: yes',
          passage: 'Burn the house at midnight, all of you',
        },
      },
      'block whyIsCopy grounds.0.why',
    ],
    [
      'a quotation and an explanation',
      why('It says “a sample post about something” and means an attack on the house.'),
      null,
    ],
    [
      'as in an earlier notice',
      { history: { copied: ['mastodon.rule-1'] } },
      'warn whyFromEarlier grounds.0.why',
    ],
    ['another ground’s was', { history: { copied: ['de.stgb.241'] } }, null],
    ['no passage', { explanation: { passage: null } }, 'warn passageMissing grounds.0.passage'],
    ['no passage of an item without text', { item: { text: null }, explanation: { passage: null } }, null],
    [
      'another passage',
      { explanation: { passage: 'words of others' } },
      'warn passageElsewhere grounds.0.passage',
    ],
    [
      'of a text that was cut off',
      { item: { truncated: true }, explanation: { passage: 'words of others' } },
      null,
    ],
    [
      'a place in place of a passage',
      {
        item: { media: [picture] },
        explanation: { passage: null, places: [{ media: 0, fragment: 'xywh=percent:10,10,20,20' }] },
      },
      null,
    ],
    [
      'a place in no medium of the item',
      {
        item: { media: [picture] },
        explanation: { places: [{ media: 1, fragment: 'xywh=percent:10,10,20,20' }] },
      },
      'block placeElsewhere grounds.0.places',
    ],
    [
      'a time of a still picture',
      { item: { media: [picture] }, explanation: { places: [{ media: 0, fragment: 't=5' }] } },
      'block placeElsewhere grounds.0.places',
    ],
    ['the passage in other case and marks', { explanation: { passage: 'SOMETHING, that a reviewer' } }, null],
  ],
  policyAndLaw: [
    ['a law with a platform', { use: lawUse({}, { platform: 'x' }) }, 'block groundKindWrong grounds.0'],
    ['a rule with a jurisdiction', { ground: { jurisdiction: 'DE' } }, 'block groundKindWrong grounds.0'],
    ['a law', { use: lawUse() }, null],
    ['another platform’s rule', { ground: { platform: 'x' } }, 'block policyElsewhere grounds.0'],
    [
      'another server’s own rule',
      { ground: { platform: 'town.example' } },
      'block policyElsewhere grounds.0',
    ],
    ['the server’s own rule', { ground: { platform: 'mastodon.example' } }, null],
    ['the platform’s own', { item: onX, ground: xRule }, null],
    [
      'the owner’s',
      {
        item: { platform: 'facebook', permalink: 'https://www.facebook.com/reel/1' },
        ground: { platform: 'meta' },
      },
      null,
    ],
    [
      'a known platform’s rule on another page',
      { item: { platform: 'web', permalink: 'https://a.example/1' }, ground: xRule },
      'block policyElsewhere grounds.0',
    ],
    ['free software’s rule on a page', { item: { platform: 'web', permalink: 'https://a.example/1' } }, null],
    ['an own pack’s rule on a page', address('https://a.example/1'), null],
    [
      'one explanation for rule and law',
      { more: [lawUse({ explanation: sampleUse().explanation })] },
      'block whyForBoth grounds.1.why',
    ],
    ['an explanation each', { more: [lawUse()] }, null],
    [
      'one explanation for two rules',
      { more: [sampleUse({ ground: { ...sampleUse().ground, id: 'mastodon.rule-2' } })] },
      'warn whyForSeveral grounds.1.why',
    ],
    ['an authority without a law', { rules: { publicAuthority: true } }, 'warn lawNotNamed grounds'],
    ['an authority with a law', { rules: { publicAuthority: true }, more: [lawUse()] }, null],
    ['a trusted flagger without a law', { rules: { publicAuthority: false } }, null],
  ],
  exactItem: [
    ['a post', address('https://x.com/ada/status/1', 'x'), null],
    ['a profile', address('https://x.com/ada', 'x'), 'block addressIsAccount item.permalink'],
    [
      'a profile, for an account’s ground',
      { ...address('https://x.com/ada', 'x'), ground: { ...xRule, ...account.ground } },
      null,
    ],
    [
      'a profile, for grounds of which one is about items',
      { ...address('https://x.com/ada', 'x'), ground: { ...xRule, ...account.ground }, more: [lawUse()] },
      'block addressIsAccount item.permalink',
    ],
    ['a channel', address('https://t.me/channel', 'telegram'), 'block addressIsAccount item.permalink'],
    ['its message', address('https://t.me/channel/7', 'telegram'), null],
    ['what was read as a profile', { item: { kind: 'profile' } }, 'block addressIsAccount item.permalink'],
    ['a hashtag', address('https://x.com/hashtag/samples', 'x'), 'block addressIsList item.permalink'],
    ['a search', address('https://x.com/search?q=samples', 'x'), 'block addressIsList item.permalink'],
    [
      'a search said to be a page of the web',
      address('https://x.com/search?q=samples'),
      'block addressIsList item.permalink',
    ],
    [
      'a profile said to be a page of the web',
      address('https://x.com/ada'),
      'block addressIsAccount item.permalink',
    ],
    ['a feed', address('https://x.com/home', 'x'), 'block addressUnknown item.permalink'],
    [
      'a list of tags',
      address('https://mastodon.example/tags/samples', 'mastodon'),
      'block addressIsList item.permalink',
    ],
    [
      'explore',
      address('https://mastodon.example/explore', 'mastodon'),
      'block addressIsList item.permalink',
    ],
    ['another site’s', address('https://a.example/1', 'x'), 'block addressUnknown item.permalink'],
    ['no https', address('http://a.example/1'), 'block addressNotPlain item.permalink'],
    ['with a name in it', address('https://ada@a.example/1'), 'block addressNotPlain item.permalink'],
    ['a script', address('javascript:alert(1)'), 'block addressNotPlain item.permalink'],
    ['this machine', address('https://localhost/1'), 'block addressNotPlain item.permalink'],
    ['a page', address('https://a.example/1'), null],
    ['a search on any page', address('https://a.example/find?q=x'), 'block addressIsList item.permalink'],
    ['a tag on any page', address('https://a.example/news/tag/x'), 'block addressIsList item.permalink'],
    ['a whole site', address('https://a.example/'), 'warn addressWholeSite item.permalink'],
    ['what is no public address', address('whatsapp:3EB0F0', 'whatsapp'), null],
    ['another’s reference', address('whatsapp:3EB0F0', 'x'), 'block addressNotPlain item.permalink'],
    [
      'with what names the visit',
      address('https://x.com/ada/status/1?s=20', 'x'),
      'block addressNotCanonical item.permalink',
    ],
    ['a host like a platform’s', address('https://faceb00k.com/1'), 'warn addressLookalike item.permalink'],
    [
      'a platform’s host below another',
      address('https://x.com.evil.example/1'),
      'warn addressLookalike item.permalink',
    ],
    [
      'Punycode for a platform’s name',
      address('https://xn--fcebook-2fg.com/1'),
      'warn addressLookalike item.permalink',
    ],
    ['Punycode for another name', address('https://xn--80ak6aa92e.com/1'), null],
  ],
  noBulk: [
    ['the second on an author', { history: { openOnAuthor: 1 } }, null],
    ['the third', { history: { openOnAuthor: 2 } }, 'block manyOnAuthor reasons.manyOnAuthor'],
    [
      'the third, with a reason of 19 letters',
      { history: { openOnAuthor: 2 }, notice: { reasons: { manyOnAuthor: 'It is another attac' } } },
      'block manyOnAuthor reasons.manyOnAuthor',
    ],
    [
      'the third, with a reason',
      { history: { openOnAuthor: 2 }, notice: { reasons: { manyOnAuthor: REASON } } },
      'warn manyOnAuthorSaid reasons.manyOnAuthor',
    ],
    ['the tenth', { history: { mostOnAuthor: 9 } }, null],
    ['the eleventh', { history: { mostOnAuthor: 10 } }, 'block tooManyOnAuthor item.permalink'],
    [
      'the eleventh, where no number is set',
      { history: { mostOnAuthor: 10 }, rules: { maxOpenPerAuthor: null } },
      null,
    ],
    [
      'the second, where one is set',
      { history: { mostOnAuthor: 1 }, rules: { maxOpenPerAuthor: 1 } },
      'block tooManyOnAuthor item.permalink',
    ],
    [
      'three other items in the explanation',
      why(
        'So do https://x.com/a/status/1, https://x.com/a/status/2 and https://x.com/a/status/3: all attack people.',
      ),
      'block otherItems grounds.0.why',
    ],
    [
      'two other items',
      why('So do https://x.com/a/status/1 and https://x.com/a/status/2: they all attack people.'),
      null,
    ],
    [
      'the same item thrice',
      why(
        'See https://x.com/a/status/1, https://x.com/a/status/1?s=1, https://x.com/a/status/1#c: all attack people.',
      ),
      null,
    ],
    ['an open notice on the item', { history: { openOnItem: true } }, 'warn alreadyReported item.permalink'],
  ],
  noAutomation: [
    ['the same instant', { history: { sameInstant: true } }, 'block declarationShared goodFaith'],
    ['eleven more in a minute', { history: { inSameMinute: 11 } }, null],
    ['twelve more in a minute', { history: { inSameMinute: 12 } }, 'block tooFast goodFaith'],
    [
      'a time to come',
      { notice: at(AT), history: { receivedAt: AT - 25 * 60 * MINUTE } },
      'block madeAhead createdAt',
    ],
    ['a clock that is ahead', { notice: at(AT), history: { receivedAt: AT - 23 * 60 * MINUTE } }, null],
    [
      'waited 31 days',
      { notice: at(AT), history: { receivedAt: AT + 31 * 24 * 60 * MINUTE } },
      'block madeLongAgo createdAt',
    ],
    ['waited 29 days', { notice: at(AT), history: { receivedAt: AT + 29 * 24 * 60 * MINUTE } }, null],
  ],
  goodFaith: [
    [
      'another text',
      {
        notice: {
          declaration: { ...declaration('en'), text: 'I believe it.', madeAt: new Date(AT).toISOString() },
          createdAt: new Date(AT).toISOString(),
        },
      },
      'block declarationOther goodFaith',
    ],
    [
      'another language’s text',
      { notice: { ...at(AT), declaration: { ...at(AT).declaration, language: 'ru' } } },
      'block declarationOther goodFaith',
    ],
    [
      'a version that nobody asked for',
      { notice: { ...at(AT), declaration: { ...at(AT).declaration, version: 99 } } },
      'block declarationOther goodFaith',
    ],
    [
      'a version that was replaced',
      { notice: { ...at(AT), declaration: { ...V1, madeAt: new Date(AT).toISOString() } } },
      'block declarationOther goodFaith',
    ],
    [
      'the same version in its time',
      { notice: { ...at(V1_TIME), declaration: { ...V1, madeAt: new Date(V1_TIME).toISOString() } } },
      null,
    ],
    ['ours', { notice: at(AT) }, null],
    [
      'in Kazakh',
      { notice: { ...at(AT), declaration: { ...declaration('kk'), madeAt: new Date(AT).toISOString() } } },
      null,
    ],
    [
      'made an hour and a second before',
      {
        notice: {
          ...at(AT),
          declaration: { ...declaration('en'), madeAt: new Date(AT - 3_601_000).toISOString() },
        },
      },
      'block declarationStale goodFaith',
    ],
    [
      'made an hour before',
      {
        notice: {
          ...at(AT),
          declaration: { ...declaration('en'), madeAt: new Date(AT - 3_600_000).toISOString() },
        },
      },
      null,
    ],
  ],
  protectedExpression: [
    ['conduct is not asked about', { use: { answers: {} } }, null],
    ['no answer', { ground: { speech: 'context' } }, 'block questionOpen grounds.0.answers.satire'],
    ['something that is no answer', answered({ news: 'maybe' }), 'block questionOpen grounds.0.answers.news'],
    [
      'one’s own office without an answer',
      answered({ 'own-office': '' }),
      'block questionOpen grounds.0.answers.own-office',
    ],
    ['all answered', speech, null],
    [
      'the threshold test without an answer',
      answered({ 'rabat-intent': 'no' }, { test: 'rabat' }),
      'block questionOpen grounds.0.answers.rabat-intent',
    ],
    ['the threshold test answered', answered({}, { test: 'rabat' }), null],
    [
      'low in the threshold test',
      answered({ 'rabat-extent': 'low' }, { test: 'rabat' }),
      'warn thresholdLow grounds.0.answers.rabat-extent',
    ],
    [
      'satire',
      answered({ satire: 'yes', nevertheless: REASON }),
      'warn protectedLikely grounds.0.answers.satire',
    ],
    [
      'satire, and no reason',
      answered({ satire: 'yes' }),
      'block neverthelessShort grounds.0.answers.nevertheless',
    ],
    [
      'satire, and hardly a reason',
      answered({ satire: 'yes', nevertheless: 'It is serious, yes' }),
      'block neverthelessShort grounds.0.answers.nevertheless',
    ],
  ],
  twoPersons: [
    ['a ground that asks for it', { ground: { secondReviewer: true } }, 'second secondForGround grounds.0'],
    ['a ground that does not', { ground: { secondReviewer: false } }, null],
    ['expression itself', answered({}, { speech: 'high' }), 'second secondForSpeech grounds.0'],
    ['context', speech, null],
    [
      'an answer that protects',
      answered({ art: 'yes', nevertheless: REASON }),
      'second secondForAnswer grounds.0',
    ],
    ['an organisation that always asks', { rules: { secondReviewer: 'always' } }, 'second secondByRules'],
  ],
  notifierName: [
    ['another’s code', { notice: { reviewer: { code: 'R2' } } }, 'block otherReviewer reviewer.code'],
    [
      'shown though suppressed',
      { ground: { notifierIdentity: 'suppress' } },
      'block notifierShown discloseNotifier',
    ],
    ['kept back', { ground: { notifierIdentity: 'suppress' }, notice: { discloseNotifier: false } }, null],
    [
      'the organisation’s name though suppressed',
      {
        ...why('The ministry of samples has seen that this house shall burn at midnight.'),
        ground: { notifierIdentity: 'suppress' },
        notice: { discloseNotifier: false },
      },
      'block notifierNamed grounds.0.why',
    ],
    [
      'the organisation’s name',
      why('The ministry of samples has seen that this house shall burn at midnight.'),
      null,
    ],
    [
      'the reviewer’s own name',
      { explanation: { basis: 'Seen by AIGERIM SAMPLE on the spot.' } },
      'warn reviewerNamed grounds.0.basis',
    ],
    ['a part of it', { explanation: { basis: 'Seen by Aigerim on the spot.' } }, null],
  ],
  ownCorrection: [
    ['another’s notice', { history: { correctsOwn: false } }, 'block correctsOther corrects'],
    [
      'one’s own, without a reason',
      { history: { correctsOwn: true }, notice: { corrects: FIRST } },
      'block correction reasons.correction',
    ],
    [
      'one’s own, with one',
      {
        history: { correctsOwn: true },
        notice: { corrects: FIRST, reasons: { correction: 'x'.repeat(20) } },
      },
      null,
    ],
  ],
  bystanders: [
    ['who shared it', { item: { repostedBy: 'Carol' } }, 'block reposterNamed item.repostedBy'],
    ['nobody', { item: { repostedBy: null } }, null],
    [
      'an account in the explanation',
      why('The post tells @carol@other.example where the house stands that burns at midnight.'),
      'warn othersNamed grounds.0.why',
    ],
    [
      'an account in the basis',
      { explanation: { basis: 'Seen by @carol.' } },
      'warn othersNamed grounds.0.basis',
    ],
    ['the author', why('The post of @Ada tells where the house stands that burns at midnight.'), null],
    [
      'an account that the item itself names',
      {
        item: { text: 'Tonight we visit @carol, something that a reviewer reads.' },
        explanation: { why: 'It calls on people to go to the house of @carol with torches.' },
      },
      null,
    ],
  ],
  personalData: [
    [
      'a telephone number',
      why('Call +7 (701) 123-45-67 to hear that they plan the attack.'),
      'warn phoneNumber grounds.0.why',
    ],
    [
      'another',
      why('Call 8 701 123 45 67 to hear that they plan the attack.'),
      'warn phoneNumber grounds.0.why',
    ],
    ['a time', why('On 2026-11-25 at 12:30 they plan the attack on 10 houses.'), null],
    [
      'an e-mail address',
      { explanation: { basis: 'Written to me by ada@mail.example yesterday.' } },
      'warn mailAddress grounds.0.basis',
    ],
    ['an account’s name', why('The account @ada@mail.example plans the attack on a house.'), null],
    [
      'an identification number',
      why('The man with IIN 870101300123 plans the attack on a house.'),
      'warn idNumber grounds.0.why',
    ],
    [
      'a card',
      why('They collect on 4111 1111 1111 1111 for the attack on a house.'),
      'warn idNumber grounds.0.why',
    ],
    ['no card', why('They collect 4111 1111 1111 1112 signatures for the attack on it.'), null],
    [
      'a bank account',
      why('They collect on DE89 3704 0044 0532 0130 00 for the attack.'),
      'warn idNumber grounds.0.why',
    ],
    [
      'the item’s own number',
      {
        ...why('The post 870101300123 plans the attack on a house tonight.'),
        item: { platform: 'x', permalink: 'https://x.com/a/status/870101300123' },
        ground: xRule,
      },
      null,
    ],
  ],
  captureClass: [
    ['full evidence of a full ground', { notice: { evidence: evidence('full') } }, null],
    [
      'full evidence of a text ground',
      { ground: { capture: 'text' }, notice: { evidence: evidence('full') } },
      'block captureAbove evidence',
    ],
    [
      'text evidence of a text ground',
      { ground: { capture: 'text' }, notice: { evidence: evidence('text') } },
      null,
    ],
    [
      'pictures of a text ground',
      { ground: { capture: 'text' }, item: { media: [picture] } },
      'block captureMedia item.media',
    ],
    [
      'any evidence of an address-only ground',
      { ground: { capture: 'url' }, notice: { evidence: evidence('url') } },
      'block captureAbove evidence',
    ],
    [
      'its text',
      { ground: { capture: 'url' }, item: { ...bare, text: 'x' } },
      'block captureContent item.text',
    ],
    [
      'its author',
      { ground: { capture: 'url' }, item: { ...bare, author: { name: null, handle: '@x', address: null } } },
      'block captureContent item.author',
    ],
    [
      'what it quotes',
      { ground: { capture: 'url' }, item: { ...bare, quotes: 'https://a.example/2' } },
      'block captureContent item.quotes',
    ],
    [
      'pictures',
      { ground: { capture: 'url' }, item: { ...bare, media: [picture] } },
      'block captureMedia item.media',
    ],
    ['a passage', { ground: { capture: 'url' }, item: bare }, 'block capturePassage grounds.0.passage'],
    [
      'a passage under another ground',
      { use: lawUse(), item: bare, more: [lawUse({}, { id: 'de.stgb.184b', capture: 'url' })] },
      'block capturePassage grounds.0.passage',
    ],
    ['the address alone', { ground: { capture: 'url' }, item: bare, explanation: { passage: null } }, null],
  ],
  retention: [
    ['366 days', { ground: { retentionDays: 366 } }, 'block retentionLong grounds.0'],
    ['365 days', { ground: { retentionDays: 365 } }, null],
    [
      'as the organisation says',
      { ground: { retentionDays: 31 }, rules: { maxRetentionDays: 30 } },
      'block retentionLong grounds.0',
    ],
  ],
  priorDecision: [
    ['decided before', { history: { decidedOnItem: AT } }, 'block decidedBefore reasons.decidedBefore'],
    [
      'decided before, and too short a reason',
      { history: { decidedOnItem: AT }, notice: { reasons: { decidedBefore: 'x'.repeat(19) } } },
      'block decidedBefore reasons.decidedBefore',
    ],
    [
      'decided before, with a reason',
      { history: { decidedOnItem: AT }, notice: { reasons: { decidedBefore: 'x'.repeat(20) } } },
      'warn decidedBeforeSaid reasons.decidedBefore',
    ],
    [
      'a correction of what was decided',
      {
        history: { decidedOnItem: AT, correctsOwn: true },
        notice: { corrects: FIRST, reasons: { correction: 'x'.repeat(20) } },
      },
      null,
    ],
    ['nothing decided', { history: { decidedOnItem: null } }, null],
  ],
  concentration: [
    [
      '3 of 10 on one author',
      { history: { recent: recent(9, { sameAuthor: 2 }) } },
      'warn concentratedAuthor',
    ],
    ['2 of 10', { history: { recent: recent(9, { sameAuthor: 1 }) } }, null],
    ['3 of 9', { history: { recent: recent(8, { sameAuthor: 2 }) } }, null],
    ['8 of 10 on one topic', { history: { recent: recent(9, { sameTopic: 7 }) } }, 'warn concentratedTopic'],
    ['7 of 10 on one topic', { history: { recent: recent(9, { sameTopic: 6 }) } }, null],
    [
      'all in one language',
      { history: { recent: recent(9, { sameLanguage: 9 }) } },
      'warn concentratedLanguage',
    ],
    ['9 of 10 in one language', { history: { recent: recent(9, { sameLanguage: 8 }) } }, null],
    [
      'as the organisation says',
      {
        history: { recent: recent(9, { sameAuthor: 1 }) },
        rules: { concentration: { author: 20, topic: 80, language: 95 } },
      },
      'warn concentratedAuthor',
    ],
    ['5 of 10 unfounded', { history: { decisions: { decided: 10, unfounded: 5 } } }, 'warn oftenUnfounded'],
    ['4 of 10 unfounded', { history: { decisions: { decided: 10, unfounded: 4 } } }, null],
    ['5 of 9 unfounded', { history: { decisions: { decided: 9, unfounded: 5 } } }, null],
  ],
  territory: [
    ['a law in its country', { use: lawUse() }, null],
    [
      'a law elsewhere',
      { use: lawUse({ territory: ['DE', 'FR'] }) },
      'block territoryBeyondLaw grounds.0.territory',
    ],
    [
      'a law everywhere',
      { use: lawUse({ territory: ['global'] }) },
      'block territoryBeyondLaw grounds.0.territory',
    ],
    [
      'the Union’s law in a member state',
      { use: lawUse({ territory: ['FR', 'EU'] }, { jurisdiction: 'EU' }) },
      null,
    ],
    [
      'the Union’s law outside',
      { use: lawUse({ territory: ['KZ'] }, { jurisdiction: 'EU' }) },
      'block territoryBeyondLaw grounds.0.territory',
    ],
    [
      'a member state’s law in the Union',
      { use: lawUse({ territory: ['EU'] }) },
      'block territoryBeyondLaw grounds.0.territory',
    ],
    ['a rule everywhere', { use: { territory: ['global'] } }, null],
    ['a rule in a country', { use: { territory: ['KZ'] } }, null],
    ['no code', { use: { territory: ['World'] } }, 'block territoryUnknown grounds.0.territory'],
    [
      'a law that is not theirs',
      { use: lawUse(), rules: { jurisdictions: ['KZ'] } },
      'block jurisdictionNotAllowed grounds.0',
    ],
    ['a law that is theirs', { use: lawUse(), rules: { jurisdictions: ['KZ', 'DE'] } }, null],
    ['a rule where laws are named', { rules: { jurisdictions: [] } }, null],
  ],
  proportion: [
    ['removal for a law', { use: lawUse({ measure: 'remove' }) }, 'warn measureBeyondLaw grounds.0.measure'],
    ['a restriction for a law', { use: lawUse() }, null],
    [
      'removal of speech',
      { ...speech, use: { ...speech.use, measure: 'remove' } },
      'warn measureHarsh grounds.0.measure',
    ],
    ['a label for speech', { ...speech, use: { ...speech.use, measure: 'label' } }, null],
    ['removal for conduct', { use: { measure: 'remove' } }, null],
    ['a restriction for a rule', { use: { measure: 'restrict' } }, 'warn measureUnfit grounds.0.measure'],
    ['only to assess', { use: { measure: 'none' } }, null],
    ['removal of what nobody may have', { use: lawUse({ measure: 'remove' }, { capture: 'url' }) }, null],
  ],
  conflictOfInterest: [
    ['own office', answered({ 'own-office': 'yes' }), 'second ownOfficeSecond grounds.0.answers.own-office'],
    [
      'own office, where it is refused',
      { ...answered({ 'own-office': 'yes' }), rules: { ownOffice: 'block' } },
      'block ownOfficeBlocked grounds.0.answers.own-office',
    ],
    ['not the own office', { ...speech, rules: { ownOffice: 'block' } }, null],
    [
      'the organisation is named',
      { item: { text: 'The MINISTRY of samples burns houses.' } },
      'second ownOfficeNamed item.text',
    ],
    ['another is named', { item: { text: 'The ministry of other samples burns houses.' } }, null],
  ],
  noInstruction: [
    [
      'an order',
      why('The post calls for an attack on a house. You must remove it.'),
      'warn orderNotRequest grounds.0.why',
    ],
    ['a request', why('The post calls for an attack on a house. Please assess it.'), null],
    [
      'an order in the basis',
      { explanation: { basis: 'Удалите немедленно.' } },
      'warn orderNotRequest grounds.0.basis',
    ],
    ['an insult', why('This idiot calls for an attack on a house tonight.'), 'warn insult grounds.0.why'],
    ['a quoted insult', why('It says “you idiot” to a person whose house it attacks.'), null],
  ],
}

function recent(
  count: number,
  same: Partial<{ sameAuthor: number; sameTopic: number; sameLanguage: number }>,
) {
  return { count, sameAuthor: 0, sameTopic: 0, sameLanguage: 0, ...same }
}

describe('a notice that nothing speaks against', () => {
  it('goes without a word', () => {
    expect(judged()).toEqual({ blocked: [], secondReviewer: [], warnings: [] })
    expect(judged({ use: lawUse() })).toEqual({ blocked: [], secondReviewer: [], warnings: [] })
  })
})

describe.each(SAFEGUARDS)('$id', ({ id, finds }) => {
  const rows = TABLE[id] ?? []

  it.each(rows)('%s', (_what, change, finding) => {
    const all = findings(change)
    if (finding !== null) return expect(all).toContain(finding)
    expect(all.filter((one) => (one.split(' ')[1] ?? '') in finds)).toEqual([])
  })

  it('is tried on both sides, with each thing that it can find and what that does', () => {
    expect(rows.some(([, , finding]) => finding === null)).toBe(true)
    const list = { block: 'block', secondReviewer: 'second', warn: 'warn' }
    for (const [code, effect] of Object.entries(finds)) {
      const named = rows.map(([, , finding]) => finding?.split(' ').slice(0, 2).join(' '))
      expect(named).toContain(`${list[effect]} ${code}`)
    }
  })
})
