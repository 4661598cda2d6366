/** @jsxImportSource hono/jsx */
import type { GroundUse } from '../../utils/notice'
import { DecisionForm } from './decision-form'
import { Layout, When, Words } from './layout'
import type { DeskRow } from './notices'
import { outcomeWord } from './pages'

/** Signed addresses of the evidence, and what stands in it; or why it can't be opened. */
export type EvidenceView =
  | {
      snapshot: string
      screenshot: string | null
      bundle: string
      media: { address: string; type: string; url: string; sha256: string }[]
      record: Record<string, unknown>
    }
  | { broken: string }
  | null

/** One notice: the item, its grounds, its evidence, and the decision beside it. */
export function NoticePage({
  row,
  evidence,
  problems,
}: {
  row: DeskRow
  evidence: EvidenceView
  problems: string[]
}) {
  const { notice } = row
  return (
    <Layout title={`${notice.item.platform} ${notice.item.kind}`} signedIn>
      <div class="columns">
        <div class="notice">
          <ItemCard row={row} />
          <section class="card" aria-labelledby="grounds">
            <h2 id="grounds">Grounds</h2>
            {notice.grounds.map((use) => (
              <GroundCard use={use} />
            ))}
          </section>
          <EvidenceCard evidence={evidence} sha256={notice.evidence?.sha256 ?? null} />
          <section class="card" aria-labelledby="declaration">
            <h2 id="declaration">Declaration and receipt</h2>
            <blockquote>
              <Words text={notice.declaration.text} />
            </blockquote>
            <dl>
              <dt>Stated</dt>
              <dd>
                <When at={notice.declaration.madeAt} />, version {notice.declaration.version}
              </dd>
              <dt>Notifier</dt>
              <dd>
                <Words text={row.organisation} />, {row.reviewerCode}
                {!notice.discloseNotifier && ' (not to be named to the affected user)'}
              </dd>
              <dt>Receipt</dt>
              <dd>
                {row.receiptId}, <When at={row.receivedAt} />
              </dd>
              <dt>Body</dt>
              <dd class="mono">{row.bodySha256}</dd>
              {notice.reference && <dt>Their reference</dt>}
              {notice.reference && (
                <dd>
                  <Words text={notice.reference} />
                </dd>
              )}
            </dl>
          </section>
        </div>
        <aside aria-label="Decision">
          {row.withdrawn ? (
            <Withdrawn row={row} />
          ) : row.decision ? (
            <Decided row={row} />
          ) : (
            <DecisionForm notice={notice} problems={problems} />
          )}
        </aside>
      </div>
    </Layout>
  )
}

function ItemCard({ row }: { row: DeskRow }) {
  const { item } = row.notice
  return (
    <section class="card" aria-labelledby="item">
      <h1 id="item">
        {item.platform} {item.kind}
      </h1>
      <p class="mono">
        <Words text={item.permalink} />
      </p>
      <p>
        {item.author.name && (
          <b>
            <Words text={item.author.name} />
          </b>
        )}{' '}
        {item.author.handle && (
          <span class="quiet">
            <Words text={item.author.handle} />
          </span>
        )}{' '}
        {item.time ? <When at={item.time} /> : item.timeText && <Words text={item.timeText} />}
      </p>
      {item.text && (
        <blockquote class="post" lang={item.language ?? undefined}>
          <Words text={item.text} />
        </blockquote>
      )}
      <p class="quiet">
        {[
          item.truncated && 'The page showed only the beginning of the text.',
          item.sponsored && 'Sponsored.',
          item.edited && 'Edited.',
          item.audience === 'limited' && 'Shown to few.',
          item.missing.length > 0 && `Not read on the page: ${item.missing.join(', ')}.`,
          item.mended.length > 0 && `Given by the reviewer: ${item.mended.join(', ')}.`,
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
    </section>
  )
}

function GroundCard({
  use: { ground, explanation, territory, measure, elements, answers },
}: {
  use: GroundUse
}) {
  return (
    <article class="ground">
      <h3>
        <span class={`kind ${ground.kind}`}>
          {ground.kind === 'law' ? `Law · ${ground.jurisdiction}` : 'Policy'}
        </span>{' '}
        {ground.title}
      </h3>
      <p class="quiet">
        {ground.instrument}, {ground.provision}. Asks to assess: {measure}, {territory.join(', ')}.
      </p>
      {explanation.passage && (
        <blockquote>
          <Words text={explanation.passage} />
        </blockquote>
      )}
      <p class="words">
        <Words text={explanation.why} />
      </p>
      {explanation.basis && (
        <p>
          <span class="quiet">Basis:</span> <Words text={explanation.basis} />
        </p>
      )}
      {ground.elements.length > 0 && (
        <ul class="checks">
          {ground.elements.map((titles, i) => (
            <li class={elements[i] ? 'yes' : 'no'}>
              {elements[i] ? '✓' : '–'} {titles.en ?? Object.values(titles)[0]}
            </li>
          ))}
        </ul>
      )}
      {Object.entries(answers).map(([question, answer]) => (
        <p>
          <span class="quiet">{question}:</span> <Words text={answer} />
        </p>
      ))}
    </article>
  )
}

function EvidenceCard({ evidence, sha256 }: { evidence: EvidenceView; sha256: string | null }) {
  return (
    <section class="card" aria-labelledby="evidence">
      <h2 id="evidence">Evidence</h2>
      {evidence === null && <p class="quiet">None was kept: the address alone is reported.</p>}
      {evidence && 'broken' in evidence && (
        <p class="bad" role="alert">
          The evidence cannot be opened: {evidence.broken}
        </p>
      )}
      {evidence && !('broken' in evidence) && (
        <>
          <iframe
            class="snapshot"
            title="Snapshot of the item"
            sandbox=""
            src={evidence.snapshot}
            loading="lazy"
          />
          {evidence.screenshot && (
            <details>
              <summary>Screenshot</summary>
              <iframe
                class="snapshot"
                title="Screenshot"
                sandbox=""
                src={evidence.screenshot}
                loading="lazy"
              />
            </details>
          )}
          {evidence.media.length > 0 && (
            <details>
              <summary>{evidence.media.length} media files</summary>
              <ul>
                {evidence.media.map((one) => (
                  <li>
                    <a href={one.address} rel="noreferrer noopener" target="_blank">
                      {one.type}
                    </a>{' '}
                    <span class="mono quiet">{one.sha256.slice(0, 16)}…</span>
                  </li>
                ))}
              </ul>
            </details>
          )}
          <details>
            <summary>Capture record</summary>
            <pre>{JSON.stringify(evidence.record, null, 2)}</pre>
          </details>
          <p>
            <a href={evidence.bundle}>Download the bundle</a> <span class="mono quiet">{sha256}</span>
          </p>
          <p class="quiet">Unchanged since capture. That does not prove what was online before.</p>
        </>
      )}
    </section>
  )
}

function Withdrawn({ row }: { row: DeskRow }) {
  return (
    <section class="card">
      <h2>Withdrawn</h2>
      <p>The reviewer took this notice back, {row.withdrawn && <When at={row.withdrawn.at} />}:</p>
      <blockquote>
        <Words text={row.withdrawn?.reason ?? ''} />
      </blockquote>
    </section>
  )
}

function Decided({ row }: { row: DeskRow }) {
  const { decision, undoUntil } = row
  if (!decision) return null
  const open = undoUntil !== null && undoUntil.getTime() > Date.now()
  return (
    <section class="card" role="status">
      <h2>Decided: {outcomeWord(decision.outcome)}</h2>
      <p>
        <When at={decision.decidedAt} /> by <Words text={decision.decidedBy} />
      </p>
      <p class="words">
        <Words text={decision.facts} />
      </p>
      {open && (
        <form method="post" action={`/desk/notices/${row.id}/undo`}>
          <p>
            Nobody has heard of it yet. It is sent at <When at={undoUntil} /> (10 seconds after the decision).
          </p>
          <button type="submit" class="second">
            Undo
          </button>
        </form>
      )}
      {!open && <p class="quiet">The reviewer has been told.</p>}
      <p>
        <a href="/desk">Back to the open notices</a>
      </p>
    </section>
  )
}
