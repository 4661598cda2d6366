import { ask } from '../ask'
import { Button } from '../controls/button'
import { ProblemNote } from '../problem'
import { save } from '../save'
import { useText } from '../text'
import { useWork } from '../use-asked'

/** For developers: saves the page in front as a fixture, markup and what is found on it, with nobody to be recognised. */
export function FixtureButton({ tabId }: { tabId: number }) {
  const { t } = useText()
  const { busy, problem, run } = useWork()
  const make = () =>
    run(async () => {
      const { name, html, json } = await ask('page.fixture', { tabId })
      save(`${name}.html`, 'text/html', html)
      save(`${name}.json`, 'application/json', json)
    })
  return (
    <>
      <Button kind="quiet" busy={busy} onClick={make}>
        {t('popup.fixture')}
      </Button>
      {problem && <ProblemNote problem={problem} />}
    </>
  )
}
