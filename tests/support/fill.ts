import type { Frame, Locator } from 'playwright-core'

export type Filling = {
  /** What is typed into the ground box; the first ground that it finds is taken. Default: the platform's first. */
  ground?: string
  why?: string
  passage?: string
  goodFaith?: boolean
}

const WHY =
  'The author calls on readers to do what this rule names, says where and when, and means it in earnest: ' +
  'nothing around the passage makes it a quotation, a report or a joke.'

/** Names one ground and explains it, answers whatever it asks, and makes the declaration: by the form's own controls. */
export async function fillForm(form: Frame, filling: Filling = {}): Promise<void> {
  const box = form.getByRole('combobox', { name: 'Find a rule or a law' })
  await box.click()
  if (filling.ground) await box.fill(filling.ground)
  await form.getByRole('option').first().waitFor()
  await box.press('Enter')
  const card = form.locator('article.ground').last()
  await card.getByLabel('Why it falls under this').fill(filling.why ?? WHY)
  if (filling.passage) await card.getByRole('textbox', { name: 'Passage' }).fill(filling.passage)
  await answerAll(card)
  const belief = form.getByRole('checkbox', { name: /good faith/i })
  if (filling.goodFaith !== false) await belief.check()
}

/** Every element found; every question answered so that nothing protects the item: `no`, and the highest degree. */
async function answerAll(card: Locator): Promise<void> {
  for (const fold of await card.locator('details').all()) {
    await fold.evaluate((one: HTMLDetailsElement) => {
      one.open = true
    })
  }
  for (const element of await card.locator('details [type=checkbox]').all()) await element.check()
  for (const question of await card.locator('fieldset').all()) {
    // Nothing protects it: no joke, no news, and as grave as it gets. Otherwise a second reviewer would decide.
    const no = question.getByRole('radio', { name: 'No', exact: true })
    await ((await no.count()) ? no : question.getByRole('radio').last()).check()
  }
  for (const text of await card.locator('.questions textarea').all()) {
    await text.fill('The post is public, and its author speaks to everyone who follows.')
  }
}

/** Presses Send once it is on, and waits until the form says that the notice is queued. */
export async function sendForm(form: Frame): Promise<void> {
  const send = form.getByRole('button', { name: /^Send/ })
  await form.locator('button.send:not([aria-disabled=true])').waitFor()
  await send.click()
  await form.locator('main.held').waitFor()
}
