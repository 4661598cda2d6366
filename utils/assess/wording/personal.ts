import type { Item } from '../../notice'

const MAIL =
  /(?<![@\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/gu
const DATE = /\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}:\d{2}(?::\d{2})?/g
const NUMBER = /(?<![\p{L}\p{N}])[+(]?\d[\d\s().-]{7,24}\d(?!\p{N})/gu
const IBAN = /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?![\p{L}\p{N}])/u

type Found = 'phoneNumber' | 'mailAddress' | 'idNumber'

/** Kinds of personal data in a text that say nothing about the item. Addresses, dates and the item's own id do not count. */
export function personalData(text: string, item: Pick<Item, 'permalink' | 'author' | 'platformId'>): Found[] {
  const bare = text.replace(/https?:\/\/\S{1,500}/g, ' ')
  const handle = item.author.handle?.replace(/^@/, '').toLowerCase()
  const mail = (bare.match(MAIL) ?? []).some((address) => address.toLowerCase() !== handle)
  const rest = bare.replace(MAIL, ' ').replace(DATE, ' ')
  const own = `${item.permalink ?? ''} ${item.platformId ?? ''}`
  const numbers = (rest.match(NUMBER) ?? []).filter((number) => !own.includes(digitsOf(number)))
  return [
    ...(numbers.some(isPhone) ? (['phoneNumber'] as const) : []),
    ...(mail ? (['mailAddress'] as const) : []),
    ...(IBAN.test(rest) || numbers.some(isId) ? (['idNumber'] as const) : []),
  ]
}

const digitsOf = (text: string) => text.replace(/\D/g, '')

/** With its country's code, or as it is dialled at home; without any space it is no longer than eleven figures. */
function isPhone(text: string): boolean {
  const { length } = digitsOf(text)
  if (/^(?:\+|00)/.test(text)) return length >= 10 && length <= 15
  return /^[(078]/.test(text) && length >= 10 && length <= (/^\d+$/.test(text) ? 11 : 13)
}

/** Twelve figures: an identification number (Kazakhstan's IIN, Russia's INN); or a payment card's. */
function isId(text: string): boolean {
  return /^\d{12}$/.test(text) || (/^\d[\d -]+$/.test(text) && isCard(digitsOf(text)))
}

/** A payment card's number: 13 to 19 digits with the check digit of Luhn (ISO/IEC 7812-1). */
function isCard(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19) return false
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
