import { openForm } from '../support/form'
import { inPage, started } from './arena'
import { hold, type Unstopped } from './attack'

/** What no extension can stop in today's browsers, and what the reviewer sees of it. */
export const UNSTOPPED: Unstopped[] = [
  {
    name: 'the page sees that an element without name or attribute was added to its bars, and that it has a closed root',
    sees: 'nothing; in quiet mode there is no such element',
    async shows(arena) {
      const page = await arena.page()
      await started(page)
      const told = await inPage(
        page,
        `(() => { const one = document.querySelector('.status__action-bar span:not([class])'); try { one.attachShadow({ mode: 'open' }); return false } catch { return true } })()`,
      )
      hold(told === true, 'it is not so any more')
    },
  },
  {
    name: 'the page sees, after the press, that a popover was opened and that it lost the focus',
    sees: 'the form; in a window of its own the popover is not there, the lost focus is',
    async shows(arena) {
      const page = await arena.page({ first: 'addEventListener("blur", () => { globalThis.left = true })' })
      await started(page)
      await openForm(page)
      hold(
        (await inPage(page, 'left && document.querySelectorAll("[popover]").length')) === 1,
        'it is not so any more',
      )
    },
  },
  {
    name: 'the servers of pictures and films see them asked for again, without cookies, when a post is captured',
    sees: 'how many were kept; nothing is fetched under a ground that allows text or the address alone',
  },
  {
    name: 'the page hears the keys of the first 50 ms after it took the keyboard',
    sees: 'the curtain: “The page took the keyboard. Stop typing”, and the window of its own',
  },
  {
    name: 'the page covers the form for ever, or takes it out faster than it is put back',
    sees: 'Send off and why, then the offer of a window of its own; the draft is in the queue',
  },
  {
    name: 'the page makes its own action dead or covers it',
    sees: 'an action that does nothing; toolbar, context menu and key work',
  },
  {
    name: 'the page shows this reviewer another post than everyone else',
    sees: 'the form shows what was captured, which is what is sent; that others saw it too nobody can say',
  },
  {
    name: 'another extension with access to the page opens the action’s root, takes pictures, or hears the keys of the page',
    sees: 'nothing; the form itself and all that is kept stay closed to it',
  },
  {
    name: 'whoever sits at the unlocked browser, or runs programs as the same user, does what the reviewer can do',
    sees: 'nothing; the passphrase locks when nobody is there, the ledger shows what was sent',
  },
  {
    name: 'the backend throws a notice away after it signed for it, or tells others about it',
    sees: 'nothing at first; the receipt, signed by the pinned key over the very bytes, shows that it was taken',
  },
]
