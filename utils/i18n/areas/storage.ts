/** Words of the storage: how much there is, what is lost, and the backup. */
export const storage = {
  en: {
    'options.storage.title': 'Storage and backup',
    'options.storage.lead': 'Where your notices wait and are kept, and how they get to another machine.',
    'options.storage.room': 'Room',
    'options.storage.used': 'The outbox takes {used} of {quota} that the browser gives it.',
    'options.storage.unknown': 'This browser does not tell how much room there is.',
    'options.storage.persisted': 'The browser deletes nothing of it by itself.',
    'options.storage.mayGo':
      'The browser has not promised to keep it when the disk gets full. A backup now and then is a good habit.',
    'options.storage.private':
      'In private windows Flagpost does not run: what is reported there would be gone with the window.',
    'options.storage.save': 'Save a backup',
    'options.storage.saveHint':
      'One file with your notices, drafts, sealed evidence and the ledger, locked with a passphrase. Whoever has both can read it; without the passphrase nobody can, we neither.',
    'options.storage.passphrase': 'Passphrase',
    'options.storage.again': 'The same again',
    'options.storage.least': 'At least {least} characters. Several words are easier to keep than signs.',
    'options.storage.saveDo': 'Save backup',
    'options.storage.saved': 'Saved, {size}. Keep the passphrase elsewhere than the file.',
    'options.storage.take': 'Take a backup in',
    'options.storage.takeHint':
      'On a new machine, connect your account first. Notices that are here already stay as they are; each notice keeps its number, so nothing arrives twice at the backend.',
    'options.storage.file': 'Backup file',
    'options.storage.itsPassphrase': 'Its passphrase',
    'options.storage.takeDo': 'Take it in',
    'options.storage.taken': 'Notices taken in: {notices}. Here already: {known}.',
    'options.storage.damaged': 'The outbox does not open',
    'options.storage.damagedHint':
      'Nothing of it was changed. Close and open the browser first: often that is enough. If not, save what can still be read, then set it aside: it stays on the disk as it is, and a new, empty outbox is begun. What your backend received stays there.',
    'options.storage.saveAsIs': 'Save what can be read',
    'options.storage.setAside': 'Set it aside, begin a new one',
    'options.storage.aside': 'Set aside',
    'options.storage.asideOne': 'Set aside on {day}: {reason}',
    'options.storage.asideGo': 'Delete…',
    'options.storage.asideSure': 'Delete what was set aside?',
    'options.storage.asideLost':
      'Notices in it that were never delivered are lost. Save what can be read first.',
    'options.storage.asideDo': 'Delete it',
    'storage.toBackup': 'To the backup',
    'storage.toDamaged': 'What can be done',
    'storage.known': 'I know',
    'history.import': 'Brought from another machine',
    'problem.storageLost':
      'The ledger had {had} lines in this browser and has {has} now: what was kept was deleted or replaced. What backends have is safe. Take your last backup in, and tell your administrator.',
    'problem.storageNearlyFull':
      'The outbox takes {percent} % of the room that the browser gives it. Nothing is lost yet. Save a backup, and make room on the disk.',
    'problem.passphraseDiffers': 'The two passphrases differ. Nothing was saved. Type the same one twice.',
    'problem.backupMissing': 'No file was chosen. Nothing was changed. Choose the backup file.',
    'problem.backupWrong': 'This file is no backup of Flagpost. Nothing was changed. Choose another one.',
    'problem.backupLocked':
      'The backup does not open with this passphrase. Nothing was changed. Try it again; capital letters count.',
    'problem.backupBroken':
      'The backup is not whole: it was cut off or changed. Nothing was taken in. Try another copy of it.',
  },
  ru: {
    'options.storage.title': 'Хранилище и резервная копия',
    'options.storage.lead': 'Где ждут и хранятся ваши уведомления и как они попадают на другую машину.',
    'options.storage.room': 'Место',
    'options.storage.used': 'Очередь занимает {used} из {quota}, которые даёт браузер.',
    'options.storage.unknown': 'Этот браузер не сообщает, сколько места осталось.',
    'options.storage.persisted': 'Сам браузер ничего из этого не удаляет.',
    'options.storage.mayGo':
      'Браузер не обещал хранить это, когда диск заполнится. Время от времени сохраняйте копию.',
    'options.storage.private':
      'В приватных окнах Flagpost не работает: отправленное там исчезло бы вместе с окном.',
    'options.storage.save': 'Сохранить копию',
    'options.storage.saveHint':
      'Один файл с уведомлениями, черновиками, запечатанными доказательствами и журналом под парольной фразой. Прочесть его может тот, у кого есть и файл, и фраза; без фразы не может никто, и мы тоже.',
    'options.storage.passphrase': 'Парольная фраза',
    'options.storage.again': 'Она же ещё раз',
    'options.storage.least': 'Не короче {least} знаков. Несколько слов запомнить легче, чем знаки.',
    'options.storage.saveDo': 'Сохранить копию',
    'options.storage.saved': 'Сохранено, {size}. Храните фразу отдельно от файла.',
    'options.storage.take': 'Принять копию',
    'options.storage.takeHint':
      'На новой машине сначала подключите свою учётную запись. Уведомления, которые здесь уже есть, остаются как есть; у каждого свой номер, поэтому на сервер ничего не придёт дважды.',
    'options.storage.file': 'Файл копии',
    'options.storage.itsPassphrase': 'Её парольная фраза',
    'options.storage.takeDo': 'Принять',
    'options.storage.taken': 'Принято уведомлений: {notices}. Уже были здесь: {known}.',
    'options.storage.damaged': 'Очередь не открывается',
    'options.storage.damagedHint':
      'В ней ничего не изменено. Сначала закройте и откройте браузер: часто этого хватает. Если нет, сохраните то, что ещё читается, и отложите её: она останется на диске как есть, а новая, пустая будет начата. То, что получил ваш сервер, остаётся там.',
    'options.storage.saveAsIs': 'Сохранить то, что читается',
    'options.storage.setAside': 'Отложить и начать новую',
    'options.storage.aside': 'Отложено',
    'options.storage.asideOne': 'Отложено {day}: {reason}',
    'options.storage.asideGo': 'Удалить…',
    'options.storage.asideSure': 'Удалить отложенное?',
    'options.storage.asideLost':
      'Уведомления в ней, которые не были доставлены, пропадут. Сначала сохраните то, что читается.',
    'options.storage.asideDo': 'Удалить',
    'storage.toBackup': 'К резервной копии',
    'storage.toDamaged': 'Что можно сделать',
    'storage.known': 'Понятно',
    'history.import': 'Перенесено с другой машины',
    'problem.storageLost':
      'В журнале этого браузера было строк: {had}, теперь: {has}. То, что хранилось, удалено или заменено. То, что есть у серверов, цело. Примите последнюю копию и сообщите администратору.',
    'problem.storageNearlyFull':
      'Очередь занимает {percent} % места, которое даёт браузер. Пока ничего не потеряно. Сохраните копию и освободите место на диске.',
    'problem.passphraseDiffers': 'Фразы различаются. Ничего не сохранено. Введите одну и ту же дважды.',
    'problem.backupMissing': 'Файл не выбран. Ничего не изменено. Выберите файл копии.',
    'problem.backupWrong': 'Этот файл не копия Flagpost. Ничего не изменено. Выберите другой.',
    'problem.backupLocked':
      'Копия не открывается этой фразой. Ничего не изменено. Попробуйте ещё раз; заглавные буквы важны.',
    'problem.backupBroken':
      'Копия не целая: обрезана или изменена. Ничего не принято. Попробуйте другой её экземпляр.',
  },
  kk: {
    'options.storage.title': 'Сақтау орны және көшірме',
    'options.storage.lead': 'Хабарламаларыңыз қайда күтіп, сақталады және басқа машинаға қалай жетеді.',
    'options.storage.room': 'Орын',
    'options.storage.used': 'Кезек браузер беретін {quota} орыннан {used} алады.',
    'options.storage.unknown': 'Бұл браузер қанша орын барын айтпайды.',
    'options.storage.persisted': 'Браузер мұнан өздігінен ештеңе жоймайды.',
    'options.storage.mayGo':
      'Диск толғанда браузер мұны сақтауға уәде бермеді. Анда-санда көшірме сақтап тұрыңыз.',
    'options.storage.private':
      'Жеке терезелерде Flagpost жұмыс істемейді: онда жіберілген нәрсе тереземен бірге жоғалар еді.',
    'options.storage.save': 'Көшірме сақтау',
    'options.storage.saveHint':
      'Хабарламалар, жобалар, мөрленген дәлелдер және журнал бар бір файл, құпия сөйлеммен жабылған. Екеуі де бар адам оқи алады; сөйлемсіз ешкім, біз де оқи алмаймыз.',
    'options.storage.passphrase': 'Құпия сөйлем',
    'options.storage.again': 'Соның өзі тағы бір рет',
    'options.storage.least': 'Кемінде {least} таңба. Бірнеше сөзді есте сақтау таңбалардан оңай.',
    'options.storage.saveDo': 'Көшірмені сақтау',
    'options.storage.saved': 'Сақталды, {size}. Құпия сөйлемді файлдан бөлек сақтаңыз.',
    'options.storage.take': 'Көшірмені қабылдау',
    'options.storage.takeHint':
      'Жаңа машинада алдымен тіркелгіңізді қосыңыз. Мұнда бар хабарламалар сол күйі қалады; әрқайсысының өз нөмірі бар, сондықтан серверге ештеңе екі рет келмейді.',
    'options.storage.file': 'Көшірме файлы',
    'options.storage.itsPassphrase': 'Оның құпия сөйлемі',
    'options.storage.takeDo': 'Қабылдау',
    'options.storage.taken': 'Қабылданған хабарлама: {notices}. Бұрыннан барлары: {known}.',
    'options.storage.damaged': 'Кезек ашылмай тұр',
    'options.storage.damagedHint':
      'Онда ештеңе өзгертілген жоқ. Алдымен браузерді жауып, қайта ашыңыз: көбіне осы жеткілікті. Болмаса, әлі оқылатынын сақтап, оны шетке қойыңыз: ол дискіде сол қалпында қалады, ал жаңа, бос кезек басталады. Серверіңіз алғаны сонда қалады.',
    'options.storage.saveAsIs': 'Оқылатынын сақтау',
    'options.storage.setAside': 'Шетке қойып, жаңасын бастау',
    'options.storage.aside': 'Шетке қойылған',
    'options.storage.asideOne': '{day} шетке қойылды: {reason}',
    'options.storage.asideGo': 'Жою…',
    'options.storage.asideSure': 'Шетке қойылғанды жою керек пе?',
    'options.storage.asideLost': 'Ондағы жеткізілмеген хабарламалар жоғалады. Алдымен оқылатынын сақтаңыз.',
    'options.storage.asideDo': 'Жою',
    'storage.toBackup': 'Көшірмеге өту',
    'storage.toDamaged': 'Не істеуге болады',
    'storage.known': 'Түсінікті',
    'history.import': 'Басқа машинадан көшірілді',
    'problem.storageLost':
      'Бұл браузердегі журналда {had} жол болған, қазір {has}: сақталған нәрсе жойылған немесе ауыстырылған. Серверлердегісі аман. Соңғы көшірмеңізді қабылдап, әкімшіге айтыңыз.',
    'problem.storageNearlyFull':
      'Кезек браузер беретін орынның {percent} % алады. Әзірге ештеңе жоғалған жоқ. Көшірме сақтап, дискіде орын босатыңыз.',
    'problem.passphraseDiffers': 'Екі сөйлем әртүрлі. Ештеңе сақталмады. Бірдей сөйлемді екі рет теріңіз.',
    'problem.backupMissing': 'Файл таңдалмады. Ештеңе өзгерген жоқ. Көшірме файлын таңдаңыз.',
    'problem.backupWrong': 'Бұл файл Flagpost көшірмесі емес. Ештеңе өзгерген жоқ. Басқасын таңдаңыз.',
    'problem.backupLocked':
      'Көшірме бұл сөйлеммен ашылмайды. Ештеңе өзгерген жоқ. Қайта көріңіз; бас әріптер маңызды.',
    'problem.backupBroken':
      'Көшірме толық емес: кесілген немесе өзгертілген. Ештеңе қабылданған жоқ. Басқа данасын көріңіз.',
  },
} as const
