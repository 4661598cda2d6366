/** Another capture of the same item reads otherwise: used by the queue and by the desk. */
export const edited = {
  en: {
    'edited.title': 'Other captures',
    'edited.since': 'Edited since: captured again on {when}.',
    'edited.before': 'Edited before: the capture of {when} was different.',
    'edited.open': 'That notice',
    'edited.what': 'What changed',
    'edited.gone': 'Removed:',
    'edited.new': 'Added:',
    'edited.came': 'Added: {what}: {about}',
    'edited.went': 'Removed: {what}: {about}',
    'edited.hint':
      'What the two notices say of the item, from the earlier to the later. Covered words are not compared.',
  },
  ru: {
    'edited.title': 'Другие снимки',
    'edited.since': 'С тех пор изменено: снято снова {when}.',
    'edited.before': 'Изменено раньше: на снимке {when} было иначе.',
    'edited.open': 'То уведомление',
    'edited.what': 'Что изменилось',
    'edited.gone': 'Удалено:',
    'edited.new': 'Добавлено:',
    'edited.came': 'Добавлено: {what}: {about}',
    'edited.went': 'Удалено: {what}: {about}',
    'edited.hint':
      'Что оба уведомления говорят о публикации, от раннего к позднему. Закрытые слова не сравниваются.',
  },
  kk: {
    'edited.title': 'Басқа түсірілімдер',
    'edited.since': 'Содан бері өзгертілген: {when} қайта түсірілді.',
    'edited.before': 'Бұрын өзгертілген: {when} түсірілімі басқаша болған.',
    'edited.open': 'Сол хабарлама',
    'edited.what': 'Не өзгерді',
    'edited.gone': 'Жойылды:',
    'edited.new': 'Қосылды:',
    'edited.came': 'Қосылды: {what}: {about}',
    'edited.went': 'Жойылды: {what}: {about}',
    'edited.hint':
      'Екі хабарламаның жазба туралы айтқаны, ертесінен кешіне қарай. Жабылған сөздер салыстырылмайды.',
  },
}
