/** The vault: its passphrase, and what waits while it is locked. */
export const vault = {
  en: {
    'vault.locked': 'The vault is locked',
    'vault.lockedHint':
      'Nothing is sent and no decision comes in until you unlock it. Your notices are kept.',
    'vault.passphrase': 'Passphrase',
    'vault.unlock': 'Unlock',
    'vault.forgotten': 'I no longer know it',
    'vault.forgetTitle': 'Forget the sign-ins?',
    'vault.forgetHint':
      'A lost passphrase cannot be had back. Your notices, drafts and evidence stay; every connection has to be added again before anything is sent.',
    'vault.forget': 'Forget the sign-ins',
  },
  ru: {
    'vault.locked': 'Хранилище заперто',
    'vault.lockedHint':
      'Пока вы его не отопрёте, ничего не отправляется и решения не приходят. Ваши сообщения сохранены.',
    'vault.passphrase': 'Парольная фраза',
    'vault.unlock': 'Отпереть',
    'vault.forgotten': 'Я её больше не помню',
    'vault.forgetTitle': 'Забыть входы?',
    'vault.forgetHint':
      'Потерянную парольную фразу вернуть нельзя. Сообщения, черновики и доказательства останутся; каждое подключение придётся добавить заново, прежде чем что-то будет отправлено.',
    'vault.forget': 'Забыть входы',
  },
  kk: {
    'vault.locked': 'Қойма құлыптаулы',
    'vault.lockedHint':
      'Құлпын ашқанша ештеңе жіберілмейді, шешімдер де келмейді. Хабарламаларыңыз сақталған.',
    'vault.passphrase': 'Құпия сөйлем',
    'vault.unlock': 'Құлпын ашу',
    'vault.forgotten': 'Мен оны ұмыттым',
    'vault.forgetTitle': 'Кірулерді ұмыту керек пе?',
    'vault.forgetHint':
      'Жоғалған құпия сөйлемді қайтару мүмкін емес. Хабарламалар, жобалар мен дәлелдер қалады; бірдеңе жіберілмес бұрын әр қосылымды қайта қосу керек.',
    'vault.forget': 'Кірулерді ұмыту',
  },
} as const
