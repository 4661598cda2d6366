/** A test by its file and its name (or the beginning of it). */
export type NamedTest = readonly [file: string, name: string]
export type FaultEntry = {
  id: number
  fault: string
  must: string
  /** None: what must happen is not built or not tested yet, and the page says so. */
  tests: readonly NamedTest[]
}

const worker = 'tests/outbox/worker.test.ts'
const store = 'tests/outbox/store.test.ts'
const browser = 'tests/e2e/faults.test.ts'
const matrix = 'tests/e2e/kill-matrix.test.ts'
const crs = 'tests/connectors/crs.test.ts'
const storageTests = 'tests/outbox/storage.test.ts'
const reconciling = 'tests/outbox/reconcile.test.ts'
const api = 'tests/backend/api.test.ts'
const ALL = 'loses and doubles nothing, whatever dies or breaks at any step'

/** Everything that can go wrong with a notice on its way, and the tests that show what happens then. */
export const FAULT_TABLE: readonly FaultEntry[] = [
  {
    id: 1,
    fault: 'worker or browser killed before the commit',
    must: 'nothing is queued, the draft is there again',
    tests: [
      [matrix, ALL],
      [
        'tests/drafting/drafting.test.ts',
        'is only an address again after a restart, unless a ground was chosen',
      ],
    ],
  },
  {
    id: 2,
    fault: 'killed after the commit, before the form heard of it',
    must: 'sent again, the form gets the first notice: no second one',
    tests: [
      [store, 'gives a draft that was committed before its first notice again'],
      ['tests/background/submit.test.ts', 'makes one notice however often it is sent'],
    ],
  },
  {
    id: 3,
    fault: 'killed after the commit, before sending',
    must: 'sent at the next start',
    tests: [[browser, 'the browser, right after the commit']],
  },
  {
    id: 4,
    fault: 'killed while sending',
    must: 'queued again under the same key when the lease is over',
    tests: [
      [worker, 'goes on with what was being sent when it died'],
      [browser, 'the worker, while a notice is being sent'],
    ],
  },
  {
    id: 5,
    fault: 'answer lost',
    must: 'sent again under the same key; without keys looked up first, then a person decides',
    tests: [
      [browser, 'an answer lost after the commit'],
      [worker, 'asks whether it arrived when the answer was lost, and takes its receipt'],
      [worker, 'never sends blindly what a worker that died was sending'],
      [worker, '%j ends in %s'],
    ],
  },
  {
    id: 6,
    fault: 'receipt over another digest',
    must: 'not delivered: uncertain, evidence kept, no retry',
    tests: [
      [browser, 'a receipt over other bytes: not delivered, a person decides'],
      [crs, 'believes no receipt for other bytes, another notice, other evidence, or of another signer'],
    ],
  },
  {
    id: 7,
    fault: '409, still being taken',
    must: 'waits as long as it is told, asks under the same key',
    tests: [[browser, '409, still taken']],
  },
  {
    id: 8,
    fault: '409 or 422: the key was used for another body',
    must: 'refused; never a new key by itself',
    tests: [
      [browser, '409 for another body'],
      [api, 'refuses another body under the same key, another key, another account'],
    ],
  },
  {
    id: 9,
    fault: '400 or 422: a field is wrong',
    must: 'refused, the field named',
    tests: [[crs, 'names the field that the backend refuses, as the form names it']],
  },
  {
    id: 10,
    fault: '401: the token is over',
    must: 'the connection waits, nothing is counted, one sign-in frees all',
    tests: [
      [worker, 'pauses a connection that has to sign in, counts nothing, and goes on after that'],
      [browser, '401: the connection waits for a sign-in, nothing is counted, and goes on after it'],
    ],
  },
  {
    id: 11,
    fault: '403',
    must: 'refused for that connection, which says so and waits for a person; nothing is counted; others go on',
    tests: [
      [
        worker,
        'an account that may not report waits for a person, though it may read; other connections go on',
      ],
      [browser, '403: the connection waits for whoever runs the backend'],
    ],
  },
  {
    id: 12,
    fault: '404 or 410 on the API',
    must: 'the connection waits and says so; a withdrawal is not taken as told',
    tests: [['tests/outbox/faults.test.ts', 'loses nothing and doubles nothing']],
  },
  {
    id: 13,
    fault: '413',
    must: 'evidence in smaller requests; where that does not help, without media under the same key, unless a ground is about them: said, and all of it kept here; else refused with a sentence that says it',
    tests: [
      [
        'tests/backend/uploads.test.ts',
        'goes in smaller requests where something on the way takes no larger ones',
      ],
      [worker, 'goes without media under the same key; it is said, and all of it is kept'],
      ['tests/background/lighten.test.ts', 'is none where a ground is about a part of the media'],
      [browser, '413 for the evidence: it goes without the post’s media, is told, and all of it stays here'],
      [browser, '413'],
    ],
  },
  {
    id: 14,
    fault: '429 or 503 with Retry-After',
    must: 'obeyed in both forms, at most a day',
    tests: [
      [browser, '429 with Retry-After: not before the time that the backend asks for'],
      [crs, 'is read in both forms and never believed beyond a day'],
      [crs, 'as a point in time is one of the backend’s clock, however wrong ours is'],
      [worker, 'is left alone by the notices that were not on their way yet'],
      [worker, 'is not asked for decisions either'],
      [worker, 'is tried again slower and slower where it says "at once"'],
    ],
  },
  {
    id: 15,
    fault: '5xx, network, captive portal',
    must: 'backoff with jitter; what does not parse is no receipt',
    tests: [
      [browser, 'HTML of a captive portal'],
      [worker, 'asks a backend that is down no more often for many notices than for one'],
    ],
  },
  {
    id: 16,
    fault: 'clock jumps, sleep',
    must: 'no storm, nothing stuck',
    tests: [
      [worker, 'does not wait for a lease of a clock that was set back'],
      [
        'tests/outbox/machine.test.ts',
        'gives each step a later time than the one before, even when the clock goes back',
      ],
    ],
  },
  {
    id: 17,
    fault: 'quota exceeded',
    must: 'the commit fails whole, the form keeps everything and gives it out as a file; warned of at 80 %',
    tests: [
      ['tests/compose/form.test.tsx', 'hands out what was typed as a file when it can not be kept'],
      [storageTests, 'takes a commit whole or not at all'],
      [storageTests, 'is warned of long before'],
    ],
  },
  {
    id: 18,
    fault: 'database deleted, replaced, not to be opened',
    must: 'said loudly against the ledger’s last anchor; opened again at the next use; nothing overwritten; set aside on request, given out as it is',
    tests: [
      [storageTests, 'is not used, and not touched; what it holds is given out as it is'],
      [storageTests, 'is set aside on request: a new one is begun beside it'],
      [storageTests, 'shows at the next start, until it is acknowledged'],
      [storageTests, 'is tried again at the next use where the database does not open'],
    ],
  },
  {
    id: 19,
    fault: 'versionchange, blocked',
    must: 'every handle gives way at once and opens again',
    tests: [[storageTests, 'a handle gives way to a newer version at once']],
  },
  {
    id: 20,
    fault: 'two windows, popup and worker',
    must: 'one send',
    tests: [
      [store, 'is taken by one window only'],
      [store, 'keeps one chain when many windows write at once'],
    ],
  },
  {
    id: 21,
    fault: 'two machines, one account',
    must: 'same key and bytes: one at the backend; a second notice of the organisation on an item is taken, said in its receipt (“already noticed by your organisation”) and linked at the desk',
    tests: [
      ['tests/outbox/backup.test.ts', 'doubles nothing where it is taken in twice'],
      [api, 'takes one of many that come at once'],
      [
        api,
        'says in the receipt what the organisation has noticed already; drops nothing, and tells nobody else',
      ],
      [api, 'lets one of two colleagues who send at the same moment see the other'],
    ],
  },
  {
    id: 22,
    fault: 'update or disabling on the way',
    must: 'as 4; migrations keep every notice; an older version reads only, says so, and sends nothing',
    tests: [
      [storageTests, 'version %d with ten thousand notices'],
      [storageTests, 'is read, and given out as a backup; nothing of it is changed, nothing is sent'],
      [worker, 'goes on with what was being sent when it died'],
    ],
  },
  {
    id: 23,
    fault: 'eviction',
    must: 'seen at the start by the ledger’s anchor, which is kept elsewhere',
    tests: [[storageTests, 'shows too where an older or another database stands in its place']],
  },
  {
    id: 24,
    fault: 'private window',
    must: 'not allowed there',
    tests: [[storageTests, 'a private window: the extension is not allowed there']],
  },
  {
    id: 25,
    fault: 'backend restored from an old backup',
    must: 'the feed is read again; once a day each receipt is asked for; what is unknown waits for a person, who sends it again under the same key',
    tests: [
      [reconciling, 'finds what the backend has lost, and has it sent again on a person’s word'],
      [worker, 'starts again when the backend does not know its cursor'],
      [api, 'refuses a cursor of another database'],
    ],
  },
  {
    id: 26,
    fault: 'connection removed, other account',
    must: 'a notice belongs to the account that signed it; added again, it goes on',
    tests: [
      [
        'tests/connectors/connections.test.ts',
        'gives one account at one address one id, also after it was removed',
      ],
    ],
  },
  {
    id: 27,
    fault: 'the undo window ends while the worker is dead',
    must: 'sent at the next start',
    tests: [
      [browser, 'the browser, right after the commit'],
      [store, 'undo comes too late once it is being sent'],
    ],
  },
  {
    id: 28,
    fault: 'evidence is there, the notice is not',
    must: 'not sent again: addressed by its content',
    tests: [
      [crs, 'sends evidence first, and not at all when the backend has it'],
      [api, 'waits for the evidence that a notice names'],
    ],
  },
  {
    id: 29,
    fault: 'withdrawal overtakes delivery',
    must: 'a message of its own, kept until the notice is there',
    tests: [
      [api, 'takes them back, even before they arrive'],
      [worker, 'withdraws what was being sent as soon as its answer is there'],
    ],
  },
]
