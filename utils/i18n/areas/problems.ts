/** Every problem by its code: what happened, what is safe, what to do next. The parameters are the problem's own. */
export const problems = {
  en: {
    'problem.details': 'Technical details',
    'problem.orphaned':
      'The extension was updated under this page. What you wrote is kept. Reload the page and go on.',
    'problem.unexpected': 'Something failed that nobody foresaw. What was saved is kept. Try it again.',
    'problem.reviewReturned':
      'The second reviewer gave this back: “{reason}”. Nothing was sent to the platform. Mend it and send it again.',
    'problem.noReviewHere':
      'This needs a second reviewer, and this backend has none. Your notice is kept; nothing was sent. Ask whoever runs the backend.',
    'problem.reviewForbidden':
      'This account does not review this notice: approvers and leads do, and nobody their own. Nothing was changed. Ask another one.',
    'problem.reviewGone':
      'This no longer waits for a second reviewer: its author took it back. Nothing was changed. Go on with the next one.',
    'problem.reviewSettled':
      'Another second reviewer was quicker. What they decided holds. Go on with the next one.',
    'problem.notAllowed': 'This page may not ask for that. Nothing was changed. Use the queue instead.',
    'problem.messageWrong':
      'What this page asked for could not be read. Nothing was changed. Reload the page and try it again.',
    'problem.storageBroken':
      'The browser’s storage does not open. What was saved before is still on the disk. Close and open the browser, then try it again.',
    'problem.storageNewer':
      'A newer version of Flagpost has written this outbox. It can be read and saved here, but nothing is changed and nothing is sent until Flagpost is updated again.',
    'problem.storageFull':
      'The disk is full, so this was not saved. Everything from before is kept. Make room and try it again.',
    'problem.sitePackWrong':
      'These are no rules of sites that this extension can use ({detail}). Nothing was changed; the rules from before stay. Ask whoever gave you the file for a new one.',
    'problem.sitePackOver':
      'These rules of sites were good until {day}. They are not used any more; the shipped rules are. Ask your organisation for newer ones.',
    'problem.sitePackNeedsNewer':
      'These rules of sites need Flagpost {version} or newer. Nothing was changed. Update the extension, then import them again.',
    'problem.fixtureNoSite':
      'No site’s rules are for this page, so there is nothing to try on it. Nothing was saved. Open a page of a site from the options.',
    'problem.serverUnknown':
      '{host} did not say that it runs any software that Flagpost knows. Nothing was added. Check the name; its pages can still be reported by the toolbar, the menu or the picker.',

    'problem.backendDown':
      'The backend did not answer. Your notices are kept and go out again by themselves. Nothing to do.',
    'problem.backendBusy':
      'The backend asks to wait. Your notices are kept and go out when it is ready. Nothing to do.',
    'problem.backendFault':
      'The backend has a fault of its own (answer {status}). Your notices are kept and go out again by themselves. Nothing to do.',
    'problem.inProgress':
      'The backend is still working on the earlier try. Your notice is kept and is asked about again by itself. Nothing to do.',
    'problem.answerUnreadable':
      'Something answered, but not as a backend does: perhaps a sign-in page of the network. Your notices are kept and go out again by themselves. Check the network if it lasts.',
    'problem.signInAgain':
      'The backend does not accept this sign-in any more. Your notices are kept. Sign in again in the options.',
    'problem.accountRefused':
      'The backend knows you, but does not let this account report: “{detail}” (answer {status}). Your notices are kept, and other connections go on. Ask whoever runs it, then test the connection in the options.',
    'problem.vaultLocked':
      'The vault is locked. Nothing was sent and nothing is lost. Unlock it in the popup or the options, then try it again.',
    'problem.passphraseWrong': 'This is not the passphrase. The vault is still locked. Type it again.',
    'problem.passphraseShort':
      'A passphrase has {count} characters or more. Nothing was changed. Take a few words.',
    'problem.apiGone':
      'At this address there is no reporting backend any more. Your notices are kept. Check the address in the options.',
    'problem.connectionGone':
      'The connection that this goes to has been removed. What you wrote is kept. Add the connection again in the options.',
    'problem.notFound': 'The backend does not know this. Nothing was changed. Check the address or the link.',
    'problem.backendSays':
      'The backend does not take this: “{detail}” (answer {status}). What you wrote is kept. Mend it and send it again.',
    'problem.tooLarge':
      'The backend finds this too large: “{detail}” (answer {status}). Your notice is kept. Shorten it and send it again.',
    'problem.evidenceTooLarge':
      'The backend finds the evidence too large: “{detail}” (answer {status}), and without media it can not go. Your notice and its evidence are kept. Ask whoever runs the backend, then send it again.',
    'problem.receiptWrong':
      'The backend took the notice, but its receipt does not fit what was sent. Your notice is kept. Ask the backend whether it arrived, then say so here.',
    'problem.backendForgot':
      'The backend no longer knows this notice, for which it gave a receipt: perhaps it was restored from an old backup. Notice and receipt are kept here. Ask the backend, then send it again or say that it arrived.',

    'problem.addressWrong':
      'This is not the address of a backend. Nothing was changed. Give it as https://host, without a user name or a question mark.',
    'problem.addressInsecure':
      'This address is not encrypted. Nothing was sent to it. Use one that begins with https://.',
    'problem.backendUnreached':
      'Nothing that this browser may read answered at {host}. Nothing was added, and a link is not used up by it. Check the address and the network, then try again.',
    'problem.noBackend':
      'Something answered at {host}, but it is no reporting backend. Nothing was added. Check the address, or ask whoever gave it to you.',
    'problem.tokenUnknown':
      'The backend does not know this token. Nothing was added. Copy the whole token again, or ask for a new one.',
    'problem.backendRefuses':
      'The backend does not let you in: “{detail}” (answer {status}). Nothing was added. Try it later, or ask whoever runs it.',
    'problem.enrolLost':
      'The backend did not answer in time, so the link may be used up now. Nothing was added. Try it once more; if it is used up, ask for a new one.',
    'problem.linkWrong':
      'This is not an enrolment link. Nothing was changed. Copy the whole link again, with all that stands after #.',
    'problem.linkUsed':
      'The backend does not know this link: it was used before, or its time is over. Nothing was changed. Ask for a new one.',

    'problem.pageForbidden':
      'The browser lets no extension read this page. Nothing was captured. Open the item itself in a tab, and report it there.',
    'problem.pageBusy':
      'The page does not let anything else run, so nothing of it could be read. Give what is missing yourself, or reload the page and press again.',
    'problem.pageClosed':
      'The page is gone, or may not be read. What you wrote is kept. Give the item’s address by hand.',
    'problem.captureForbidden':
      'A chosen ground allows the address alone. What was captured has been destroyed. Nothing to do.',
    'problem.captureLost':
      'There is no capture any more: the browser was closed before a ground was chosen. What you wrote is kept. Press Report on the item again to capture it.',
    'problem.captureUnreadable':
      'The page answered something that cannot be read. What you wrote is kept. Give what is missing by hand.',
    'problem.bundleBroken':
      'The sealed evidence is not as it was sealed: {what}. It is not shown. Capture the item again if it is still there.',
    'problem.evidenceGone':
      'The evidence of this notice cannot be opened any more. The notice is kept. Mend it: it can go without evidence, or be captured again.',

    'problem.draftGone': 'This draft is not there any more. Nothing else was changed. Report the item again.',
    'problem.tooLate':
      'The notice is on its way and cannot be taken back unsent. It is kept. Withdraw it instead.',
    'problem.noticeMoved':
      'The notice has moved on in the meantime. It is kept as it is now. Look at it again, then decide.',
    'problem.noticeGone':
      'This notice is not in the queue any more: it was taken back to a draft, or retention removed it. Nothing was changed.',
    'problem.noticeErased':
      'The words of this notice were removed when its retention ended. Its history is kept. Report the item again if it is needed.',

    'problem.groundMissing': 'No ground is chosen yet. What you wrote is kept. Choose at least one.',
    'problem.groundGone':
      'The ground {ground} is not in the catalogue any more. What you wrote is kept. Choose another one in its place.',
    'problem.declarationMissing':
      'The declaration is not made yet. What you wrote is kept. Read it and tick it.',
    'problem.fieldWrong': 'This does not fit: {detail}. What you wrote is kept. Mend it here.',

    'problem.packWrong':
      'This file is no pack of grounds: {detail}. Nothing was imported. Ask the organisation for a new file.',
    'problem.packSignature':
      'The signature does not fit this pack: it was changed after it was signed. Nothing was imported. Get the file again from the organisation.',
    'problem.packOtherKey':
      'The pack {pack} is signed with another key than before. Nothing was imported. Ask the organisation whether it changed its key.',
    'problem.packOld':
      'Version {version} of this pack, or a later one, is here already. Nothing was changed.',
    'problem.packForeignId':
      'The pack {pack} names a ground that is not its own: {id}. Nothing was imported. Ask the organisation for a new file.',
    'problem.ledgerWrong':
      'This file is no exported ledger. Nothing of it was taken. Choose the file that “Save the ledger” made.',
    'problem.ledgerLineWrong':
      'Line {line} of this ledger cannot be read: the file was changed. Nothing of it was taken. Ask for it to be saved again.',
    'problem.ledgerCut':
      'This ledger is not whole: it should have {said} lines and has {found}. Nothing of it was taken. Ask for it to be saved again.',
    'problem.ledgerBroken':
      'The chain of this ledger breaks at line {seq}: it was changed after it was written. Nothing of it was taken. Ask for it to be saved again, and why it differs.',
    'problem.packsNeedNewerBrowser':
      'This browser cannot check the signatures of packs yet. Nothing was imported. Update the browser.',
  },
  ru: {
    'problem.details': 'Технические подробности',
    'problem.orphaned':
      'Расширение обновилось, пока была открыта эта страница. Написанное сохранено. Перезагрузите страницу и продолжайте.',
    'problem.unexpected':
      'Произошёл сбой, которого никто не предвидел. Сохранённое на месте. Попробуйте ещё раз.',
    'problem.reviewReturned':
      'Второй рецензент вернул это: «{reason}». Платформе ничего не отправлено. Исправьте и отправьте снова.',
    'problem.noReviewHere':
      'Нужен второй рецензент, а у этого сервера их нет. Уведомление сохранено, ничего не отправлено. Спросите того, кто ведёт сервер.',
    'problem.reviewForbidden':
      'Эта учётная запись не проверяет это уведомление: проверяют утверждающие и руководители, и никто — своё. Ничего не изменено. Попросите другого.',
    'problem.reviewGone':
      'Это больше не ждёт второго рецензента: автор забрал его. Ничего не изменено. Перейдите к следующему.',
    'problem.reviewSettled':
      'Другой второй рецензент успел раньше. Его решение действует. Перейдите к следующему.',
    'problem.notAllowed': 'Этой странице нельзя просить об этом. Ничего не изменено. Откройте очередь.',
    'problem.messageWrong':
      'Запрос этой страницы не удалось прочитать. Ничего не изменено. Перезагрузите страницу и попробуйте ещё раз.',
    'problem.storageBroken':
      'Хранилище браузера не открывается. Сохранённое раньше осталось на диске. Закройте и откройте браузер, затем попробуйте ещё раз.',
    'problem.storageNewer':
      'Эту очередь записала более новая версия Flagpost. Здесь её можно читать и сохранить копию, но ничего не меняется и не отправляется, пока Flagpost снова не обновлён.',
    'problem.storageFull':
      'Диск заполнен, поэтому это не сохранено. Всё прежнее на месте. Освободите место и попробуйте ещё раз.',
    'problem.sitePackWrong':
      'Это не правила сайтов, которые может применить расширение ({detail}). Ничего не изменено, прежние правила остаются. Попросите новый файл у того, кто его дал.',
    'problem.sitePackOver':
      'Эти правила сайтов действовали до {day}. Они больше не применяются, действуют встроенные. Попросите в организации более новые.',
    'problem.sitePackNeedsNewer':
      'Этим правилам сайтов нужен Flagpost {version} или новее. Ничего не изменено. Обновите расширение и импортируйте их снова.',
    'problem.fixtureNoSite':
      'Для этой страницы нет правил сайта, проверять на ней нечего. Ничего не сохранено. Откройте страницу сайта из настроек.',
    'problem.serverUnknown':
      '{host} не сообщает ни об одной известной Flagpost программе. Ничего не добавлено. Проверьте имя; о его страницах можно сообщать с панели, из меню или указав на место.',

    'problem.backendDown':
      'Сервер не ответил. Ваши уведомления сохранены и уйдут снова сами. Делать ничего не нужно.',
    'problem.backendBusy':
      'Сервер просит подождать. Ваши уведомления сохранены и уйдут, когда он будет готов. Делать ничего не нужно.',
    'problem.backendFault':
      'На сервере сбой (ответ {status}). Ваши уведомления сохранены и уйдут снова сами. Делать ничего не нужно.',
    'problem.inProgress':
      'Сервер ещё занят прежней попыткой. Ваше уведомление сохранено, сервер будет спрошен снова сам. Делать ничего не нужно.',
    'problem.answerUnreadable':
      'Что-то ответило, но не так, как отвечает сервер: возможно, страница входа в сеть. Ваши уведомления сохранены и уйдут снова сами. Если это длится, проверьте сеть.',
    'problem.signInAgain':
      'Сервер больше не принимает этот вход. Ваши уведомления сохранены. Войдите снова в настройках.',
    'problem.accountRefused':
      'Сервер знает вас, но не разрешает этому аккаунту сообщать: «{detail}» (ответ {status}). Уведомления сохранены, другие подключения работают. Спросите того, кто ведёт сервер, затем проверьте подключение в настройках.',
    'problem.vaultLocked':
      'Хранилище заперто. Ничего не отправлено и ничего не потеряно. Отоприте его во всплывающем окне или в параметрах и попробуйте снова.',
    'problem.passphraseWrong':
      'Это не та парольная фраза. Хранилище по-прежнему заперто. Введите её ещё раз.',
    'problem.passphraseShort':
      'В парольной фразе знаков не меньше: {count}. Ничего не изменено. Возьмите несколько слов.',
    'problem.apiGone':
      'По этому адресу больше нет сервера для уведомлений. Ваши уведомления сохранены. Проверьте адрес в настройках.',
    'problem.connectionGone':
      'Подключение, по которому это уходит, удалено. Написанное сохранено. Добавьте подключение снова в настройках.',
    'problem.notFound': 'Сервер этого не знает. Ничего не изменено. Проверьте адрес или ссылку.',
    'problem.backendSays':
      'Сервер этого не принимает: «{detail}» (ответ {status}). Написанное сохранено. Исправьте и отправьте снова.',
    'problem.tooLarge':
      'Для сервера это слишком велико: «{detail}» (ответ {status}). Уведомление сохранено. Сократите и отправьте снова.',
    'problem.evidenceTooLarge':
      'Для сервера доказательства слишком велики: «{detail}» (ответ {status}), а без медиа их не отправить. Уведомление и доказательства сохранены. Спросите того, кто ведёт сервер, затем отправьте снова.',
    'problem.receiptWrong':
      'Сервер принял уведомление, но квитанция не подходит к отправленному. Уведомление сохранено. Узнайте у получателя, дошло ли оно, и отметьте это здесь.',
    'problem.backendForgot':
      'Сервер больше не знает этого уведомления, хотя выдал на него квитанцию: возможно, его восстановили из старой копии. Уведомление и квитанция сохранены здесь. Спросите получателя и отправьте ещё раз или отметьте, что оно дошло.',

    'problem.addressWrong':
      'Это не адрес сервера. Ничего не изменено. Укажите его как https://host, без имени пользователя и вопросительного знака.',
    'problem.addressInsecure':
      'Этот адрес не шифруется. По нему ничего не отправлено. Возьмите адрес, который начинается с https://.',
    'problem.backendUnreached':
      'По адресу {host} не ответило ничего, что этот браузер может прочитать. Ничего не добавлено, и ссылка этим не израсходована. Проверьте адрес и сеть, затем попробуйте ещё раз.',
    'problem.noBackend':
      'По адресу {host} что-то ответило, но это не сервер для уведомлений. Ничего не добавлено. Проверьте адрес или спросите того, кто его дал.',
    'problem.tokenUnknown':
      'Сервер не знает этого токена. Ничего не добавлено. Скопируйте токен целиком ещё раз или попросите новый.',
    'problem.backendRefuses':
      'Сервер не пускает: «{detail}» (ответ {status}). Ничего не добавлено. Попробуйте позже или спросите того, кто его ведёт.',
    'problem.enrolLost':
      'Сервер не ответил вовремя, поэтому ссылка могла быть израсходована. Ничего не добавлено. Попробуйте ещё раз; если она израсходована, попросите новую.',
    'problem.linkWrong':
      'Это не ссылка для подключения. Ничего не изменено. Скопируйте ссылку целиком, со всем, что стоит после #.',
    'problem.linkUsed':
      'Сервер не знает этой ссылки: она уже использована или её срок истёк. Ничего не изменено. Попросите новую.',

    'problem.pageForbidden':
      'Браузер не даёт расширениям читать эту страницу. Ничего не сохранено с неё. Откройте саму публикацию во вкладке и сообщите там.',
    'problem.pageBusy':
      'Страница не даёт выполнить ничего другого, поэтому с неё ничего не прочитано. Впишите недостающее сами или перезагрузите страницу и нажмите снова.',
    'problem.pageClosed':
      'Страница закрыта или её нельзя читать. Написанное сохранено. Укажите адрес публикации вручную.',
    'problem.captureForbidden':
      'Выбранное основание допускает только адрес. Снятое со страницы уничтожено. Делать ничего не нужно.',
    'problem.captureLost':
      'Снимка больше нет: браузер закрыли раньше, чем было выбрано основание. Написанное сохранено. Нажмите «Сообщить» на публикации ещё раз.',
    'problem.captureUnreadable':
      'Страница ответила то, чего нельзя прочитать. Написанное сохранено. Укажите недостающее вручную.',
    'problem.bundleBroken':
      'Запечатанные материалы не такие, какими были при запечатывании: {what}. Они не показаны. Сохраните публикацию снова, если она ещё есть.',
    'problem.evidenceGone':
      'Материалы этого уведомления больше не открываются. Уведомление сохранено. Исправьте его: оно может уйти без материалов или с новыми.',

    'problem.draftGone':
      'Этого черновика больше нет. Больше ничего не изменено. Сообщите о публикации ещё раз.',
    'problem.tooLate':
      'Уведомление уже в пути, вернуть его неотправленным нельзя. Оно сохранено. Отзовите его.',
    'problem.noticeMoved':
      'Уведомление тем временем продвинулось. Оно сохранено как есть. Посмотрите на него ещё раз и решите.',
    'problem.noticeGone':
      'Этого уведомления больше нет в очереди: оно снова стало черновиком или срок его хранения истёк. Ничего не изменено.',
    'problem.noticeErased':
      'Текст этого уведомления удалён по истечении срока хранения. История сохранена. Если нужно, сообщите о публикации ещё раз.',

    'problem.groundMissing': 'Основание ещё не выбрано. Написанное сохранено. Выберите хотя бы одно.',
    'problem.groundGone':
      'Основания {ground} больше нет в каталоге. Написанное сохранено. Выберите вместо него другое.',
    'problem.declarationMissing':
      'Заявление ещё не сделано. Написанное сохранено. Прочитайте его и отметьте.',
    'problem.fieldWrong': 'Это не подходит: {detail}. Написанное сохранено. Исправьте здесь.',

    'problem.packWrong':
      'Этот файл не набор оснований: {detail}. Ничего не добавлено. Попросите у организации новый файл.',
    'problem.packSignature':
      'Подпись не подходит к набору: его изменили после подписания. Ничего не добавлено. Получите файл у организации снова.',
    'problem.packOtherKey':
      'Набор {pack} подписан другим ключом, чем прежде. Ничего не добавлено. Спросите организацию, сменила ли она ключ.',
    'problem.packOld': 'Версия {version} этого набора или более новая уже есть. Ничего не изменено.',
    'problem.packForeignId':
      'Набор {pack} называет чужое основание: {id}. Ничего не добавлено. Попросите у организации новый файл.',
    'problem.ledgerWrong':
      'Этот файл — не сохранённый журнал. Из него ничего не взято. Выберите файл, который создала кнопка «Сохранить журнал».',
    'problem.ledgerLineWrong':
      'Строка {line} этого журнала не читается: файл изменён. Из него ничего не взято. Попросите сохранить его ещё раз.',
    'problem.ledgerCut':
      'Журнал неполон: в нём должно быть строк: {said}, а есть {found}. Из него ничего не взято. Попросите сохранить его ещё раз.',
    'problem.ledgerBroken':
      'Цепь этого журнала рвётся на строке {seq}: его изменили после записи. Из него ничего не взято. Попросите сохранить его ещё раз и спросите, почему он отличается.',
    'problem.packsNeedNewerBrowser':
      'Этот браузер ещё не умеет проверять подписи наборов. Ничего не добавлено. Обновите браузер.',
  },
  kk: {
    'problem.details': 'Техникалық мәліметтер',
    'problem.orphaned':
      'Бұл бет ашық тұрғанда кеңейтім жаңартылды. Жазғаныңыз сақталған. Бетті қайта жүктеп, жалғастырыңыз.',
    'problem.unexpected': 'Күтпеген ақау болды. Сақталғаны орнында. Қайталап көріңіз.',
    'problem.reviewReturned':
      'Екінші тексеруші мұны қайтарды: «{reason}». Платформаға ештеңе жіберілмеді. Түзетіп, қайта жіберіңіз.',
    'problem.noReviewHere':
      'Бұған екінші тексеруші керек, ал бұл серверде ондай жоқ. Хабарламаңыз сақталған, ештеңе жіберілмеді. Серверді жүргізетін адамнан сұраңыз.',
    'problem.reviewForbidden':
      'Бұл есептік жазба бұл хабарламаны тексермейді: бекітушілер мен жетекшілер тексереді, ешкім өзінікін емес. Ештеңе өзгермеді. Басқа біреуден сұраңыз.',
    'problem.reviewGone':
      'Бұл енді екінші тексерушіні күтпейді: авторы қайтарып алды. Ештеңе өзгермеді. Келесісіне өтіңіз.',
    'problem.reviewSettled': 'Басқа екінші тексеруші бұрын үлгерді. Оның шешімі күшінде. Келесісіне өтіңіз.',
    'problem.notAllowed': 'Бұл бет мұны сұрай алмайды. Ештеңе өзгермеді. Кезекті ашыңыз.',
    'problem.messageWrong':
      'Бұл беттің сұрауы оқылмады. Ештеңе өзгермеді. Бетті қайта жүктеп, қайталап көріңіз.',
    'problem.storageBroken':
      'Браузердің қоймасы ашылмай тұр. Бұрын сақталғаны дискіде. Браузерді жауып ашып, қайталап көріңіз.',
    'problem.storageNewer':
      'Бұл кезекті Flagpost-тың жаңарақ нұсқасы жазған. Оны мұнда оқып, көшірмесін сақтауға болады, бірақ Flagpost қайта жаңартылғанша ештеңе өзгермейді және жіберілмейді.',
    'problem.storageFull':
      'Диск толған, сондықтан бұл сақталмады. Бұрынғының бәрі орнында. Орын босатып, қайталап көріңіз.',
    'problem.sitePackWrong':
      'Бұл — кеңейтім қолдана алатын сайт ережелері емес ({detail}). Ештеңе өзгермеді, бұрынғы ережелер қалады. Файлды берген адамнан жаңасын сұраңыз.',
    'problem.sitePackOver':
      'Бұл сайт ережелері {day} дейін жарамды болды. Олар енді қолданылмайды, ішкі ережелер қолданылады. Ұйымыңыздан жаңасын сұраңыз.',
    'problem.sitePackNeedsNewer':
      'Бұл сайт ережелеріне Flagpost {version} не одан жаңасы керек. Ештеңе өзгермеді. Кеңейтімді жаңартып, қайта импорттаңыз.',
    'problem.fixtureNoSite':
      'Бұл бетке арналған сайт ережесі жоқ, сондықтан онда сынайтын ештеңе жоқ. Ештеңе сақталмады. Баптаулардағы сайттың бетін ашыңыз.',
    'problem.serverUnknown':
      '{host} Flagpost білетін бағдарламалардың ешқайсысын атамады. Ештеңе қосылмады. Атын тексеріңіз; оның беттері туралы панельден, мәзірден немесе орынды көрсетіп хабарлауға болады.',

    'problem.backendDown':
      'Сервер жауап бермеді. Хабарламаларыңыз сақталған, өздері қайта жіберіледі. Ештеңе істеудің қажеті жоқ.',
    'problem.backendBusy':
      'Сервер күтуді сұрайды. Хабарламаларыңыз сақталған, ол дайын болғанда жіберіледі. Ештеңе істеудің қажеті жоқ.',
    'problem.backendFault':
      'Серверде ақау бар (жауап {status}). Хабарламаларыңыз сақталған, өздері қайта жіберіледі. Ештеңе істеудің қажеті жоқ.',
    'problem.inProgress':
      'Сервер бұрынғы әрекетпен айналысып жатыр. Хабарламаңыз сақталған, сервер өздігінен қайта сұралады. Ештеңе істеудің қажеті жоқ.',
    'problem.answerUnreadable':
      'Бірдеңе жауап берді, бірақ сервер олай жауап бермейді: желінің кіру беті болуы мүмкін. Хабарламаларыңыз сақталған, өздері қайта жіберіледі. Ұзаққа созылса, желіні тексеріңіз.',
    'problem.signInAgain':
      'Сервер бұл кіруді енді қабылдамайды. Хабарламаларыңыз сақталған. Параметрлерде қайта кіріңіз.',
    'problem.accountRefused':
      'Сервер сізді таниды, бірақ бұл аккаунтқа хабарлауға рұқсат бермейді: «{detail}» ({status} жауабы). Хабарламалар сақтаулы, басқа қосылымдар жұмыс істей береді. Серверді жүргізетін адамнан сұрап, содан кейін қосылымды баптауларда тексеріңіз.',
    'problem.vaultLocked':
      'Қойма құлыптаулы. Ештеңе жіберілмеді, ештеңе жоғалған жоқ. Қалқыма терезеде не параметрлерде құлпын ашып, қайта көріңіз.',
    'problem.passphraseWrong': 'Бұл ол құпия сөйлем емес. Қойма әлі құлыптаулы. Қайта теріңіз.',
    'problem.passphraseShort':
      'Құпия сөйлемде кемінде {count} таңба болуы керек. Ештеңе өзгермеді. Бірнеше сөз алыңыз.',
    'problem.apiGone':
      'Бұл мекенжайда хабарлама сервері енді жоқ. Хабарламаларыңыз сақталған. Параметрлерде мекенжайды тексеріңіз.',
    'problem.connectionGone':
      'Бұл жіберілетін қосылым жойылған. Жазғаныңыз сақталған. Параметрлерде қосылымды қайта қосыңыз.',
    'problem.notFound': 'Сервер мұны білмейді. Ештеңе өзгермеді. Мекенжайды не сілтемені тексеріңіз.',
    'problem.backendSays':
      'Сервер мұны қабылдамайды: «{detail}» (жауап {status}). Жазғаныңыз сақталған. Түзетіп, қайта жіберіңіз.',
    'problem.tooLarge':
      'Сервер үшін бұл тым үлкен: «{detail}» (жауап {status}). Хабарлама сақталған. Қысқартып, қайта жіберіңіз.',
    'problem.evidenceTooLarge':
      'Сервер үшін дәлел тым үлкен: «{detail}» (жауап {status}), ал медиасыз жіберілмейді. Хабарлама мен дәлелдер сақтаулы. Серверді жүргізетін адамнан сұрап, қайта жіберіңіз.',
    'problem.receiptWrong':
      'Сервер хабарламаны алды, бірақ түбіртегі жіберілгенге сай емес. Хабарлама сақталған. Жеткен-жетпегенін алушыдан сұрап, осында белгілеңіз.',
    'problem.backendForgot':
      'Сервер түбіртек берген бұл хабарламаны енді білмейді: ескі көшірмеден қалпына келтірілген болуы мүмкін. Хабарлама мен түбіртек осында сақталған. Алушыдан сұрап, қайта жіберіңіз немесе жеткенін белгілеңіз.',

    'problem.addressWrong':
      'Бұл сервердің мекенжайы емес. Ештеңе өзгермеді. Оны https://host түрінде, пайдаланушы атынсыз және сұрақ белгісінсіз жазыңыз.',
    'problem.addressInsecure':
      'Бұл мекенжай шифрланбайды. Оған ештеңе жіберілмеді. https:// деп басталатынын алыңыз.',
    'problem.backendUnreached':
      '{host} мекенжайынан бұл браузер оқи алатын жауап келмеді. Ештеңе қосылмады, сілтеме де жұмсалмады. Мекенжай мен желіні тексеріп, қайталап көріңіз.',
    'problem.noBackend':
      '{host} мекенжайында бірдеңе жауап берді, бірақ ол хабарлама сервері емес. Ештеңе қосылмады. Мекенжайды тексеріңіз немесе оны бергеннен сұраңыз.',
    'problem.tokenUnknown':
      'Сервер бұл токенді білмейді. Ештеңе қосылмады. Токенді түгел қайта көшіріңіз немесе жаңасын сұраңыз.',
    'problem.backendRefuses':
      'Сервер кіргізбейді: «{detail}» (жауап {status}). Ештеңе қосылмады. Кейінірек көріңіз немесе оны жүргізетіннен сұраңыз.',
    'problem.enrolLost':
      'Сервер уақытында жауап бермеді, сондықтан сілтеме жұмсалған болуы мүмкін. Ештеңе қосылмады. Тағы бір рет көріңіз; жұмсалған болса, жаңасын сұраңыз.',
    'problem.linkWrong':
      'Бұл қосылу сілтемесі емес. Ештеңе өзгермеді. Сілтемені # белгісінен кейінгісімен бірге түгел көшіріңіз.',
    'problem.linkUsed':
      'Сервер бұл сілтемені білмейді: ол пайдаланылған немесе мерзімі өткен. Ештеңе өзгермеді. Жаңасын сұраңыз.',

    'problem.pageForbidden':
      'Браузер кеңейтімдерге бұл бетті оқытпайды. Ештеңе алынбады. Жазбаның өзін қойындыда ашып, сол жерден хабарлаңыз.',
    'problem.pageBusy':
      'Бет басқа ештеңені орындауға жол бермейді, сондықтан одан ештеңе оқылмады. Жетіспейтінін өзіңіз жазыңыз немесе бетті қайта жүктеп, қайта басыңыз.',
    'problem.pageClosed':
      'Бет жабылған немесе оны оқуға болмайды. Жазғаныңыз сақталған. Жазбаның мекенжайын қолмен жазыңыз.',
    'problem.captureForbidden':
      'Таңдалған негіз тек мекенжайға рұқсат береді. Беттен алынғаны жойылды. Ештеңе істеудің қажеті жоқ.',
    'problem.captureLost':
      'Көшірме енді жоқ: негіз таңдалғанға дейін браузер жабылған. Жазғаныңыз сақталған. Жазбадағы хабарлау түймесін қайта басыңыз.',
    'problem.captureUnreadable':
      'Беттің жауабын оқу мүмкін емес. Жазғаныңыз сақталған. Жетіспейтінін қолмен жазыңыз.',
    'problem.bundleBroken':
      'Мөрленген дәлел мөрленген кездегідей емес: {what}. Ол көрсетілмейді. Жазба әлі тұрса, қайта сақтаңыз.',
    'problem.evidenceGone':
      'Бұл хабарламаның дәлелі енді ашылмайды. Хабарлама сақталған. Оны түзетіңіз: дәлелсіз не жаңа дәлелмен кете алады.',

    'problem.draftGone': 'Бұл жоба енді жоқ. Басқа ештеңе өзгермеді. Жазба туралы қайта хабарлаңыз.',
    'problem.tooLate':
      'Хабарлама жолда, оны жіберілмеген күйге қайтаруға болмайды. Ол сақталған. Оның орнына кері алыңыз.',
    'problem.noticeMoved':
      'Осы арада хабарлама алға жылжыды. Ол қазіргі күйінде сақталған. Қайта қарап, содан кейін шешіңіз.',
    'problem.noticeGone':
      'Бұл хабарлама кезекте енді жоқ: ол қайтадан жобаға айналған немесе сақтау мерзімі өткен. Ештеңе өзгермеді.',
    'problem.noticeErased':
      'Сақтау мерзімі біткенде бұл хабарламаның мәтіні жойылған. Тарихы сақталған. Керек болса, жазба туралы қайта хабарлаңыз.',

    'problem.groundMissing': 'Негіз әлі таңдалмаған. Жазғаныңыз сақталған. Кемінде біреуін таңдаңыз.',
    'problem.groundGone':
      '{ground} негізі каталогта енді жоқ. Жазғаныңыз сақталған. Оның орнына басқасын таңдаңыз.',
    'problem.declarationMissing': 'Мәлімдеме әлі жасалмаған. Жазғаныңыз сақталған. Оны оқып, белгі қойыңыз.',
    'problem.fieldWrong': 'Бұл сай келмейді: {detail}. Жазғаныңыз сақталған. Осында түзетіңіз.',

    'problem.packWrong':
      'Бұл файл негіздер жинағы емес: {detail}. Ештеңе қосылмады. Ұйымнан жаңа файл сұраңыз.',
    'problem.packSignature':
      'Қолтаңба жинаққа сай емес: ол қол қойылғаннан кейін өзгертілген. Ештеңе қосылмады. Файлды ұйымнан қайта алыңыз.',
    'problem.packOtherKey':
      '{pack} жинағына бұрынғыдан басқа кілтпен қол қойылған. Ештеңе қосылмады. Ұйым кілтін ауыстырды ма, соны сұраңыз.',
    'problem.packOld': 'Бұл жинақтың {version}-нұсқасы немесе одан жаңасы бар. Ештеңе өзгермеді.',
    'problem.packForeignId':
      '{pack} жинағы өзінікі емес негізді атайды: {id}. Ештеңе қосылмады. Ұйымнан жаңа файл сұраңыз.',
    'problem.ledgerWrong':
      'Бұл файл сақталған журнал емес. Одан ештеңе алынған жоқ. «Журналды сақтау» жасаған файлды таңдаңыз.',
    'problem.ledgerLineWrong':
      'Бұл журналдың {line}-жолы оқылмайды: файл өзгертілген. Одан ештеңе алынған жоқ. Оны қайта сақтауды сұраңыз.',
    'problem.ledgerCut':
      'Бұл журнал толық емес: {said} жол болуы керек, {found} жол бар. Одан ештеңе алынған жоқ. Оны қайта сақтауды сұраңыз.',
    'problem.ledgerBroken':
      'Бұл журналдың тізбегі {seq}-жолда үзілген: ол жазылғаннан кейін өзгертілген. Одан ештеңе алынған жоқ. Оны қайта сақтауды және неге өзгеше екенін сұраңыз.',
    'problem.packsNeedNewerBrowser':
      'Бұл браузер жинақтардың қолтаңбасын әлі тексере алмайды. Ештеңе қосылмады. Браузерді жаңартыңыз.',
  },
}
