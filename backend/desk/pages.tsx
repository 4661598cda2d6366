/** @jsxImportSource hono/jsx */
import { Layout, reveal, When, Words } from './layout'
import type { DeskRow } from './notices'

const OUTCOMES: Record<string, string> = {
  removed: 'Removed',
  restricted: 'Restricted',
  ageRestricted: 'Age-restricted',
  labelled: 'Labelled',
  demoted: 'Demoted',
  accountActed: 'Account acted on',
  noAction: 'No action',
}
export const outcomeWord = (outcome: string) => OUTCOMES[outcome] ?? outcome

export function SignInPage({ wrong }: { wrong: boolean }) {
  return (
    <Layout title="Sign in" signedIn={false}>
      <form class="card narrow" method="post" action="/desk/sign-in">
        <h1>Sign in to the desk</h1>
        <p class="quiet">The desk's token was printed when this backend was started for the first time.</p>
        <label>
          Token
          <input type="password" name="token" required autocomplete="current-password" autofocus />
        </label>
        {wrong && (
          <p class="bad" role="alert">
            This token is not the desk's. Nothing was changed.
          </p>
        )}
        <button type="submit">Sign in</button>
      </form>
    </Layout>
  )
}

export function ListPage({ rows, open }: { rows: DeskRow[]; open: boolean }) {
  return (
    <Layout title={open ? 'Open notices' : 'Closed notices'} signedIn>
      <h1>{open ? 'Open notices' : 'Closed notices'}</h1>
      {rows.length === 0 && (
        <p class="empty">{open ? 'No notice waits for a decision.' : 'Nothing was decided yet.'}</p>
      )}
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>Item</th>
              <th>Grounds</th>
              <th>From</th>
              <th>{open ? 'Deadline' : 'Decision'}</th>
              <th>Received</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line row={row} open={open} />
            ))}
          </tbody>
        </table>
      )}
    </Layout>
  )
}

function Line({ row, open }: { row: DeskRow; open: boolean }) {
  const { item, grounds } = row.notice
  return (
    <tr>
      <td class="item">
        <a href={`/desk/notices/${row.id}`}>
          {item.platform} {item.kind}
        </a>
        <span class="quiet one-line">
          {item.author.name && <Words text={item.author.name} />}{' '}
          {item.text && <Words text={item.text.slice(0, 140)} />}
        </span>
      </td>
      <td>
        {grounds.map(({ ground }) => (
          <span class="chip">
            {ground.kind === 'law' ? `${ground.jurisdiction} ${ground.provision}` : ground.title}
          </span>
        ))}
      </td>
      <td>
        <Words text={row.organisation} /> <span class="quiet">{row.reviewerCode}</span>
      </td>
      <td>
        {open ? (
          row.deadlineAt ? (
            <When at={row.deadlineAt} />
          ) : (
            <span class="quiet">none by law</span>
          )
        ) : row.withdrawn ? (
          'Withdrawn'
        ) : (
          row.decision && outcomeWord(row.decision.outcome)
        )}
      </td>
      <td>
        <When at={row.receivedAt} />
      </td>
    </tr>
  )
}

export function ErrorPage({ title, detail }: { title: string; detail: string }) {
  return (
    <Layout title={title} signedIn>
      <h1>{title}</h1>
      <p>{reveal(detail)}</p>
      <p>
        <a href="/desk">Back to the open notices</a>
      </p>
    </Layout>
  )
}
