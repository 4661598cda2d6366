import { ask } from '../ask'
import { useText } from '../text'
import { SignedFile } from './signed-file'

/** Imports an organisation's pack of grounds. */
export function ImportPack({ imported }: { imported: () => Promise<void> }) {
  const { t } = useText()
  return (
    <div class="card">
      <SignedFile
        label={t('options.grounds.import')}
        hint={t('options.grounds.importHint')}
        read={(text) => ask('grounds.preview', { text })}
        by={({ signed, known }) => ({ fingerprint: signed.fingerprint, known })}
        show={(preview) => (
          <>
            <h3>
              {preview.title} · {t('options.grounds.versionOf', { version: preview.version })}
            </h3>
            <p class="small quiet">
              {t('options.grounds.holds', { count: preview.grounds })} {preview.sample.join(' · ')}
              {preview.grounds > preview.sample.length && ' …'}
            </p>
          </>
        )}
        keep={(text) => ask('grounds.import', { text })}
        kept={({ title }) => t('options.grounds.done', { pack: title })}
        changed={imported}
      />
    </div>
  )
}
