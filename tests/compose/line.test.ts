import { beforeEach, describe, expect, it } from 'vitest'
import type { Answer, MessageType } from '../../utils/messages'

type Numbered = { n: number; type: MessageType; payload: unknown }
type Port = { name: string; said: Numbered[]; tell: (said: unknown) => void; cut: () => void }

let ports: Port[]
let alone: MessageType[]
const runtime = {
  id: 'flagpost' as string | undefined,
  async sendMessage({ type }: { type: MessageType }): Promise<Answer<unknown>> {
    alone.push(type)
    return { ok: true, value: 'by message' }
  },
  connect({ name }: { name: string }) {
    const port: Port = { name, said: [], tell: () => {}, cut: () => {} }
    ports.push(port)
    return {
      onMessage: {
        addListener: (told: Port['tell']) => {
          port.tell = told
        },
      },
      onDisconnect: {
        addListener: (cut: Port['cut']) => {
          port.cut = cut
        },
      },
      postMessage: (one: Numbered) => port.said.push(one),
    }
  },
}
// `components/ask.ts` keeps the API that it finds when it is loaded.
Object.assign(globalThis, { chrome: { runtime } })
const { openLine } = await import('../../components/line')

beforeEach(() => {
  ports = []
  alone = []
  runtime.id = 'flagpost'
})

const evidence = { draftId: '01900000-0000-7000-8000-000000000001' }

describe('the standing way to the background', () => {
  it('gives each question its own answer, in whatever order they come', async () => {
    const line = openLine()
    line.ready()
    const answers = [line.ask('draft.evidence', evidence), line.ask('draft.preview', {} as never)]
    expect(ports).toHaveLength(1)
    const [port] = ports
    const [first, second] = port?.said ?? []
    port?.tell({ n: second?.n, answer: { ok: true, value: 'preview' } })
    port?.tell({ n: first?.n, answer: { ok: true, value: 'evidence' } })
    expect(await Promise.all(answers)).toEqual(['evidence', 'preview'])
  })

  it('throws the problem that it is answered', async () => {
    const line = openLine()
    const asked = line.ask('draft.evidence', evidence)
    ports[0]?.tell({ n: 1, answer: { ok: false, problem: { code: 'draftGone' }, more: [{ code: 'x' }] } })
    await expect(asked).rejects.toMatchObject({ problem: { code: 'draftGone' }, more: [{ code: 'x' }] })
  })

  it('asks the other way where the background ended before it answered, and opens anew', async () => {
    const line = openLine()
    const asked = line.ask('draft.evidence', evidence)
    ports[0]?.cut()
    expect(await asked).toBe('by message')
    expect(alone).toEqual(['draft.evidence'])
    const again = line.ask('draft.evidence', evidence)
    expect(ports).toHaveLength(2)
    ports[1]?.tell({ n: 2, answer: { ok: true, value: 'by line' } })
    expect(await again).toBe('by line')
  })

  it('says that the extension was updated', async () => {
    const line = openLine()
    runtime.id = undefined
    line.ready()
    expect(ports).toEqual([])
    await expect(line.ask('draft.evidence', evidence)).rejects.toMatchObject({
      problem: { code: 'orphaned' },
    })
  })
})
