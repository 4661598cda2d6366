import type { ServerResponse } from 'node:http'
import { CompactSign, generateKeyPair } from 'jose'
import type { Answer, Connection } from '../../utils/messages'
import type { NoticeRow } from '../../utils/outbox/row'
import { launch } from '../support/app'
import { commit } from '../support/commit'
import { sampleDecision } from '../support/samples'
import { connect, rows, value, waitForRow } from '../support/stage'
import { type Arena, pause, started } from './arena'
import { type Attack, hold, same } from './attack'
import { type FalseBackend, falseBackend, type Lie } from './false-backend'

const JWKS = '/.well-known/jwks.json'

/** Tries to add the backend; gives the code of the problem, or null where it was added. */
async function adding(arena: Arena, link: string): Promise<string | null> {
  const answer = (await arena.on.app.ask('connection.enrol', { link })) as Answer<Connection>
  if (!answer.ok) return answer.problem.code
  await value(arena.on.app, 'connection.remove', { connectionId: answer.value.id })
  return null
}

async function refuses(arena: Arena, lie: Lie, codes: string[], secure = false): Promise<FalseBackend> {
  const backend = await falseBackend(lie, { secure })
  try {
    const code = await adding(arena, backend.link)
    hold(code !== null && codes.includes(code), `${code} instead of ${codes.join(' or ')}`)
    return backend
  } finally {
    await backend.stop()
  }
}

/** Connects to the backend and sends one notice there (or more); `then` looks at what came of it. */
async function sending<T>(
  arena: Arena,
  lie: Lie,
  then: (backend: FalseBackend, send: () => Promise<string>, connection: Connection) => Promise<T>,
): Promise<T> {
  const backend = await falseBackend(lie)
  const connection = await connect(arena.on.app, backend.link)
  try {
    return await then(
      backend,
      async () => {
        const page = await arena.page()
        await started(page)
        return commit(arena.on.app, page, 0)
      },
      connection,
    )
  } finally {
    await value(arena.on.app, 'connection.remove', { connectionId: connection.id })
    await backend.stop()
  }
}

const state = (arena: Arena, id: string, wanted: string) =>
  waitForRow(arena.on.app, (row) => row.id === id && row.state === wanted, wanted)

const rowOf = async (arena: Arena, id: string) =>
  (await rows(arena.on.app)).find((one) => one.id === id) as unknown as NoticeRow

const text = (response: ServerResponse, body: string) => {
  response
    .writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
    .end(body)
  return true
}

const isNotice: Lie = ({ method, path }) => method === 'POST' && path === '/v1/notices'

/** A receipt that is not what it should be: the notice is not called delivered, and a person decides. */
const receiptAttack = (
  name: string,
  forge: (...given: Parameters<Lie>) => Promise<string>,
  short = false,
): Attack => ({
  family: 'false backend',
  name,
  tries: 'has a notice called delivered that was not taken as it was sent',
  short,
  run: (arena) =>
    sending(
      arena,
      async (asked, response, backend) => {
        if (!isNotice(asked, response, backend)) return false
        response
          .writeHead(201, { 'content-type': 'application/json' })
          .end(JSON.stringify({ receipt: await forge(asked, response, backend) }))
        return true
      },
      async (_, send) => {
        const id = await send()
        await state(arena, id, 'uncertain')
        const { receipt, problem } = await rowOf(arena, id)
        same([receipt, problem?.code], [null, 'receiptWrong'], 'the notice')
        return 'a person decides'
      },
    ),
})

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

export const backends: Attack[] = [
  {
    family: 'false backend',
    name: 'has a certificate of its own making',
    tries: 'stands between the reviewer and the backend',
    async run(arena) {
      const strict = await launch({ pagesPort: arena.on.pages.port, anyCertificate: false })
      const backend = await falseBackend(() => false, { secure: true })
      try {
        const answer = (await strict.ask('connection.enrol', { link: backend.link })) as Answer<Connection>
        same(answer.ok || answer.problem.code, 'backendUnreached', 'the problem')
        same(backend.heard.length, 0, 'requests that were read')
      } finally {
        await strict.close()
        await backend.stop()
      }
    },
  },
  {
    family: 'false backend',
    name: 'is not encrypted',
    tries: 'has a link or an address used that begins with http',
    async run(arena) {
      const before = arena.on.pages.requests.length
      for (const link of [
        'http://backend.example/enrol#code-12345678',
        'http://127.0.0.1.evil.example/enrol#code-12345678',
        'http://localhost.evil.example/enrol#code-12345678',
        'http://2130706433.example/enrol#code-12345678',
      ])
        same(await adding(arena, link), 'addressInsecure', link)
      const added = (await arena.on.app.ask('connection.add', {
        address: 'http://backend.example',
        token: 'x'.repeat(30),
      })) as Answer<unknown>
      same(added.ok || added.problem.code, 'addressInsecure', 'by token')
      hold(
        !arena.on.pages.requests.slice(before).some(({ host }) => /backend\.example|evil/.test(host)),
        'something was asked',
      )
    },
  },
  {
    family: 'false backend',
    name: 'gives a link that is no address of a backend',
    tries: 'runs or opens what the link says',
    async run(arena) {
      for (const link of [
        'javascript:globalThis.pwned=1//enrol#code-12345678',
        'data:text/html,x/enrol#code-12345678',
        'file:///enrol#code-12345678',
        `chrome-extension://${arena.on.app.extensionId}/enrol#code-12345678`,
        'https://user:word@backend.example/enrol#code-12345678',
        'https://backend.example/enrol?x=1#code-12345678',
        'https://backend.example/enrol#<img src=x>',
        'https:///enrol#code-12345678',
        '',
      ])
        hold(
          /linkWrong|addressWrong|addressInsecure|backendUnreached/.test((await adding(arena, link)) ?? ''),
          link,
        )
    },
  },
  {
    family: 'false backend',
    name: 'sends elsewhere while it is added',
    tries: 'has the reviewer’s link spent, or the keys read, at another host',
    async run(arena) {
      const thief = await falseBackend()
      try {
        const to = (response: ServerResponse, path: string) => {
          response
            .writeHead(307, { location: `${thief.origin}${path}`, 'access-control-allow-origin': '*' })
            .end()
          return true
        }
        await refuses(arena, ({ path }, response) => to(response, path), ['backendUnreached', 'noBackend'])
        await refuses(arena, ({ path }, response) => path !== JWKS && to(response, path), [
          'enrolLost',
          'backendUnreached',
        ])
        same(thief.heard.length, 0, 'what the other host heard')
      } finally {
        await thief.stop()
      }
    },
  },
  {
    family: 'false backend',
    name: 'sends elsewhere when it is sent to',
    tries: 'has the token, the evidence or the notice carried to another host',
    async run(arena) {
      const thief = await falseBackend()
      try {
        return await sending(
          arena,
          ({ path }, response) => {
            if (!/evidence|notices|account|changes/.test(path)) return false
            response
              .writeHead(307, { location: `${thief.origin}${path}`, 'access-control-allow-origin': '*' })
              .end()
            return true
          },
          async (_, send, { id: connectionId }) => {
            const id = await send()
            await waitForRow(arena.on.app, (row) => row.id === id && row.attempts > 0, 'a try')
            await pause(500)
            await value(arena.on.app, 'connection.test', { connectionId })
            same(thief.heard.length, 0, 'what the other host heard')
            hold((await rowOf(arena, id)).state !== 'delivered', 'it is called delivered')
            await value(arena.on.app, 'notice.withdraw', { noticeId: id, reason: 'end of the test' })
          },
        )
      } finally {
        await thief.stop()
      }
    },
  },
  {
    family: 'false backend',
    name: 'answers with ten gigabytes',
    tries: 'fills the memory',
    async run(arena) {
      let sent = 0
      const chunk = Buffer.alloc(256 * 1024, 0x20)
      await refuses(
        arena,
        ({ path }, response) => {
          if (path !== JWKS) return false
          response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
          const more = () => {
            while (!response.destroyed && sent < 10e9) {
              sent += chunk.length
              if (!response.write(chunk)) return response.once('drain', more)
            }
            return response.end()
          }
          more()
          return true
        },
        ['backendUnreached', 'noBackend'],
      )
      hold(sent < 64e6, `${sent} bytes were taken`)
      return `cut off after ${(sent / 1e6).toFixed(1)} MB were offered`
    },
  },
  {
    family: 'false backend',
    name: 'answers a byte a second',
    tries: 'holds the outbox up for ever',
    async run(arena) {
      const began = Date.now()
      await refuses(
        arena,
        ({ path }, response) => {
          if (path !== JWKS) return false
          response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' })
          const timer = setInterval(
            () => (response.destroyed ? clearInterval(timer) : response.write(' ')),
            1000,
          )
          return true
        },
        ['backendUnreached', 'noBackend'],
      )
      return `given up after ${Math.round((Date.now() - began) / 1000)} s`
    },
  },
  {
    family: 'false backend',
    name: 'answers with JSON that is a bomb',
    tries: 'hangs or crashes whoever reads it: a million levels, a million keys, keys of prototypes',
    async run(arena) {
      const bombs = [
        '['.repeat(2_000_000),
        `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`,
        `${'{"keys":'.repeat(300_000)}1${'}'.repeat(300_000)}`,
        `{${Array.from({ length: 200_000 }, (_, i) => `"k${i}":0`).join()}}`,
        '{"__proto__":{"keys":[{}]},"constructor":{"prototype":{"keys":[{}]}}}',
        `{"keys":[${Array(100_000).fill('{}').join()}]}`,
        '9'.repeat(1_000_000),
        '"\\ud800',
      ]
      for (const bomb of bombs)
        await refuses(arena, ({ path }, response) => path === JWKS && text(response, bomb), [
          'noBackend',
          'backendUnreached',
        ])
    },
  },
  {
    family: 'false backend',
    name: 'gives a token that is more than a token',
    tries: 'puts headers of its own into every request',
    async run(arena) {
      const token = `${'t'.repeat(30)}\r\nx-evil: 1`
      await refuses(
        arena,
        (asked, response) =>
          asked.path.startsWith('/v1/enrolments/') &&
          text(
            response,
            JSON.stringify({
              token,
              account: {
                id: 'a',
                name: 'a',
                reviewerCode: 'R',
                role: 'reviewer',
                organisation: { id: 'o', name: 'o', country: null },
                backend: { name: 'b', version: '1' },
                maxEvidenceBytes: 1,
              },
            }),
          ),
        ['answerUnreadable', 'noBackend'],
      )
    },
  },
  {
    family: 'false backend',
    name: 'sets cookies and asks for a password',
    tries: 'knows the reviewer again without a token, or gets the browser to ask for one',
    async run(arena) {
      const backend = await falseBackend(({ path }, response) => {
        response.setHeader('set-cookie', 'who=you; Max-Age=99999')
        if (path !== '/v1/account') return false
        response
          .writeHead(401, { 'www-authenticate': 'Basic realm="x"', 'access-control-allow-origin': '*' })
          .end()
        return true
      })
      try {
        const { id } = await connect(arena.on.app, backend.link)
        const { problem } = await value<Connection>(arena.on.app, 'connection.test', { connectionId: id })
        same(problem?.code, 'signInAgain', 'the problem')
        same(backend.heard.filter(({ headers }) => headers.cookie).length, 0, 'requests with cookies')
        same(backend.heard.filter(({ headers }) => headers.referer).length, 0, 'requests with a referrer')
        await value(arena.on.app, 'connection.remove', { connectionId: id })
      } finally {
        await backend.stop()
      }
    },
  },
  receiptAttack('signs a receipt over other bytes', (asked, _, backend) =>
    backend.receipt(asked, { body: '0'.repeat(64) }),
  ),
  receiptAttack('signs a receipt for another notice', (asked, _, backend) =>
    backend.receipt(asked, { sub: crypto.randomUUID() }),
  ),
  receiptAttack('signs a receipt without the evidence', (asked, _, backend) =>
    backend.receipt(asked, { evidence: [] }),
  ),
  receiptAttack('signs by a key that was not pinned', async (asked, _, backend) =>
    backend.receipt(asked, {}, (await generateKeyPair('ES256')).privateKey),
  ),
  receiptAttack('signs nothing (alg none)', async (asked, _, backend) => {
    const [, payload] = (await backend.receipt(asked)).split('.')
    return `${base64({ alg: 'none' })}.${payload}.`
  }),
  receiptAttack('signs with the public key as a secret (HS256)', async (asked, _, backend) => {
    const [, payload = ''] = (await backend.receipt(asked)).split('.')
    return new CompactSign(Buffer.from(payload, 'base64url'))
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode(JSON.stringify(backend.keys[0])))
  }),
  {
    family: 'false backend',
    name: 'gives the receipt of an earlier notice again',
    tries: 'has a notice called delivered that it threw away',
    short: true,
    async run(arena) {
      let first: string | null = null
      await sending(
        arena,
        async (asked, response, backend) => {
          if (!isNotice(asked, response, backend)) return false
          first ??= await backend.receipt(asked)
          response
            .writeHead(201, { 'content-type': 'application/json' })
            .end(JSON.stringify({ receipt: first }))
          return true
        },
        async (_, send) => {
          await state(arena, await send(), 'delivered')
          await state(arena, await send(), 'uncertain')
        },
      )
    },
  },
  {
    family: 'false backend',
    name: 'decides a notice that went to another backend',
    tries: 'writes a decision onto what it was never sent',
    short: true,
    async run(arena) {
      const page = await arena.page()
      await started(page)
      const id = await commit(arena.on.app, page, 0)
      await state(arena, id, 'delivered')
      await sending(
        arena,
        ({ path }, response) =>
          path.startsWith('/v1/changes') &&
          text(
            response,
            JSON.stringify({
              changes: [
                { noticeId: id, at: new Date().toISOString(), type: 'decided', decision: sampleDecision() },
              ],
              cursor: '1',
              more: false,
            }),
          ),
        async (backend) => {
          await value(arena.on.app, 'outbox.drain')
          for (
            let tries = 0;
            tries < 50 && !backend.heard.some(({ path }) => path.includes('changes'));
            tries++
          )
            await pause(100)
          await pause(600)
          const { state: now, decision } = await rowOf(arena, id)
          same([now, decision ?? null], ['delivered', null], 'the notice')
        },
      )
    },
  },
  {
    family: 'false backend',
    name: 'has always more to tell',
    tries: 'keeps the extension reading for ever',
    async run(arena) {
      let asked = 0
      await sending(
        arena,
        ({ path }, response) => {
          if (!path.startsWith('/v1/changes')) return false
          asked += 1
          return text(response, JSON.stringify({ changes: [], cursor: String(asked), more: true }))
        },
        async () => {
          await value(arena.on.app, 'outbox.drain')
          await pause(3000)
          hold(asked > 0 && asked <= 42, `asked ${asked} times`)
        },
      )
      return `asked ${asked} times, then left for the next look`
    },
  },
]
