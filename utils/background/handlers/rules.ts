import { syncScripts } from '../../scripts'
import { settings } from '../../settings'
import { dropSitePack, keepSitePack, previewSitePack, sitePackState } from '../../sites/hotfix'
import type { Handlers } from '../router'

type RulesMessages = 'rules.state' | 'rules.preview' | 'rules.import' | 'rules.drop' | 'rules.shipped'

/** Messages about the rules by which sites are read: the shipped ones, and a signed pack of newer ones. */
export function rulesHandlers(): Pick<Handlers, RulesMessages> {
  return {
    async 'rules.state'() {
      const [pack, { shippedRules }] = await Promise.all([sitePackState(), settings.get()])
      return { pack, shippedOnly: shippedRules }
    },

    async 'rules.preview'({ text }) {
      const { pack, sites, fingerprint, known } = await previewSitePack(text)
      const { id, version, issuedAt, expiresAt } = pack
      return { id, version, issuedAt, expiresAt, fingerprint, known, sites: sites.map(({ name }) => name) }
    },

    async 'rules.import'({ text }) {
      await keepSitePack(text, null)
      await syncScripts()
      return null
    },

    async 'rules.drop'() {
      await dropSitePack()
      await syncScripts()
      return null
    },

    async 'rules.shipped'({ only }) {
      await settings.set({ shippedRules: only })
      await syncScripts()
      return null
    },
  }
}
