import { safeguard } from '../safeguard'
import { personalData as found } from '../wording/personal'

/** What a notice does not need of anyone: telephone numbers, e-mail addresses, numbers of documents and accounts. */
export const personalData = safeguard({
  id: 'personalData',
  number: 11,
  source: 'GDPR Article 5(1)(c); DSA Article 22(3) (reports without personal data); Lumen’s redactors',
  finds: { phoneNumber: 'warn', mailAddress: 'warn', idNumber: 'warn' },
  check: ({ notice: { item, grounds } }, when) =>
    grounds.flatMap(({ explanation: { why, basis } }, i) =>
      Object.entries({ why, basis }).flatMap(([part, text]) =>
        found(text ?? '', item).flatMap((code) => when(true, code, `grounds.${i}.${part}`)),
      ),
    ),
})
