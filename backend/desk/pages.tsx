/** @jsxImportSource hono/jsx */
import type { Notice } from '../../utils/notice'
import { Layout, reveal, When, Words } from './layout'
import type { DeskRow } from './notices'
import { useText } from './words'

export function SignInPage({ wrong }: { wrong: boolean }) {
  const { t } = useText()
  return (
    <Layout title={t('signInDo')} signedIn={false}>
      <form class="card narrow" method="post" action="/desk/sign-in">
        <h1>{t('signIn')}</h1>
        <p class="quiet">{t('signInHint')}</p>
        <label>
          {t('token')}
          <input type="password" name="token" required autocomplete="current-password" autofocus />
        </label>
        {wrong && (
          <p class="bad" role="alert">
            {t('tokenWrong')}
          </p>
        )}
        <button type="submit">{t('signInDo')}</button>
      </form>
    </Layout>
  )
}

/** `more`: address of the next page, where there is one. */
export function ListPage({ rows, open, more }: { rows: DeskRow[]; open: boolean; more: string | null }) {
  const { t } = useText()
  const title = t(open ? 'openNotices' : 'closedNotices')
  return (
    <Layout title={title} signedIn>
      <h1>{title}</h1>
      {rows.length === 0 && <p class="empty">{t(open ? 'noneOpen' : 'noneClosed')}</p>}
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>{t('item')}</th>
              <th>{t('grounds')}</th>
              <th>{t('from')}</th>
              <th>{t(open ? 'deadline' : 'decision')}</th>
              <th>{t('received')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Line row={row} open={open} />
            ))}
          </tbody>
        </table>
      )}
      {more && (
        <p>
          <a href={more}>{t('older')}</a>
        </p>
      )}
    </Layout>
  )
}

/** “Post on Mastodon”. */
export function ItemTitle({ item: { platform, kind } }: Pick<Notice, 'item'>) {
  const { t } = useText()
  const name = platform.slice(0, 1).toUpperCase() + platform.slice(1)
  return <Words text={t('title.on', { kind: t(`kind.${kind}`), platform: name })} />
}

function Line({ row, open }: { row: DeskRow; open: boolean }) {
  const { t } = useText()
  const { item, grounds } = row.notice
  return (
    <tr>
      <td class="item">
        <a href={`/desk/notices/${row.id}`}>
          <ItemTitle item={item} />
        </a>
        {row.corrects && <span class="chip">{t('correction')}</span>}
        {row.correctedBy && <span class="chip">{t('wasCorrected')}</span>}
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
            <span class="quiet">{t('noDeadline')}</span>
          )
        ) : row.withdrawn ? (
          t('withdrawn')
        ) : (
          row.decision && t(`outcome.${row.decision.outcome}`)
        )}
      </td>
      <td>
        <When at={row.receivedAt} />
      </td>
    </tr>
  )
}

export function ErrorPage({ title, detail }: { title: string; detail: string }) {
  const { t } = useText()
  return (
    <Layout title={title} signedIn>
      <h1>{title}</h1>
      <p>{reveal(detail)}</p>
      <p>
        <a href="/desk">{t('back')}</a>
      </p>
    </Layout>
  )
}
