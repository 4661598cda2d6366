import { describe, expect, it } from 'vitest'
import { holdsInsult } from '../../utils/assess/wording/insults'
import { holdsOrder } from '../../utils/assess/wording/orders'

const ORDERS = {
  en: [
    'You must remove this post.',
    'The platform has to delete it.',
    'Take it down immediately.',
    'Remove at once!',
    'We demand that the account be suspended.',
    'This is a takedown request.',
  ],
  ru: [
    'Пост должен быть удалён.',
    'Требуем удалить публикацию.',
    'Немедленно заблокируйте!',
    'Удалите это срочно',
    'Необходимо снять с публикации.',
  ],
  kk: ['Жазбаны дереу жойыңыз.', 'Бұл жазбаны жою керек.', 'Жазба өшірілсін.', 'Бұғаттауды талап етеміз.'],
  de: [
    'Der Beitrag muss gelöscht werden.',
    'Wir verlangen die Löschung.',
    'Bitte sofort entfernen.',
    'Der Beitrag ist zu löschen.',
  ],
  fr: [
    'La publication doit être supprimée.',
    'Nous exigeons que vous retiriez ce message.',
    'Supprimez ce message immédiatement.',
    'Il faut bloquer ce compte.',
  ],
}
const REQUESTS = {
  en: [
    'Please assess whether this falls under the rule.',
    'The author removed the sign from the building and calls for an attack.',
    'It says “you must delete them all” about a group of people.',
    'They must all die, the post says of a named group.',
  ],
  ru: [
    'Просим оценить, подпадает ли это под правило.',
    'Автор удалил ссылку, но призыв остался.',
    'В нём сказано: «их необходимо удалить из страны».',
  ],
  kk: ['Осы ережеге жата ма, бағалауыңызды сұраймыз.', 'Автор сілтемені өшірді, бірақ шақыру қалды.'],
  de: [
    'Bitte prüfen Sie, ob das unter die Regel fällt.',
    'Der Verfasser hat den Link gelöscht, der Aufruf bleibt.',
    'Dort steht: „Sie müssen alle gelöscht werden“.',
  ],
  fr: [
    'Merci d’examiner si cela relève de la règle.',
    'L’auteur a supprimé le lien, mais l’appel reste.',
    'On y lit : « il faut les supprimer ».',
  ],
}

describe.each(Object.keys(ORDERS) as (keyof typeof ORDERS)[])('orders in %s', (language) => {
  it.each(ORDERS[language])('%s', (text) => expect(holdsOrder(text)).toBe(true))
  it.each(REQUESTS[language])('not: %s', (text) => expect(holdsOrder(text)).toBe(false))
})

describe('insults', () => {
  it.each([
    'This idiot calls for an attack.',
    'Этот урод призывает к насилию.',
    'Мынау ақымақ адам.',
    'So ein Dreckskerl!',
    'Ce connard appelle à la violence.',
  ])('%s', (text) => expect(holdsInsult(text)).toBe(true))
  it.each([
    'The post calls a person an animal.',
    'It says “идиот” about a named person.',
    'Автор пишет о дурацком законе.',
    'Природный заповедник закрыт.',
    'Un discours qui désordonne.',
  ])('not: %s', (text) => expect(holdsInsult(text)).toBe(false))
})
