/** The options page and the first-run page's choices. */
export const options = {
  en: {
    'options.title': 'Options',
    'options.search': 'Search the options',
    'options.parts': 'Parts of the options',
    'options.found_one': '{count} part fits',
    'options.found_other': '{count} parts fit',
    'options.nothing': 'Nothing here has to do with “{query}”.',

    'options.connections.title': 'Connections',
    'options.connections.lead':
      'A connection is one backend that takes your notices: the platform’s reporting channel, or your organisation’s. Notices go to connections and nowhere else.',
    'options.connections.none': 'Nothing is connected yet',
    'options.connections.noneHint':
      'Until then your notices go to the practice desk inside this browser. It works like a real one, and nothing leaves the browser.',
    'options.connections.health.good': 'Connected',
    'options.connections.health.waits': 'Does not answer now',
    'options.connections.health.you': 'Needs you',
    'options.connections.account': 'You are',
    'options.connections.role.reviewer': 'reviewer',
    'options.connections.role.approver': 'approver',
    'options.connections.role.lead': 'lead',
    'options.connections.takes': 'It takes',
    'options.connections.evidence': 'evidence up to {size} a notice',
    'options.connections.lastSeen': 'Last answer',
    'options.connections.key': 'Receipt key',
    'options.connections.keyHint': 'pinned: a receipt signed by another key does not count',
    'options.connections.test': 'Test',
    'options.connections.tested': 'It answered just now.',
    'options.connections.prefer': 'Use for new notices',
    'options.connections.standard': 'New notices go here',
    'options.connections.remove': 'Remove',
    'options.connections.removeTitle': 'Remove {name}?',
    'options.connections.removeSecret':
      'Its secret is deleted from this browser. What the backend has, it keeps.',
    'options.connections.removeUnsent_one':
      '{count} notice for it has not been delivered. It stays in your queue and goes on when you add this account again.',
    'options.connections.removeUnsent_other':
      '{count} notices for it have not been delivered. They stay in your queue and go on when you add this account again.',
    'options.connections.removeOpen_one':
      '{count} delivered notice has no decision yet. Its decision does not come back until then.',
    'options.connections.removeOpen_other':
      '{count} delivered notices have no decision yet. Their decisions do not come back until then.',
    'options.connections.keep': 'Save a copy of its notices first',
    'options.connections.keepHint':
      'One file with the notices of this connection, their evidence and the ledger’s lines, locked with a passphrase. Take it in under “Storage and backup”, here or on another machine where this account is connected: each notice keeps its number, so nothing arrives twice.',
    'options.connections.add': 'Add a connection',
    'options.connections.way': 'How to add it',
    'options.connections.by.link': 'By enrolment link',
    'options.connections.by.token': 'By address and token',
    'options.connections.link': 'Enrolment link',
    'options.connections.linkHint':
      'Whoever runs the backend gives it to you. It works once; paste it whole, with all that stands after #.',
    'options.connections.address': 'Address of the backend',
    'options.connections.addressHint':
      'It begins with https://. Only a backend on this machine may do without.',
    'options.connections.token': 'Token',
    'options.connections.tokenHint':
      'It is kept encrypted in this browser and never shown again. To change it, add the connection again.',
    'options.connections.addIt': 'Add',
    'options.connections.adding': 'Asking the backend',
    'options.connections.added': '{name} is connected. New notices can go there.',
    'options.connections.permitHint':
      'Some backends can be read only with your permission. The browser asks for it by name; Flagpost uses it to talk to {host} as a backend, and for nothing else.',
    'options.connections.permit': 'Allow {host} and try again',

    'options.sites.title': 'Sites',
    'options.sites.lead':
      'On these sites every post can carry the Report action. You switch each on; the browser asks you first, and Flagpost runs on no other page. Any page at all can be reported from the toolbar, the context menu or by key.',
    'options.sites.proven': 'proven, held on {day}',
    'options.sites.unproven': 'unproven, written {day}',
    'options.sites.proofHint':
      '✓ proven: tried on the site’s own pages as they were on that day. ? unproven: written from what is known of the site, not tried on it yet. It may miss posts; what it cannot read for certain it leaves empty and asks you.',
    'options.sites.missing': 'Not permitted yet on {where}.',
    'options.sites.ownWindow': 'Form in its own window here',
    'options.sites.permit': 'Allow',
    'options.sites.refused':
      'You did not allow {site}, so nothing was changed. Switch it on again to be asked once more.',
    'options.sites.degraded': 'Its pages have changed',
    'options.sites.counts': 'Save counts of the site rules',
    'options.sites.countsHint':
      'Which rule read which field, and how often, with no address and no name. They stay in this browser unless you hand the file to whoever mends the rules.',
    'options.sites.server': 'Add a server of the fediverse',
    'options.sites.serverHint':
      'Its host name; an address on it will do. Mastodon, Pleroma, Akkoma, Misskey and its forks, and Lemmy are known; which of them it runs, the server is asked.',
    'options.sites.serverAdd': 'Add',
    'options.sites.serverRemove': 'Remove {host}',
    'options.sites.serverRules_one': '{count} rule of its own, read on {date}',
    'options.sites.serverRules_other': '{count} rules of its own, read on {date}',
    'options.sites.serverNoRules': 'its own rules are not known',
    'options.sites.serverRulesAgain': 'Read the rules of {host} again',
    'options.sites.serverSilent':
      '{host} tells no rules that can be read. What was read before stays; the laws and the usual rules can be cited.',
    'options.sites.serverWrong': 'This is no server’s name. Give it like mastodon.example.',
    'options.sites.pictures': 'Screenshot with each report',
    'options.sites.picturesHint':
      'A picture of the post as it stood on your screen becomes part of the evidence. The browser has only one permission for this, and words it as reading all your data on all sites; Flagpost uses it for the picture at the moment you press Report. Without it the evidence still holds the post’s text, look and media. Reports by toolbar, menu or key have the picture anyway.',

    'options.sites.pageFile': 'Offer the whole page as a file',
    'options.sites.pageFileHint':
      'When you report, you may then add the page as it stands (MHTML), for items that can not be understood alone. Off in each report until you tick it. The browser asks for a permission of its own.',

    'options.rules.title': 'Rules of the sites',
    'options.rules.lead':
      'By these Flagpost finds posts and reads them. When a site changes, newer rules can come as signed data from your backend, or as a file.',
    'options.rules.shipped': 'Shipped rules only.',
    'options.rules.pack': '{pack}, version {version}, of {issued}, good until {until}:',
    'options.rules.drop': 'Back to the shipped rules',
    'options.rules.only': 'Shipped rules only',
    'options.rules.onlyHint':
      'Newer rules that came or come are not used. Sites that have changed may not be read until the next update of the extension.',
    'options.rules.import': 'Import signed rules',
    'options.rules.importHint':
      'A file from your organisation. It names selectors, attributes and addresses for sites that Flagpost knows; it can hold no program and reach no other site.',
    'options.rules.done': 'The rules are in use for pages that are opened from now on.',

    'options.grounds.title': 'Grounds',
    'options.grounds.lead':
      'Grounds are the platforms’ rules and the laws that a notice can name. They come in packs: those of Flagpost, and those that your organisation signs for its own people.',
    'options.grounds.shipped': 'With Flagpost: {packs} packs, {grounds} grounds',
    'options.grounds.pack': 'Pack',
    'options.grounds.version': 'Version',
    'options.grounds.versionOf': 'version {version}',
    'options.grounds.count': 'Grounds',
    'options.grounds.own': 'Your organisation’s',
    'options.grounds.signedBy': 'Signed by',
    'options.grounds.importedOn': 'Imported',
    'options.grounds.import': 'Import a signed pack',
    'options.grounds.importHint':
      'A file from your organisation. It is shown first, and kept only if you say so. Its grounds stand beside the others; it cannot change them.',
    'options.grounds.holds_one': '{count} ground:',
    'options.grounds.holds_other': '{count} grounds:',
    'options.grounds.compare':
      'This is the fingerprint of the key that signed it. Compare it with the one your organisation gave you in person, by phone or on paper. From now on newer versions have to be signed by the same key.',
    'options.grounds.knownKey': 'It is signed by the same key as the version that is here.',
    'options.grounds.compared': 'I compared it, and it is the same',
    'options.grounds.keep': 'Import',
    'options.grounds.done': '{pack} is imported. Its grounds can be chosen now.',
    'options.grounds.remove': 'Remove',
    'options.grounds.removeTitle': 'Remove {pack}?',
    'options.grounds.removeHint':
      'Its grounds can no longer be chosen. Notices that name them keep their own copies. A draft that names one has to be mended.',

    'options.privacy.title': 'Capture and privacy',
    'options.privacy.lead': 'How the form opens, what is captured of a post, and what stays in this browser.',
    'options.privacy.ownWindow': 'Always open the form in its own window',
    'options.privacy.ownWindowHint':
      'A page can take the keyboard from a form that lies over it, or cover it. Its own window is out of its reach; it costs you the view of post and form side by side.',
    'options.privacy.quiet': 'Quiet mode',
    'options.privacy.quietHint':
      'Nothing of Flagpost stands in any page until you call it by key, context menu or toolbar. It costs the Report action on the posts, and what it shows of your earlier notices.',
    'options.fixed': 'Your organisation has set this.',
    'options.privacy.vault': 'Passphrase',
    'options.privacy.vaultOff':
      'The sign-ins of your connections are encrypted under a key that this browser keeps. A passphrase keeps them from whoever gets this computer or a copy of this profile.',
    'options.privacy.vaultOn':
      'The sign-ins of your connections open only with your passphrase. While they are locked, notices wait and nothing is lost.',
    'options.privacy.vaultSet': 'New passphrase',
    'options.privacy.vaultNew': 'Another passphrase',
    'options.privacy.vaultSetHint': '{count} characters or more. It can’t be had back when it is lost.',
    'options.privacy.vaultAgain': 'The same again',
    'options.privacy.vaultOther': 'The two are not the same.',
    'options.privacy.vaultDo': 'Set the passphrase',
    'options.privacy.vaultChange': 'Change it',
    'options.privacy.vaultLock': 'Lock now',
    'options.privacy.vaultTake': 'Do without',
    'options.privacy.vaultDone': 'The passphrase is set. You are asked for it when the browser starts.',
    'options.privacy.vaultTaken': 'There is no passphrase any more.',
    'options.privacy.lockAfter': 'Lock when nobody is here',
    'options.privacy.lockAfterHint':
      'Without keyboard or mouse for so long; and at once when the screen is locked.',
    'options.privacy.minutes_one': '{count} minute',
    'options.privacy.minutes_other': '{count} minutes',
    'options.privacy.undo': 'Time to undo',
    'options.privacy.undoHint':
      'So long a notice waits before it leaves the browser, and can be taken back as if it had never been. After that it can be withdrawn. A longer time delays every notice by as much.',
    'options.privacy.noUndo': 'None: it leaves at once',
    'options.privacy.seconds_one': '{count} second',
    'options.privacy.seconds_other': '{count} seconds',
    'options.privacy.facts': 'What is captured, and what is kept',
    'options.privacy.when': 'When',
    'options.privacy.whenIs':
      'Only when you press Report, and only the one item. No page is read for anything else.',
    'options.privacy.what': 'What',
    'options.privacy.whatIs':
      'Its address, author, time and text; its look and its media; a screenshot where you allow it; the page around it only where you tick it in that report. Sealed together under one digest.',
    'options.privacy.class': 'How much',
    'options.privacy.classIs':
      'The ground decides. Some allow text only, some the address alone: then the rest is destroyed at once, before anything is sent.',
    'options.privacy.people': 'Other people',
    'options.privacy.peopleIs':
      'Posts around the item are not captured. What the page shows within it is: a quoted post, or comments where they stand inside the post.',
    'options.privacy.kept': 'Where it is kept',
    'options.privacy.keptIs':
      'In this browser’s own storage; evidence and secrets are encrypted there. Drafts stay until you send or discard them, notices and their history until you delete everything below.',
    'options.privacy.sent': 'Where it goes',
    'options.privacy.sentIs':
      'To the connection that the form names, and nowhere else. No statistics, no error reports.',
    'options.privacy.wipe': 'Delete everything here',
    'options.privacy.wipeHint':
      'Ends all that Flagpost keeps in this browser: notices, evidence, drafts, history, connections with their secrets, imported packs, settings; and gives back the permissions for sites. What backends have stays with them.',
    'options.privacy.wipeStart': 'Delete everything…',
    'options.privacy.wipeTitle': 'Delete everything?',
    'options.privacy.wipeNext': 'Go on',
    'options.privacy.wipeUnsent_one': '{count} notice is only here and would be lost:',
    'options.privacy.wipeUnsent_other': '{count} notices are only here and would be lost:',
    'options.privacy.wipeMore_one': 'and {count} more',
    'options.privacy.wipeMore_other': 'and {count} more',
    'options.privacy.wipeNothingUnsent': 'No notice is waiting to be delivered.',
    'options.privacy.wipeRest':
      'Gone too: drafts ({drafts}), your copies of other notices with their decisions ({notices}), the history, and every connection.',
    'options.privacy.wipeSure': 'There is no way back',
    'options.privacy.wipeSureHint': 'Nothing of it can be brought back, by you or by anybody else.',
    'options.privacy.wipeDo': 'Delete everything',
    'options.privacy.wiped': 'Everything is deleted. Flagpost is as it was on its first day.',

    'options.keys.title': 'Keys',
    'options.keys.lead': 'Everything works without a mouse.',
    'options.keys.browser': 'In the browser',
    'options.keys.action': 'Open Flagpost',
    'options.keys.unset': 'none set',
    'options.keys.hint': 'The browser keeps these, and changes them on a page of its own.',
    'options.keys.change': 'Change them',
    'options.keys.form': 'In the form',
    'options.keys.form.look': 'Look through the grounds',
    'options.keys.form.pick': 'Pick the ground',
    'options.keys.form.answer': 'Answer the question that has the focus',
    'options.keys.form.send': 'Send',
    'options.keys.form.undo': 'Take it back, while it waits',
    'options.keys.form.close': 'Close, and keep the draft',
    'options.keys.popup': 'In the popup and the queue',
    'options.keys.letters': 'Single letters as keys',
    'options.keys.lettersHint':
      'They never count while you type. Switch them off if a voice control or a reading aid presses letters by itself.',

    'options.language.title': 'Language and look',
    'options.language.lead': 'It applies at once, on every page of Flagpost and to the action on posts.',
    'options.language.interface': 'Language',
    'options.language.system': 'As the browser',
    'options.language.look': 'Colours',
    'options.language.lookHint':
      'Light or dark as the browser is; high contrast and reduced motion as the system asks. Nothing to set here.',

    'options.practice.title': 'Practice',
    'options.practice.lead': 'Report, then decide yourself. Nothing leaves this browser.',
    'options.practice.hint':
      'The practice desk takes notices as a real backend does: receipt, decision, statement of reasons. You play both parts, so that you see what the platform’s representative needs from you. It costs nothing and counts nowhere.',
    'options.practice.open': 'Open the practice desk',

    'options.about.title': 'About',
    'options.about.lead':
      'Flagpost reports posts in their context, with named grounds, sealed evidence and due process.',
    'options.about.version': 'Version',
    'options.about.licence': 'Licence',
    'options.about.reads': 'It can read',
    'options.about.readsNothing': 'no site; a page only when you report it',
    'options.about.sends': 'It sends to',
    'options.about.sendsNothing': 'nobody; notices go to the practice desk in this browser',
    'options.about.nothingElse':
      'Nothing else is read, and nothing is sent to anybody else: no statistics, no updates of its own, no error reports.',
    'options.about.fixtures': 'Save pages as fixtures',
    'options.about.fixturesHint':
      'For developers: the popup gets a command that saves the open page with what is found on it, redacted. The page is loaded anew afterwards.',
    'options.about.diagnostics': 'Diagnostics',
    'options.about.diagnosticsHint':
      'Versions, figures and error codes for whoever helps you. There is nothing in it of what you reported, no name, no address and no secret; you see it before it goes anywhere.',
    'options.about.make': 'Show',
    'options.about.copy': 'Copy',
    'options.about.copied': 'Copied.',
    'options.about.save': 'Save as a file',
  },
  ru: {
    'options.title': 'Настройки',
    'options.search': 'Искать в настройках',
    'options.parts': 'Разделы настроек',
    'options.found_one': 'Подходит {count} раздел',
    'options.found_few': 'Подходят {count} раздела',
    'options.found_many': 'Подходят {count} разделов',
    'options.found_other': 'Подходят {count} раздела',
    'options.nothing': 'Здесь ничего нет про «{query}».',

    'options.connections.title': 'Подключения',
    'options.connections.lead':
      'Подключение — это сервер, который принимает ваши уведомления: канал сообщений платформы или вашей организации. Уведомления уходят в подключения и больше никуда.',
    'options.connections.none': 'Пока ничего не подключено',
    'options.connections.noneHint':
      'До тех пор уведомления уходят на учебный стол внутри этого браузера. Он работает как настоящий, и браузер ничего не отдаёт.',
    'options.connections.health.good': 'Подключено',
    'options.connections.health.waits': 'Сейчас не отвечает',
    'options.connections.health.you': 'Нужны вы',
    'options.connections.account': 'Вы',
    'options.connections.role.reviewer': 'рецензент',
    'options.connections.role.approver': 'утверждающий',
    'options.connections.role.lead': 'руководитель',
    'options.connections.takes': 'Принимает',
    'options.connections.evidence': 'материалы до {size} на уведомление',
    'options.connections.lastSeen': 'Последний ответ',
    'options.connections.key': 'Ключ квитанций',
    'options.connections.keyHint': 'закреплён: квитанция, подписанная другим ключом, не считается',
    'options.connections.test': 'Проверить',
    'options.connections.tested': 'Сервер только что ответил.',
    'options.connections.prefer': 'Для новых уведомлений',
    'options.connections.standard': 'Новые уведомления уходят сюда',
    'options.connections.remove': 'Удалить',
    'options.connections.removeTitle': 'Удалить {name}?',
    'options.connections.removeSecret':
      'Секрет удаляется из этого браузера. Что есть у сервера, остаётся у него.',
    'options.connections.removeUnsent_one':
      '{count} уведомление для него не доставлено. Оно останется в очереди и уйдёт, когда вы снова добавите этот аккаунт.',
    'options.connections.removeUnsent_few':
      '{count} уведомления для него не доставлены. Они останутся в очереди и уйдут, когда вы снова добавите этот аккаунт.',
    'options.connections.removeUnsent_many':
      '{count} уведомлений для него не доставлены. Они останутся в очереди и уйдут, когда вы снова добавите этот аккаунт.',
    'options.connections.removeUnsent_other':
      '{count} уведомления для него не доставлены. Они останутся в очереди и уйдут, когда вы снова добавите этот аккаунт.',
    'options.connections.removeOpen_one':
      'По {count} доставленному уведомлению ещё нет решения. До тех пор решение не придёт.',
    'options.connections.removeOpen_few':
      'По {count} доставленным уведомлениям ещё нет решений. До тех пор решения не придут.',
    'options.connections.removeOpen_many':
      'По {count} доставленным уведомлениям ещё нет решений. До тех пор решения не придут.',
    'options.connections.removeOpen_other':
      'По {count} доставленным уведомлениям ещё нет решений. До тех пор решения не придут.',
    'options.connections.keep': 'Сначала сохранить копию его уведомлений',
    'options.connections.keepHint':
      'Один файл с уведомлениями этого подключения, их доказательствами и строками журнала под парольной фразой. Примите его в разделе «Хранилище и резервная копия» здесь или на другой машине, где подключён этот аккаунт: у каждого уведомления свой номер, поэтому ничего не придёт дважды.',
    'options.connections.add': 'Добавить подключение',
    'options.connections.way': 'Как добавить',
    'options.connections.by.link': 'По ссылке',
    'options.connections.by.token': 'По адресу и токену',
    'options.connections.link': 'Ссылка для подключения',
    'options.connections.linkHint':
      'Её даёт тот, кто ведёт сервер. Она действует один раз; вставьте её целиком, со всем, что стоит после #.',
    'options.connections.address': 'Адрес сервера',
    'options.connections.addressHint':
      'Начинается с https://. Без этого можно только с сервером на этой же машине.',
    'options.connections.token': 'Токен',
    'options.connections.tokenHint':
      'Хранится в этом браузере зашифрованным и больше не показывается. Чтобы сменить его, добавьте подключение заново.',
    'options.connections.addIt': 'Добавить',
    'options.connections.adding': 'Запрос к серверу',
    'options.connections.added': '{name}: подключено. Новые уведомления могут уходить туда.',
    'options.connections.permitHint':
      'Некоторые серверы можно прочитать только с вашего разрешения. Браузер спросит о нём по имени; Flagpost обращается по нему к {host} как к серверу уведомлений, и только.',
    'options.connections.permit': 'Разрешить {host} и повторить',

    'options.sites.title': 'Сайты',
    'options.sites.lead':
      'На этих сайтах у каждой публикации может стоять кнопка «Сообщить». Каждый сайт включаете вы; браузер сначала спросит, и ни на одной другой странице Flagpost не работает. Любую страницу можно сообщить из панели, контекстного меню или клавишами.',
    'options.sites.proven': 'проверено {day}',
    'options.sites.unproven': 'не проверено, написано {day}',
    'options.sites.proofHint':
      '✓ проверено: испытано на собственных страницах сайта, какими они были в тот день. ? не проверено: написано по тому, что известно о сайте, на нём ещё не испытано. Может пропускать публикации; что нельзя прочитать наверняка, остаётся пустым и спрашивается у вас.',
    'options.sites.missing': 'Пока не разрешено: {where}.',
    'options.sites.ownWindow': 'Здесь форма в своём окне',
    'options.sites.permit': 'Разрешить',
    'options.sites.refused':
      'Вы не разрешили {site}, поэтому ничего не изменилось. Включите снова, чтобы браузер спросил ещё раз.',
    'options.sites.degraded': 'Его страницы изменились',
    'options.sites.counts': 'Сохранить счётчики правил',
    'options.sites.countsHint':
      'Какое правило какое поле прочло и сколько раз, без адресов и имён. Они остаются в этом браузере, пока вы сами не передадите файл тем, кто чинит правила.',
    'options.sites.server': 'Добавить сервер федиверса',
    'options.sites.serverHint':
      'Имя сервера или любой адрес на нём. Известны Mastodon, Pleroma, Akkoma, Misskey и её ответвления и Lemmy; что на нём работает, спрашивают у самого сервера.',
    'options.sites.serverAdd': 'Добавить',
    'options.sites.serverRemove': 'Убрать {host}',
    'options.sites.serverRules_one': '{count} собственное правило, прочитано {date}',
    'options.sites.serverRules_few': '{count} собственных правила, прочитаны {date}',
    'options.sites.serverRules_many': '{count} собственных правил, прочитаны {date}',
    'options.sites.serverRules_other': '{count} собственного правила, прочитаны {date}',
    'options.sites.serverNoRules': 'его собственные правила неизвестны',
    'options.sites.serverRulesAgain': 'Прочитать правила {host} ещё раз',
    'options.sites.serverSilent':
      '{host} не сообщает правил, которые можно прочитать. Прочитанное раньше остаётся; можно ссылаться на законы и обычные правила.',
    'options.sites.serverWrong': 'Это не имя сервера. Укажите его как mastodon.example.',
    'options.sites.pictures': 'Снимок экрана с каждым сообщением',
    'options.sites.picturesHint':
      'Изображение публикации, какой она была на экране, входит в материалы. У браузера на это одно разрешение, и он называет его чтением всех данных на всех сайтах; Flagpost пользуется им для снимка в ту минуту, когда вы нажимаете «Сообщить». Без него в материалах всё равно есть текст, вид и медиафайлы публикации. При сообщении из панели, меню или клавишами снимок делается и так.',

    'options.sites.pageFile': 'Предлагать всю страницу файлом',
    'options.sites.pageFileHint':
      'При сообщении можно будет приложить страницу как есть (MHTML), если публикацию нельзя понять саму по себе. В каждом сообщении это выключено, пока вы не отметите. Браузер спросит отдельное разрешение.',

    'options.rules.title': 'Правила сайтов',
    'options.rules.lead':
      'По ним Flagpost находит публикации и читает их. Когда сайт меняется, новые правила приходят подписанными данными с вашего сервера или файлом.',
    'options.rules.shipped': 'Только встроенные правила.',
    'options.rules.pack': '{pack}, версия {version}, от {issued}, действует до {until}:',
    'options.rules.drop': 'Вернуться к встроенным правилам',
    'options.rules.only': 'Только встроенные правила',
    'options.rules.onlyHint':
      'Более новые правила не применяются. Изменившиеся сайты могут не читаться до следующего обновления расширения.',
    'options.rules.import': 'Импорт подписанных правил',
    'options.rules.importHint':
      'Файл от вашей организации. В нём селекторы, атрибуты и адреса для сайтов, известных Flagpost; программы в нём быть не может, и до других сайтов он не дотянется.',
    'options.rules.done': 'Правила действуют на страницах, открытых с этого момента.',

    'options.grounds.title': 'Основания',
    'options.grounds.lead':
      'Основания — правила платформ и законы, которые может назвать уведомление. Они приходят наборами: от Flagpost и те, что ваша организация подписывает для своих.',
    'options.grounds.shipped': 'С Flagpost: наборов {packs}, оснований {grounds}',
    'options.grounds.pack': 'Набор',
    'options.grounds.version': 'Версия',
    'options.grounds.versionOf': 'версия {version}',
    'options.grounds.count': 'Оснований',
    'options.grounds.own': 'Вашей организации',
    'options.grounds.signedBy': 'Подписан',
    'options.grounds.importedOn': 'Добавлен',
    'options.grounds.import': 'Добавить подписанный набор',
    'options.grounds.importHint':
      'Файл от вашей организации. Сначала он показывается и сохраняется, только если вы согласны. Его основания встают рядом с другими и не могут их изменить.',
    'options.grounds.holds_one': '{count} основание:',
    'options.grounds.holds_few': '{count} основания:',
    'options.grounds.holds_many': '{count} оснований:',
    'options.grounds.holds_other': '{count} основания:',
    'options.grounds.compare':
      'Это отпечаток ключа, которым подписан набор. Сверьте его с тем, что организация дала вам лично, по телефону или на бумаге. С этого времени новые версии должны быть подписаны тем же ключом.',
    'options.grounds.knownKey': 'Подписано тем же ключом, что и версия, которая уже есть.',
    'options.grounds.compared': 'Я сверил отпечаток, он тот же',
    'options.grounds.keep': 'Добавить',
    'options.grounds.done': '{pack}: добавлено. Его основания уже можно выбирать.',
    'options.grounds.remove': 'Удалить',
    'options.grounds.removeTitle': 'Удалить {pack}?',
    'options.grounds.removeHint':
      'Его основания больше нельзя будет выбрать. Уведомления, где они названы, хранят свои копии. Черновик, где названо такое основание, придётся исправить.',

    'options.privacy.title': 'Захват и приватность',
    'options.privacy.lead':
      'Как открывается форма, что сохраняется с публикации и что остаётся в этом браузере.',
    'options.privacy.ownWindow': 'Всегда открывать форму в своём окне',
    'options.privacy.ownWindowHint':
      'Страница может перехватить клавиатуру у формы, которая лежит над ней, или закрыть её. До своего окна ей не дотянуться; цена — публикация и форма не видны рядом.',
    'options.privacy.quiet': 'Тихий режим',
    'options.privacy.quietHint':
      'На страницах нет ничего от Flagpost, пока вы не вызовете его клавишей, из контекстного меню или с панели. Цена: на публикациях нет кнопки «Сообщить» и не видно ваших прежних сообщений.',
    'options.fixed': 'Это установила ваша организация.',
    'options.privacy.vault': 'Парольная фраза',
    'options.privacy.vaultOff':
      'Входы ваших подключений зашифрованы ключом, который хранит этот браузер. Парольная фраза закроет их от того, кому достанется этот компьютер или копия профиля.',
    'options.privacy.vaultOn':
      'Входы ваших подключений открываются только парольной фразой. Пока они заперты, сообщения ждут и ничего не теряется.',
    'options.privacy.vaultSet': 'Новая парольная фраза',
    'options.privacy.vaultNew': 'Другая парольная фраза',
    'options.privacy.vaultSetHint': 'Знаков не меньше: {count}. Потерянную вернуть нельзя.',
    'options.privacy.vaultAgain': 'Она же ещё раз',
    'options.privacy.vaultOther': 'Фразы не совпадают.',
    'options.privacy.vaultDo': 'Установить',
    'options.privacy.vaultChange': 'Сменить',
    'options.privacy.vaultLock': 'Запереть сейчас',
    'options.privacy.vaultTake': 'Обходиться без неё',
    'options.privacy.vaultDone': 'Парольная фраза установлена. Её спросят при запуске браузера.',
    'options.privacy.vaultTaken': 'Парольной фразы больше нет.',
    'options.privacy.lockAfter': 'Запирать, когда никого нет',
    'options.privacy.lockAfterHint':
      'Когда столько времени не трогают клавиатуру и мышь; и сразу, когда заблокирован экран.',
    'options.privacy.minutes_one': '{count} минута',
    'options.privacy.minutes_few': '{count} минуты',
    'options.privacy.minutes_many': '{count} минут',
    'options.privacy.minutes_other': '{count} минуты',
    'options.privacy.undo': 'Время на отмену',
    'options.privacy.undoHint':
      'Столько уведомление ждёт, прежде чем уйти из браузера, и его можно вернуть, как будто его не было. Потом его можно отозвать. Чем дольше, тем позже уходит каждое уведомление.',
    'options.privacy.noUndo': 'Нет: уходит сразу',
    'options.privacy.seconds_one': '{count} секунда',
    'options.privacy.seconds_few': '{count} секунды',
    'options.privacy.seconds_many': '{count} секунд',
    'options.privacy.seconds_other': '{count} секунды',
    'options.privacy.facts': 'Что сохраняется со страницы и что хранится',
    'options.privacy.when': 'Когда',
    'options.privacy.whenIs':
      'Только когда вы нажимаете «Сообщить», и только одна публикация. Ни для чего другого страницы не читаются.',
    'options.privacy.what': 'Что',
    'options.privacy.whatIs':
      'Адрес, автор, время и текст; вид и медиафайлы; снимок экрана, если вы разрешили. Всё запечатано под одним дайджестом.',
    'options.privacy.class': 'Сколько',
    'options.privacy.classIs':
      'Решает основание. Одни допускают только текст, другие — только адрес: тогда остальное уничтожается сразу, до отправки.',
    'options.privacy.people': 'Другие люди',
    'options.privacy.peopleIs':
      'Публикации вокруг не сохраняются. Сохраняется то, что страница показывает внутри: цитата другой публикации или комментарии, если они стоят в самой публикации.',
    'options.privacy.kept': 'Где хранится',
    'options.privacy.keptIs':
      'В собственном хранилище этого браузера; материалы и секреты там зашифрованы. Черновики — пока вы их не отправите или не удалите, уведомления и их история — пока вы не удалите всё (ниже).',
    'options.privacy.sent': 'Куда уходит',
    'options.privacy.sentIs':
      'В подключение, которое называет форма, и больше никуда. Ни статистики, ни отчётов об ошибках.',
    'options.privacy.wipe': 'Удалить всё здесь',
    'options.privacy.wipeHint':
      'Удаляет всё, что Flagpost хранит в этом браузере: уведомления, материалы, черновики, историю, подключения с секретами, добавленные наборы, настройки; и возвращает разрешения для сайтов. Что есть у серверов, остаётся у них.',
    'options.privacy.wipeStart': 'Удалить всё…',
    'options.privacy.wipeTitle': 'Удалить всё?',
    'options.privacy.wipeNext': 'Дальше',
    'options.privacy.wipeUnsent_one': '{count} уведомление есть только здесь и пропадёт:',
    'options.privacy.wipeUnsent_few': '{count} уведомления есть только здесь и пропадут:',
    'options.privacy.wipeUnsent_many': '{count} уведомлений есть только здесь и пропадут:',
    'options.privacy.wipeUnsent_other': '{count} уведомления есть только здесь и пропадут:',
    'options.privacy.wipeMore_one': 'и ещё {count}',
    'options.privacy.wipeMore_few': 'и ещё {count}',
    'options.privacy.wipeMore_many': 'и ещё {count}',
    'options.privacy.wipeMore_other': 'и ещё {count}',
    'options.privacy.wipeNothingUnsent': 'Ни одно уведомление не ждёт доставки.',
    'options.privacy.wipeRest':
      'Пропадут и черновики ({drafts}), ваши копии других уведомлений с решениями ({notices}), история и все подключения.',
    'options.privacy.wipeSure': 'Пути назад нет',
    'options.privacy.wipeSureHint': 'Вернуть это не сможете ни вы, ни кто-либо другой.',
    'options.privacy.wipeDo': 'Удалить всё',
    'options.privacy.wiped': 'Всё удалено. Flagpost такой, каким был в первый день.',

    'options.keys.title': 'Клавиши',
    'options.keys.lead': 'Всё работает без мыши.',
    'options.keys.browser': 'В браузере',
    'options.keys.action': 'Открыть Flagpost',
    'options.keys.unset': 'не назначено',
    'options.keys.hint': 'Их хранит браузер и меняет на своей странице.',
    'options.keys.change': 'Изменить',
    'options.keys.form': 'В форме',
    'options.keys.form.look': 'Просматривать основания',
    'options.keys.form.pick': 'Выбрать основание',
    'options.keys.form.answer': 'Ответить на вопрос, который в фокусе',
    'options.keys.form.send': 'Отправить',
    'options.keys.form.undo': 'Вернуть, пока оно ждёт',
    'options.keys.form.close': 'Закрыть и сохранить черновик',
    'options.keys.popup': 'Во всплывающем окне и очереди',
    'options.keys.letters': 'Отдельные буквы как клавиши',
    'options.keys.lettersHint':
      'Пока вы печатаете, они не действуют. Выключите их, если голосовое управление или программа чтения сама нажимает буквы.',

    'options.language.title': 'Язык и вид',
    'options.language.lead': 'Действует сразу, на всех страницах Flagpost и на кнопке у публикаций.',
    'options.language.interface': 'Язык',
    'options.language.system': 'Как в браузере',
    'options.language.look': 'Цвета',
    'options.language.lookHint':
      'Светлые или тёмные, как в браузере; высокий контраст и меньше движения, как просит система. Настраивать здесь нечего.',

    'options.practice.title': 'Практика',
    'options.practice.lead': 'Сообщите, а потом решите сами. Из этого браузера ничего не уходит.',
    'options.practice.hint':
      'Учебный стол принимает уведомления, как настоящий сервер: квитанция, решение, обоснование. Вы играете обе роли и видите, что нужно от вас представителю платформы. Это ничего не стоит и нигде не учитывается.',
    'options.practice.open': 'Открыть учебный стол',

    'options.about.title': 'О программе',
    'options.about.lead':
      'Flagpost сообщает о публикациях в их контексте: с названными основаниями, запечатанными материалами и надлежащей процедурой.',
    'options.about.version': 'Версия',
    'options.about.licence': 'Лицензия',
    'options.about.reads': 'Может читать',
    'options.about.readsNothing': 'ни одного сайта; страницу — только когда вы о ней сообщаете',
    'options.about.sends': 'Отправляет',
    'options.about.sendsNothing': 'никому; уведомления уходят на учебный стол в этом браузере',
    'options.about.nothingElse':
      'Больше ничего не читается и никому не отправляется: ни статистики, ни своих обновлений, ни отчётов об ошибках.',
    'options.about.fixtures': 'Сохранять страницы как образцы',
    'options.about.fixturesHint':
      'Для разработчиков: во всплывающем окне появляется команда, которая сохраняет открытую страницу с найденным на ней, обезличенную. Потом страница загружается заново.',
    'options.about.diagnostics': 'Диагностика',
    'options.about.diagnosticsHint':
      'Версии, числа и коды ошибок для того, кто вам помогает. В ней нет ничего из того, о чём вы сообщали, ни имён, ни адресов, ни секретов; вы видите её прежде, чем она куда-то пойдёт.',
    'options.about.make': 'Показать',
    'options.about.copy': 'Копировать',
    'options.about.copied': 'Скопировано.',
    'options.about.save': 'Сохранить файлом',
  },
  kk: {
    'options.title': 'Параметрлер',
    'options.search': 'Параметрлерден іздеу',
    'options.parts': 'Параметрлер бөлімдері',
    'options.found_one': '{count} бөлім сай келеді',
    'options.found_other': '{count} бөлім сай келеді',
    'options.nothing': 'Мұнда «{query}» туралы ештеңе жоқ.',

    'options.connections.title': 'Қосылымдар',
    'options.connections.lead':
      'Қосылым — хабарламаларыңызды қабылдайтын сервер: платформаның не ұйымыңыздың хабарлау арнасы. Хабарламалар қосылымдарға ғана жіберіледі.',
    'options.connections.none': 'Әзірге ештеңе қосылмаған',
    'options.connections.noneHint':
      'Оған дейін хабарламалар осы браузер ішіндегі жаттығу үстеліне түседі. Ол нағыз сервердей жұмыс істейді, браузерден ештеңе шықпайды.',
    'options.connections.health.good': 'Қосылған',
    'options.connections.health.waits': 'Қазір жауап бермейді',
    'options.connections.health.you': 'Сіз керексіз',
    'options.connections.account': 'Сіз',
    'options.connections.role.reviewer': 'рецензент',
    'options.connections.role.approver': 'бекітуші',
    'options.connections.role.lead': 'жетекші',
    'options.connections.takes': 'Қабылдайды',
    'options.connections.evidence': 'бір хабарламаға {size} дейін дәлел',
    'options.connections.lastSeen': 'Соңғы жауап',
    'options.connections.key': 'Түбіртек кілті',
    'options.connections.keyHint': 'бекітілген: басқа кілтпен қол қойылған түбіртек есептелмейді',
    'options.connections.test': 'Тексеру',
    'options.connections.tested': 'Сервер жаңа ғана жауап берді.',
    'options.connections.prefer': 'Жаңа хабарламаларға',
    'options.connections.standard': 'Жаңа хабарламалар осында',
    'options.connections.remove': 'Жою',
    'options.connections.removeTitle': '{name} жойылсын ба?',
    'options.connections.removeSecret': 'Құпиясы осы браузерден жойылады. Сервердегісі серверде қалады.',
    'options.connections.removeUnsent_one':
      'Оған арналған {count} хабарлама жеткізілмеген. Ол кезекте қалып, осы аккаунтты қайта қосқанда жіберіледі.',
    'options.connections.removeUnsent_other':
      'Оған арналған {count} хабарлама жеткізілмеген. Олар кезекте қалып, осы аккаунтты қайта қосқанда жіберіледі.',
    'options.connections.removeOpen_one':
      'Жеткізілген {count} хабарлама бойынша шешім әлі жоқ. Оған дейін шешім келмейді.',
    'options.connections.removeOpen_other':
      'Жеткізілген {count} хабарлама бойынша шешім әлі жоқ. Оған дейін шешімдер келмейді.',
    'options.connections.keep': 'Алдымен хабарламаларының көшірмесін сақтау',
    'options.connections.keepHint':
      'Осы қосылымның хабарламалары, олардың дәлелдері мен журнал жолдары бар бір файл, құпия сөйлеммен жабылған. Оны осы жерде немесе осы аккаунт қосылған басқа машинада «Сақтау орны және көшірме» бөлімінде қабылдаңыз: әр хабарламаның өз нөмірі бар, сондықтан ештеңе екі рет келмейді.',
    'options.connections.add': 'Қосылым қосу',
    'options.connections.way': 'Қалай қосу',
    'options.connections.by.link': 'Сілтеме арқылы',
    'options.connections.by.token': 'Мекенжай мен токен арқылы',
    'options.connections.link': 'Қосылу сілтемесі',
    'options.connections.linkHint':
      'Оны серверді жүргізетін адам береді. Ол бір рет жарайды; # белгісінен кейінгісімен бірге түгел қойыңыз.',
    'options.connections.address': 'Сервердің мекенжайы',
    'options.connections.addressHint': 'https:// деп басталады. Осы машинадағы серверге ғана онсыз болады.',
    'options.connections.token': 'Токен',
    'options.connections.tokenHint':
      'Осы браузерде шифрланып сақталады, қайта көрсетілмейді. Ауыстыру үшін қосылымды қайта қосыңыз.',
    'options.connections.addIt': 'Қосу',
    'options.connections.adding': 'Серверден сұралуда',
    'options.connections.added': '{name} қосылды. Жаңа хабарламаларды соған жіберуге болады.',
    'options.connections.permitHint':
      'Кейбір серверлерді сіздің рұқсатыңызбен ғана оқуға болады. Браузер оны атымен сұрайды; Flagpost ол арқылы {host} мекенжайымен хабарлама сервері ретінде ғана сөйлеседі.',
    'options.connections.permit': '{host} рұқсат беріп, қайталау',

    'options.sites.title': 'Сайттар',
    'options.sites.lead':
      'Бұл сайттарда әр жазбада хабарлау түймесі тұра алады. Әр сайтты өзіңіз қосасыз; браузер алдымен сұрайды, басқа беттерде Flagpost жұмыс істемейді. Кез келген бетті тақтадан, мәнмәтін мәзірінен не пернемен хабарлауға болады.',
    'options.sites.proven': 'тексерілген {day}',
    'options.sites.unproven': 'тексерілмеген, жазылған {day}',
    'options.sites.proofHint':
      '✓ тексерілген: сайттың сол күнгі өз беттерінде сыналған. ? тексерілмеген: сайт туралы белгілі нәрседен жазылған, онда әлі сыналмаған. Жазбаларды өткізіп алуы мүмкін; анық оқылмағанын бос қалдырып, сізден сұрайды.',
    'options.sites.missing': 'Әзірге рұқсат жоқ: {where}.',
    'options.sites.ownWindow': 'Мұнда форма өз терезесінде',
    'options.sites.permit': 'Рұқсат беру',
    'options.sites.refused':
      '{site} үшін рұқсат бермедіңіз, сондықтан ештеңе өзгермеді. Браузер тағы сұрауы үшін қайта қосыңыз.',
    'options.sites.degraded': 'Беттері өзгерген',
    'options.sites.counts': 'Ережелер санауышын сақтау',
    'options.sites.countsHint':
      'Қай ереже қай өрісті неше рет оқығаны, мекенжайсыз әрі атсыз. Файлды ережелерді жөндейтіндерге өзіңіз бермейінше, ол осы браузерде қалады.',
    'options.sites.server': 'Федиверс серверін қосу',
    'options.sites.serverHint':
      'Сервердің аты немесе ондағы кез келген мекенжай. Mastodon, Pleroma, Akkoma, Misskey мен оның тармақтары және Lemmy белгілі; онда не жұмыс істейтіні сервердің өзінен сұралады.',
    'options.sites.serverAdd': 'Қосу',
    'options.sites.serverRemove': '{host} алып тастау',
    'options.sites.serverRules_one': '{count} өз ережесі, {date} оқылды',
    'options.sites.serverRules_other': '{count} өз ережесі, {date} оқылды',
    'options.sites.serverNoRules': 'өз ережелері белгісіз',
    'options.sites.serverRulesAgain': '{host} ережелерін қайта оқу',
    'options.sites.serverSilent':
      '{host} оқуға болатын ережелерін айтпайды. Бұрын оқылғаны қалады; заңдарға және әдеттегі ережелерге сілтеме жасауға болады.',
    'options.sites.serverWrong': 'Бұл сервердің аты емес. mastodon.example түрінде жазыңыз.',
    'options.sites.pictures': 'Әр хабарлаумен экран суреті',
    'options.sites.picturesHint':
      'Жазбаның экрандағы суреті дәлелге кіреді. Браузерде бұған бір ғана рұқсат бар, оны ол барлық сайттағы деректі оқу деп атайды; Flagpost оны хабарлау түймесін басқан сәттегі суретке ғана пайдаланады. Онсыз да дәлелде жазбаның мәтіні, көрінісі мен медиасы болады. Тақтадан, мәзірден не пернемен хабарлағанда сурет бәрібір түседі.',

    'options.sites.pageFile': 'Бүкіл бетті файл ретінде ұсыну',
    'options.sites.pageFileHint':
      'Сонда хабарлағанда жазбаны жеке түсіну мүмкін болмаса, бетті сол күйінде (MHTML) қосуға болады. Әр хабарламада өзіңіз белгілегенше өшірулі. Браузер бөлек рұқсат сұрайды.',

    'options.rules.title': 'Сайт ережелері',
    'options.rules.lead':
      'Flagpost жазбаларды солар бойынша табады және оқиды. Сайт өзгергенде, жаңа ережелер серверіңізден қол қойылған деректер не файл болып келе алады.',
    'options.rules.shipped': 'Тек ішкі ережелер.',
    'options.rules.pack': '{pack}, {version}-нұсқа, {issued}, {until} дейін жарамды:',
    'options.rules.drop': 'Ішкі ережелерге оралу',
    'options.rules.only': 'Тек ішкі ережелер',
    'options.rules.onlyHint':
      'Жаңарақ ережелер қолданылмайды. Өзгерген сайттар кеңейтімнің келесі жаңартуына дейін оқылмауы мүмкін.',
    'options.rules.import': 'Қол қойылған ережелерді импорттау',
    'options.rules.importHint':
      'Ұйымыңыздың файлы. Онда Flagpost білетін сайттардың селекторлары, атрибуттары мен мекенжайлары ғана; бағдарлама бола алмайды және басқа сайтқа жетпейді.',
    'options.rules.done': 'Ережелер енді ашылатын беттерде қолданылады.',

    'options.grounds.title': 'Негіздер',
    'options.grounds.lead':
      'Негіздер — хабарлама атай алатын платформа ережелері мен заңдар. Олар жинақтармен келеді: Flagpost жинақтары және ұйымыңыз өз адамдарына қол қоятындары.',
    'options.grounds.shipped': 'Flagpost-пен бірге: {packs} жинақ, {grounds} негіз',
    'options.grounds.pack': 'Жинақ',
    'options.grounds.version': 'Нұсқа',
    'options.grounds.versionOf': '{version}-нұсқа',
    'options.grounds.count': 'Негіз',
    'options.grounds.own': 'Ұйымыңыздікі',
    'options.grounds.signedBy': 'Қол қойған',
    'options.grounds.importedOn': 'Қосылған',
    'options.grounds.import': 'Қол қойылған жинақты қосу',
    'options.grounds.importHint':
      'Ұйымыңыздың файлы. Алдымен көрсетіледі, келіссеңіз ғана сақталады. Негіздері басқалардың қасында тұрады, оларды өзгерте алмайды.',
    'options.grounds.holds_one': '{count} негіз:',
    'options.grounds.holds_other': '{count} негіз:',
    'options.grounds.compare':
      'Бұл — жинаққа қол қойған кілттің ізі. Оны ұйымыңыз өзіңізге қолма-қол, телефонмен не қағазда бергенімен салыстырыңыз. Бұдан былай жаңа нұсқаларға сол кілтпен қол қойылуы керек.',
    'options.grounds.knownKey': 'Мұндағы нұсқамен бір кілтпен қол қойылған.',
    'options.grounds.compared': 'Салыстырдым, бірдей',
    'options.grounds.keep': 'Қосу',
    'options.grounds.done': '{pack} қосылды. Негіздерін енді таңдауға болады.',
    'options.grounds.remove': 'Жою',
    'options.grounds.removeTitle': '{pack} жойылсын ба?',
    'options.grounds.removeHint':
      'Негіздерін енді таңдауға болмайды. Оларды атаған хабарламалар өз көшірмелерін сақтайды. Оны атаған жобаны түзету керек болады.',

    'options.privacy.title': 'Сақтау және құпиялылық',
    'options.privacy.lead': 'Форма қалай ашылады, жазбадан не алынады және бұл браузерде не қалады.',
    'options.privacy.ownWindow': 'Форманы әрқашан өз терезесінде ашу',
    'options.privacy.ownWindowHint':
      'Бет үстінде жатқан форманың пернетақтасын тартып алуы не оны жауып тастауы мүмкін. Өз терезесіне оның қолы жетпейді; есесіне жазба мен форма қатар көрінбейді.',
    'options.privacy.quiet': 'Тыныш режим',
    'options.privacy.quietHint':
      'Пернемен, мәтінмәндік мәзірмен не құралдар тақтасынан шақырғанша, беттерде Flagpost-тан ештеңе болмайды. Құны: жазбаларда хабарлау түймесі де, бұрынғы хабарламаларыңыз да көрінбейді.',
    'options.fixed': 'Мұны ұйымыңыз орнатқан.',
    'options.privacy.vault': 'Құпия сөйлем',
    'options.privacy.vaultOff':
      'Қосылымдарыңыздың кірулері осы браузер сақтайтын кілтпен шифрланған. Құпия сөйлем оларды осы компьютер не профиль көшірмесі қолына түскен адамнан қорғайды.',
    'options.privacy.vaultOn':
      'Қосылымдарыңыздың кірулері тек құпия сөйлеммен ашылады. Құлыптаулы кезде хабарламалар күтеді, ештеңе жоғалмайды.',
    'options.privacy.vaultSet': 'Жаңа құпия сөйлем',
    'options.privacy.vaultNew': 'Басқа құпия сөйлем',
    'options.privacy.vaultSetHint': 'Кемінде {count} таңба. Жоғалса, қайтару мүмкін емес.',
    'options.privacy.vaultAgain': 'Тағы бір рет',
    'options.privacy.vaultOther': 'Екеуі бірдей емес.',
    'options.privacy.vaultDo': 'Орнату',
    'options.privacy.vaultChange': 'Ауыстыру',
    'options.privacy.vaultLock': 'Қазір құлыптау',
    'options.privacy.vaultTake': 'Онсыз істеу',
    'options.privacy.vaultDone': 'Құпия сөйлем орнатылды. Ол браузер іске қосылғанда сұралады.',
    'options.privacy.vaultTaken': 'Құпия сөйлем енді жоқ.',
    'options.privacy.lockAfter': 'Ешкім жоқта құлыптау',
    'options.privacy.lockAfterHint':
      'Пернетақта мен тінтуірге сонша уақыт тиіспегенде; экран құлыпталғанда бірден.',
    'options.privacy.minutes_one': '{count} минут',
    'options.privacy.minutes_other': '{count} минут',
    'options.privacy.undo': 'Болдырмау уақыты',
    'options.privacy.undoHint':
      'Хабарлама браузерден шыққанша осынша күтеді, оны болмағандай қайтарып алуға болады. Одан кейін кері алуға болады. Неғұрлым ұзақ болса, әр хабарлама соғұрлым кеш кетеді.',
    'options.privacy.noUndo': 'Жоқ: бірден кетеді',
    'options.privacy.seconds_one': '{count} секунд',
    'options.privacy.seconds_other': '{count} секунд',
    'options.privacy.facts': 'Не алынады және не сақталады',
    'options.privacy.when': 'Қашан',
    'options.privacy.whenIs':
      'Хабарлау түймесін басқанда ғана, бір ғана жазба. Басқа ештеңе үшін бет оқылмайды.',
    'options.privacy.what': 'Не',
    'options.privacy.whatIs':
      'Мекенжайы, авторы, уақыты мен мәтіні; көрінісі мен медиасы; рұқсат берсеңіз, экран суреті. Бәрі бір дайджестпен мөрленеді.',
    'options.privacy.class': 'Қанша',
    'options.privacy.classIs':
      'Негіз шешеді. Кейбірі тек мәтінге, кейбірі тек мекенжайға рұқсат береді: онда қалғаны жібермес бұрын бірден жойылады.',
    'options.privacy.people': 'Басқа адамдар',
    'options.privacy.peopleIs':
      'Айналасындағы жазбалар алынбайды. Бет жазбаның ішінде көрсететіні алынады: дәйексөз алынған жазба не жазбаның ішінде тұрған пікірлер.',
    'options.privacy.kept': 'Қайда сақталады',
    'options.privacy.keptIs':
      'Осы браузердің өз қоймасында; дәлел мен құпиялар онда шифрланған. Жобалар жібергенше не жойғанша, хабарламалар мен тарихы төменде бәрін жойғанша тұрады.',
    'options.privacy.sent': 'Қайда кетеді',
    'options.privacy.sentIs': 'Формада аталған қосылымға ғана. Статистика да, қате туралы есеп те жоқ.',
    'options.privacy.wipe': 'Мұндағының бәрін жою',
    'options.privacy.wipeHint':
      'Flagpost осы браузерде сақтайтынның бәрін жояды: хабарламалар, дәлелдер, жобалар, тарих, құпияларымен қосылымдар, қосылған жинақтар, параметрлер; сайттарға берілген рұқсаттарды қайтарады. Сервердегісі серверде қалады.',
    'options.privacy.wipeStart': 'Бәрін жою…',
    'options.privacy.wipeTitle': 'Бәрі жойылсын ба?',
    'options.privacy.wipeNext': 'Әрі қарай',
    'options.privacy.wipeUnsent_one': '{count} хабарлама тек осында, ол жоғалады:',
    'options.privacy.wipeUnsent_other': '{count} хабарлама тек осында, олар жоғалады:',
    'options.privacy.wipeMore_one': 'тағы {count}',
    'options.privacy.wipeMore_other': 'тағы {count}',
    'options.privacy.wipeNothingUnsent': 'Жеткізуді күтіп тұрған хабарлама жоқ.',
    'options.privacy.wipeRest':
      'Жобалар ({drafts}), басқа хабарламалардың шешімімен көшірмелері ({notices}), тарих және барлық қосылым да жоғалады.',
    'options.privacy.wipeSure': 'Қайтар жол жоқ',
    'options.privacy.wipeSureHint': 'Оны сіз де, басқа ешкім де қайтара алмайды.',
    'options.privacy.wipeDo': 'Бәрін жою',
    'options.privacy.wiped': 'Бәрі жойылды. Flagpost алғашқы күніндегідей.',

    'options.keys.title': 'Пернелер',
    'options.keys.lead': 'Бәрі тінтуірсіз жұмыс істейді.',
    'options.keys.browser': 'Браузерде',
    'options.keys.action': 'Flagpost ашу',
    'options.keys.unset': 'тағайындалмаған',
    'options.keys.hint': 'Оларды браузер сақтайды және өз бетінде өзгертеді.',
    'options.keys.change': 'Өзгерту',
    'options.keys.form': 'Формада',
    'options.keys.form.look': 'Негіздерді қарап шығу',
    'options.keys.form.pick': 'Негізді таңдау',
    'options.keys.form.answer': 'Фокустағы сұраққа жауап беру',
    'options.keys.form.send': 'Жіберу',
    'options.keys.form.undo': 'Күтіп тұрғанда қайтарып алу',
    'options.keys.form.close': 'Жауып, жобаны сақтау',
    'options.keys.popup': 'Қалқымалы терезе мен кезекте',
    'options.keys.letters': 'Жеке әріптер перне ретінде',
    'options.keys.lettersHint':
      'Теріп жатқанда олар әсер етпейді. Дауыспен басқару не оқу көмекшісі әріптерді өзі басса, өшіріп қойыңыз.',

    'options.language.title': 'Тіл және көрініс',
    'options.language.lead': 'Flagpost-тың барлық бетінде және жазбадағы түймеде бірден қолданылады.',
    'options.language.interface': 'Тіл',
    'options.language.system': 'Браузердегідей',
    'options.language.look': 'Түстер',
    'options.language.lookHint':
      'Браузердегідей ашық не қараңғы; жоғары контраст пен аз қозғалыс жүйе сұрағандай. Мұнда баптайтын ештеңе жоқ.',

    'options.practice.title': 'Жаттығу',
    'options.practice.lead': 'Хабарлаңыз, содан кейін өзіңіз шешіңіз. Бұл браузерден ештеңе шықпайды.',
    'options.practice.hint':
      'Жаттығу үстелі хабарламаларды нағыз сервердей қабылдайды: түбіртек, шешім, негіздеме. Екі рөлді де сіз ойнайсыз, сонда платформа өкіліне сізден не керек екенін көресіз. Бұл тегін және еш жерде есептелмейді.',
    'options.practice.open': 'Жаттығу үстелін ашу',

    'options.about.title': 'Бағдарлама туралы',
    'options.about.lead':
      'Flagpost жазбалар туралы мәнмәтінімен хабарлайды: аталған негіздермен, мөрленген дәлелмен және тиісті рәсіммен.',
    'options.about.version': 'Нұсқа',
    'options.about.licence': 'Лицензия',
    'options.about.reads': 'Оқи алады',
    'options.about.readsNothing': 'ешбір сайтты; бетті тек сіз хабарлағанда',
    'options.about.sends': 'Жібереді',
    'options.about.sendsNothing': 'ешкімге; хабарламалар осы браузердегі жаттығу үстеліне түседі',
    'options.about.nothingElse':
      'Басқа ештеңе оқылмайды және ешкімге жіберілмейді: статистика да, өз жаңартулары да, қате туралы есептер де жоқ.',
    'options.about.fixtures': 'Беттерді үлгі ретінде сақтау',
    'options.about.fixturesHint':
      'Әзірлеушілерге: қалқымалы терезеде ашық бетті ондағы табылғандармен бірге иесіздендіріп сақтайтын команда пайда болады. Содан кейін бет қайта жүктеледі.',
    'options.about.diagnostics': 'Диагностика',
    'options.about.diagnosticsHint':
      'Сізге көмектесетін адамға арналған нұсқалар, сандар мен қате кодтары. Онда сіз хабарлаған ештеңе, ат, мекенжай не құпия жоқ; ол бір жерге кетпей тұрып, сіз көресіз.',
    'options.about.make': 'Көрсету',
    'options.about.copy': 'Көшіру',
    'options.about.copied': 'Көшірілді.',
    'options.about.save': 'Файлға сақтау',
  },
}
