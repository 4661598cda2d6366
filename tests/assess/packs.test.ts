import { describe, expect, it } from 'vitest'
import { packFiles, readPack, readPhrases } from '../../scripts/pack-files'
import { answersOf } from '../../utils/assess/answers'
import { assess } from '../../utils/assess/assess'
import { NO_HISTORY } from '../../utils/assess/history'
import { rulesFor } from '../../utils/assess/rules'
import { limitItem } from '../../utils/drafting/form'
import { measuresFor } from '../../utils/grounds/measures'
import { parsePack } from '../../utils/grounds/pack-file'
import { rulesOwner } from '../../utils/grounds/platforms'
import { type Notice, Notice as NoticeSchema } from '../../utils/notice'
import { sampleNotice } from '../support/samples'
import { ACCOUNT, NO_ANSWERS } from './judged'

/** An item's address on each platform that has rules of its own. */
const ADDRESSES: Record<string, string> = {
  facebook: 'https://www.facebook.com/reel/1',
  x: 'https://x.com/ada/status/1',
  youtube: 'https://www.youtube.com/watch?v=abc',
  tiktok: 'https://www.tiktok.com/@ada/video/1',
  telegram: 'https://t.me/ada/1',
  reddit: 'https://www.reddit.com/comments/abc/',
  linkedin: 'https://www.linkedin.com/feed/update/urn:li:activity:1/',
  vk: 'https://vk.com/wall1_1',
  pinterest: 'https://www.pinterest.com/pin/1/',
  twitch: 'https://www.twitch.tv/videos/1',
  snapchat: 'https://www.snapchat.com/spotlight/abc',
  bluesky: 'https://bsky.app/profile/ada.example/post/1',
  discord: 'https://discord.com/channels/1/2/3',
  tumblr: 'https://ada.tumblr.com/post/1',
  whatsapp: 'https://whatsapp.com/channel/0029VaAdaLovelace0000/1',
  odnoklassniki: 'https://ok.ru/group/1/topic/2',
  mastodon: 'https://mastodon.example/@ada/1',
}
const GROUNDS = packFiles().flatMap((file) => parsePack(readPack(file), readPhrases()).grounds)

/** A notice on this ground as a careful reviewer makes it. */
function noticeOn(ground: (typeof GROUNDS)[number]): Notice {
  const base = sampleNotice()
  const [platform, permalink] =
    ground.kind === 'law'
      ? ['mastodon', ADDRESSES.mastodon]
      : (Object.entries(ADDRESSES).find(([site]) => rulesOwner(site) === ground.platform) ?? [])
  const item = limitItem(
    { ...base.item, platform: platform ?? '', permalink: permalink ?? '' },
    ground.capture,
  )
  const url = ground.capture === 'url'
  return NoticeSchema.parse({
    ...base,
    discloseNotifier: ground.notifierIdentity !== 'suppress',
    item,
    grounds: [
      {
        ground,
        explanation: {
          why: 'Its author speaks of one house, names the street, and says that it burns at midnight.',
          passage: url ? null : 'something that a reviewer reads',
          basis: null,
        },
        territory: [ground.kind === 'law' ? ground.jurisdiction : 'global'],
        measure: measuresFor(ground)[0],
        elements: ground.elements.map(() => true),
        answers: NO_ANSWERS,
      },
    ],
  })
}

describe.each(GROUNDS.map((ground) => [ground.id, ground] as const))('%s', (_id, ground) => {
  it('can stand in a notice that due process lets go', () => {
    const { blocked, warnings, secondReviewer } = assess(noticeOn(ground), NO_HISTORY, {
      ...rulesFor(ACCOUNT),
      publicAuthority: false,
    })
    expect([...blocked, ...warnings]).toEqual([])
    const second = ground.secondReviewer || ground.speech === 'high'
    expect(secondReviewer.length > 0).toBe(second)
    expect(answersOf(ground, NO_ANSWERS).every(({ answer }) => answer !== null)).toBe(true)
  })
})
