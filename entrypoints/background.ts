import { defineBackground } from 'wxt/utils/define-background'
import type { Sender } from '../utils/asks'
import { showBadge } from '../utils/background/announce'
import { draftHandlers } from '../utils/background/handlers/draft'
import { groundsHandlers } from '../utils/background/handlers/grounds'
import { noticeHandlers } from '../utils/background/handlers/notice'
import { opensOwnWindow, pageHandlers } from '../utils/background/handlers/page'
import { practiceHandlers } from '../utils/background/handlers/practice'
import { reviewHandlers } from '../utils/background/handlers/review'
import { rulesHandlers } from '../utils/background/handlers/rules'
import { settingsHandlers } from '../utils/background/handlers/settings'
import { lockVault, vaultHandlers } from '../utils/background/handlers/vault'
import { keepLocking } from '../utils/background/locking'
import { createMenus, onCalled } from '../utils/background/menus'
import { startPick } from '../utils/background/pick'
import { answer, answerLine } from '../utils/background/router'
import { createService } from '../utils/background/service'
import { keepPolling, keepSweeping, onAlarms } from '../utils/background/wake'
import { browser } from '../utils/browser'
import { actsOtherwise, watchPolicy } from '../utils/policy'
import { reviewsWaiting } from '../utils/reviews-waiting'
import { restartScripts, syncScripts } from '../utils/scripts'
import { settings } from '../utils/settings'

export default defineBackground({
  type: 'module',
  main() {
    const service = createService()
    const { outbox, presses, drain, poll, clean } = service
    const handlers = {
      ...pageHandlers(service),
      ...draftHandlers(service),
      ...noticeHandlers(service),
      ...settingsHandlers(service),
      ...groundsHandlers(),
      ...rulesHandlers(),
      ...practiceHandlers(service),
      ...reviewHandlers(service),
      ...vaultHandlers(service),
    }

    // Every listener stands before anything is awaited: the browser wakes the background for them.
    browser.runtime.onMessage.addListener((message: unknown, sender: Sender) =>
      answer(handlers, message, sender),
    )
    browser.runtime.onConnect.addListener((port) => answerLine(handlers, port))
    onAlarms(drain, poll, clean)
    onCalled(
      async (place, target) => {
        const ownWindow = await opensOwnWindow(place.address)
        await presses.pressFrom(place, target, ownWindow).catch((error) => console.error('report', error))
      },
      (place) => void startPick(place).catch((error) => console.error('pick', error)),
    )
    browser.runtime.onInstalled.addListener(({ reason }) => {
      void createMenus()
      void syncScripts(true)
      if (reason === 'install') void browser.tabs.create({ url: browser.runtime.getURL('welcome.html') })
    })
    browser.runtime.onStartup.addListener(() => void syncScripts())
    browser.permissions.onAdded.addListener(() => void syncScripts())
    browser.permissions.onRemoved.addListener(() => void syncScripts())
    settings.watch((now, before) => {
      void showBadge(outbox)
      if (actsOtherwise(now, before)) void restartScripts()
    })
    watchPolicy(() => void restartScripts())
    keepLocking(() => void lockVault())
    reviewsWaiting.watch(() => void showBadge(outbox))

    void keepPolling()
    void keepSweeping()
    void showBadge(outbox)
    service.lookForLoss()
    drain()
  },
})
