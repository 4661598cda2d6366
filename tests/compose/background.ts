import { vi } from 'vitest'
import { wordsOf } from '../../utils/i18n/catalogue'
import type { Answer, DraftView, GroundHit, MessageType, Protocol } from '../../utils/messages'
import type { Item } from '../../utils/notice'
import type { Problem } from '../../utils/problem'

type Asks = { type: MessageType; payload: Record<string, unknown> }
type Given = { [T in MessageType]?: Protocol[T]['answer'] | Problem[] | (() => unknown) }

export const ITEM: Item = {
  platform: 'mastodon',
  kind: 'post',
  permalink: 'https://mastodon.example/@ada/1',
  platformId: null,
  author: { name: 'Ada', handle: 'ada', address: null },
  time: '2026-11-20T08:15:00.000Z',
  timeText: null,
  text: 'A sample post about something.',
  truncated: false,
  media: [],
  language: 'en',
  quotes: null,
  repostedBy: null,
  sponsored: false,
  edited: false,
  audience: 'public',
  read: 'full',
  missing: [],
  mended: [],
}

/** A ground as the picker gets it. */
export function hit(id: string, more: Partial<GroundHit> = {}): GroundHit {
  return {
    id,
    kind: 'policy',
    title: `Title of ${id}`,
    officialTitle: `Title of ${id}`,
    instrument: 'Rules',
    provision: '1',
    jurisdiction: null,
    platform: 'mastodon',
    elements: [],
    defences: [],
    speech: 'none',
    capture: 'full',
    secondReviewer: false,
    confidence: 'S',
    checkedOn: '2026-11-01',
    sourceUrl: 'https://rules.example/',
    readIn: null,
    hotline: null,
    territory: ['global'],
    questions: [],
    measures: ['none', 'remove'],
    ...more,
  }
}

export const VIEW: DraftView = {
  draftId: '01900000-0000-7000-8000-000000000001',
  item: ITEM,
  platform: 'Mastodon',
  selection: '',
  form: { item: {}, grounds: [], goodFaith: false, reference: '' },
  grounds: [],
  evidence: { status: 'capturing' },
  connection: {
    id: 'practice',
    kind: 'practice',
    name: 'Practice desk',
    address: '',
    account: {
      id: 'practice',
      name: 'Practice',
      reviewerCode: 'practice',
      role: 'reviewer',
      organisation: { id: 'practice', name: 'Unit 3', country: null },
      backend: { name: 'practice', version: '1' },
      maxEvidenceBytes: 1,
    },
    addedAt: 0,
    lastSeen: null,
    problem: null,
  },
  declaration: { version: 3, language: 'en', text: 'I believe in good faith.' },
  earlier: null,
  corrects: null,
  undoSeconds: 10,
} as DraftView

export type Background = ReturnType<typeof fakeBackground>

/** The background as the form meets it: answers by message type; several problems are a refusal. */
export function fakeBackground(given: Given = {}) {
  const asked: Asks[] = []
  const answers: Given = {
    'form.hello': { locale: 'en', words: wordsOf('en') },
    'draft.open': VIEW,
    'draft.save': null,
    'draft.check': { blocked: [], secondReviewer: [], warnings: [] },
    'draft.evidence': { status: 'none', problem: { code: 'captureLost' } },
    'draft.discard': null,
    'form.close': null,
    'form.window': null,
    'form.look': { own: true, top: true },
    'grounds.search': [],
    ...given,
  }
  const runtime = {
    id: 'flagpost' as string | undefined,
    async sendMessage({ type, payload }: Asks): Promise<Answer<unknown>> {
      asked.push({ type, payload })
      const answer = answers[type]
      const value = typeof answer === 'function' ? await answer() : answer
      if (Array.isArray(value) && value[0] instanceof Object && 'code' in value[0]) {
        const [problem, ...more] = value as [Problem, ...Problem[]]
        return { ok: false, problem, more }
      }
      return { ok: true, value }
    },
    connect() {
      let told: (said: { n: number; answer: Answer<unknown> }) => void
      return {
        onMessage: {
          addListener: (listener: typeof told) => {
            told = listener
          },
        },
        onDisconnect: { addListener() {} },
        postMessage: ({ n, ...one }: Asks & { n: number }) =>
          void runtime.sendMessage(one).then((answer) => told({ n, answer })),
      }
    },
  }
  // `components/ask.ts` keeps the API that it finds at first; all tests of a file share it.
  const shared = globalThis as { chrome?: object }
  shared.chrome ??= {}
  Object.assign(shared.chrome, { runtime, i18n: { getMessage: (key: string) => key } })
  return {
    asked,
    answers,
    /** What was asked of one type. */
    of: (type: MessageType) => asked.filter((one) => one.type === type).map(({ payload }) => payload),
    /** The extension is updated under the form. */
    vanish: () => {
      runtime.id = undefined
    },
  }
}

/** `visible`: null where the browser can't tell (Firefox). */
type See = (ratio: number, visible?: boolean | null) => void

/** What happy-dom lacks: whether the Send button is in sight. */
export function fakeSight(): { see: See } {
  const all = new Set<(entries: unknown[]) => void>()
  let last = { intersectionRatio: 1, isVisible: true as boolean | undefined }
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(private readonly tell: (entries: unknown[]) => void) {}
      observe() {
        all.add(this.tell)
        this.tell([last])
      }
      disconnect() {
        all.delete(this.tell)
      }
      takeRecords() {
        return []
      }
    },
  )
  return {
    see(intersectionRatio, isVisible = true) {
      last = { intersectionRatio, isVisible: isVisible ?? undefined }
      for (const tell of all) tell([last])
    },
  }
}
