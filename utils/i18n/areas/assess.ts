/** What due process finds: what is wrong, and what to do. One text for each code of `utils/assess/safeguards`. */
export const assess = {
  en: {
    'problem.addressNotPlain':
      'This is no public web address. Give the item’s own address, as it stands in the browser, beginning with https.',
    'problem.addressUnknown':
      'This address is no item of {name} that is known here. Open the item by itself and give its address.',
    'problem.addressIsList':
      'This address shows many items: a search, a hashtag or a feed. A notice is about one: open the item and give its own address.',
    'problem.addressIsAccount':
      'This is a whole account. Give the address of one item, or choose only grounds that are about accounts.',
    'problem.addressNotCanonical':
      'The exact address of this item is {address}. Please give it in this form.',
    'problem.addressWholeSite':
      'This is the address of a whole site. If one page of it is meant, give that page’s address.',
    'problem.addressLookalike':
      '{host} looks like {name} but is another site. Check that the right page is reported.',
    'problem.groundUnnamed':
      'This ground names no instrument or provision. Choose one that does: the platform can assess only what is named.',
    'problem.groundTwice': 'This ground stands here twice. Take one of them out.',
    'problem.groundOver': 'This ground has not been in force since {day}. Choose one that is.',
    'problem.groundNotYet': 'This ground comes into force on {day}. Choose one that is in force now.',
    'problem.groundStale':
      'This ground was last checked on {day}, more than a year before. Look at its source before you rely on it.',
    'problem.elementsOpen':
      'Not everything that has to be true is marked as found. Look again whether this ground fits.',
    'problem.whyMissing':
      'The explanation is missing. Say which words or pictures fall under this ground, and why.',
    'problem.whyShort':
      'This explains too little to be assessed. Say which words or pictures fall under the ground, why, and what shows it.',
    'problem.whyIsTitle':
      'This repeats the ground’s own words. Say in your own what in this item falls under it, and why.',
    'problem.whyIsCopy':
      'This only repeats the item. Quote it as the passage, and explain in your own words why it falls under the ground.',
    'problem.whyFromEarlier':
      'You gave this explanation in an earlier notice, word for word. Check that it fits this item.',
    'problem.passageMissing':
      'No passage is quoted. Select the words that the ground is about: the platform finds them sooner.',
    'problem.passageElsewhere':
      'These words do not stand in the item’s text as it was read. Check the passage.',
    'problem.groundKindWrong':
      'This ground is neither one platform’s rule nor one country’s law. Choose it again from the catalogue.',
    'problem.policyElsewhere':
      'This is a rule of {name}, and the item is elsewhere. Choose a rule of its own platform, or a law.',
    'problem.whyForBoth':
      'A rule and a law have the same explanation. Explain each by itself: they ask for different things.',
    'problem.whyForSeveral':
      'Several grounds have the same explanation. Say what each adds, or leave one out.',
    'problem.lawNotNamed':
      'A public authority names a platform’s rule but no law. Say the law if there is one; if there is none, think about whether an authority should ask for this.',
    'problem.manyOnAuthor':
      'This is your open notice number {count} on the same author in 30 days. Say why one more is needed.',
    'problem.manyOnAuthorSaid':
      'This is your open notice number {count} on the same author in 30 days. Your reason goes with it.',
    'problem.tooManyOnAuthor':
      'Your organisation allows {max} open notices on one author in 30 days; this would be number {count}. Wait for decisions, or ask your lead.',
    'problem.otherItems':
      'The explanation names several other items by their addresses. One notice is about one item: report each by itself.',
    'problem.alreadyReported':
      'You have an open notice on this item. A second one adds nothing unless something is new.',
    'problem.declarationShared':
      'Another notice was declared at this very instant. Each notice needs a declaration of its own: make it again.',
    'problem.tooFast':
      'More than {max} notices in a minute were made with this account. A person reads and explains each: go on in a minute.',
    'problem.declarationOther':
      'The declaration has other words than the one that is asked for. Read it and make it anew.',
    'problem.declarationStale':
      'The declaration was not made when this notice was. Read it and make it anew.',
    'problem.madeAhead':
      'This notice bears a time that is still to come. Set the clock of the computer right and make it anew.',
    'problem.madeLongAgo':
      'This notice was made more than {days} days ago. Look at the item again and make it anew.',
    'problem.questionOpen':
      'This question is not answered yet. Where a ground is about expression, each answer goes with the notice.',
    'problem.neverthelessShort':
      'By an answer of yours this may be protected expression. Say below why it is reported nevertheless: which words, which harm, to whom.',
    'problem.thresholdLow':
      'This part of the threshold test speaks for the author. Think about whether it is serious enough for this ground.',
    'problem.protectedLikely':
      'By your answer this may be protected expression. Say in the explanation why the ground applies all the same, or do not send it.',
    'problem.secondForGround':
      'This ground asks for a second reviewer. Someone else decides whether it goes out.',
    'problem.secondForSpeech':
      'This ground is about expression itself. A second reviewer decides whether it goes out.',
    'problem.secondForAnswer':
      'By an answer of yours this may be protected expression. A second reviewer decides whether it goes out.',
    'problem.secondByRules': 'Your organisation asks for a second reviewer for every notice.',
    'problem.otherReviewer': 'This notice bears another reviewer’s code. Make it anew with your own account.',
    'problem.notifierShown':
      'A ground of this notice keeps the notifier’s identity from the author. The notice must say so: make it anew.',
    'problem.notifierNamed':
      'This names you or your organisation, and a ground keeps the notifier’s identity from the author. Take the name out.',
    'problem.reviewerNamed':
      'This names you. Your organisation answers for the notice; your name is not needed in it.',
    'problem.correctsOther': 'The notice that this one corrects is not one of yours. Make it anew.',
    'problem.phoneNumber':
      'This seems to hold a telephone number. If the notice does not need it, take it out.',
    'problem.mailAddress':
      'This seems to hold an e-mail address. If the notice does not need it, take it out.',
    'problem.idNumber':
      'This seems to hold the number of a person, a card or an account. If the notice does not need it, take it out.',
    'problem.captureAbove':
      'A ground of this notice allows less to be captured than the evidence holds. The evidence may not go with it.',
    'problem.captureContent':
      'A ground of this notice allows the address alone. This part of the item may not go with it: take it out.',
    'problem.capturePassage':
      'A ground of this notice allows the address alone. Take the quoted passage out, under every ground.',
    'problem.captureMedia': 'A ground of this notice allows no pictures. They may not go with it.',
    'problem.retentionLong':
      'Under this ground evidence is kept for {days} days; your organisation allows {max}. Choose another ground, or ask your lead.',
    'problem.concentratedAuthor':
      '{share} % of your last {count} notices are on one author. Check that you judge the item and not the person.',
    'problem.concentratedTopic':
      '{share} % of your last {count} notices are on one topic. Check that nothing else is overlooked.',
    'problem.concentratedLanguage':
      '{share} % of your last {count} notices are on items in one language. Check that the same measure holds for all.',
    'problem.oftenUnfounded':
      'The platforms saw no reason to act on {share} % of your last {count} decided notices. Look at their reasons first: platforms may stop handling notices that are often unfounded.',
    'problem.territoryUnknown':
      'This is no country’s code. Give two capital letters, or “global” for a platform’s rule.',
    'problem.territoryBeyondLaw':
      'The law of {law} does not hold in all the places named here. Name only those where it does.',
    'problem.jurisdictionNotAllowed':
      'Your organisation’s reviewers do not cite the law of {law}. Choose another ground, or ask your lead.',
    'problem.measureBeyondLaw':
      'Removal works everywhere, this law only in its own territory. Ask for a restriction there if that is enough.',
    'problem.measureHarsh':
      'Removal is the hardest measure, and this rule depends on context. Think of a label, an age limit or a restriction first.',
    'problem.measureUnfit':
      'This measure is not one that fits this ground. Ask for an assessment, or choose one that does.',
    'problem.ownOfficeBlocked':
      'The item is about your own office. By your organisation’s rules no notice goes out from you on it: hand it to someone outside.',
    'problem.ownOfficeSecond':
      'The item is about your own office. A second reviewer from outside decides whether it goes out.',
    'problem.ownOfficeNamed':
      'The item names {name}. A second reviewer decides, so that nobody judges criticism of their own office alone.',
    'problem.orderNotRequest':
      'This reads like an order. A notice asks: write “please assess”, and let the platform decide what follows.',
    'problem.insult': 'This reads like an insult. Describe what the item says or shows instead.',
  },
  ru: {
    'problem.addressNotPlain':
      'Это не общедоступный веб-адрес. Укажите собственный адрес публикации, как в браузере, начиная с https.',
    'problem.addressUnknown':
      'Такой адрес публикации на {name} здесь неизвестен. Откройте публикацию отдельно и укажите её адрес.',
    'problem.addressIsList':
      'По этому адресу видно много публикаций: поиск, хештег или лента. Уведомление касается одной: откройте её и укажите её адрес.',
    'problem.addressIsAccount':
      'Это целый аккаунт. Укажите адрес одной публикации или выберите только основания, которые касаются аккаунтов.',
    'problem.addressNotCanonical': 'Точный адрес этой публикации: {address}. Укажите его в таком виде.',
    'problem.addressWholeSite':
      'Это адрес целого сайта. Если речь об одной странице, укажите адрес этой страницы.',
    'problem.addressLookalike':
      '{host} похож на {name}, но это другой сайт. Проверьте, о той ли странице вы сообщаете.',
    'problem.groundUnnamed':
      'В этом основании не назван акт или его положение. Выберите то, где они есть: платформа может оценить только названное.',
    'problem.groundTwice': 'Это основание указано дважды. Уберите одно.',
    'problem.groundOver': 'Это основание не действует с {day}. Выберите действующее.',
    'problem.groundNotYet': 'Это основание вступает в силу {day}. Выберите то, что действует сейчас.',
    'problem.groundStale':
      'Это основание проверялось {day}, больше года назад. Посмотрите источник, прежде чем на него опираться.',
    'problem.elementsOpen':
      'Не всё, что должно быть верно, отмечено как найденное. Проверьте ещё раз, подходит ли основание.',
    'problem.whyMissing':
      'Нет объяснения. Скажите, какие слова или изображения подпадают под основание и почему.',
    'problem.whyShort':
      'Этого мало для оценки. Скажите, какие слова или изображения подпадают под основание, почему и что это подтверждает.',
    'problem.whyIsTitle':
      'Это повторяет слова самого основания. Скажите своими словами, что в публикации под него подпадает и почему.',
    'problem.whyIsCopy':
      'Это лишь повторяет публикацию. Приведите её как фрагмент и объясните своими словами, почему она подпадает под основание.',
    'problem.whyFromEarlier':
      'Это объяснение слово в слово было в вашем прежнем уведомлении. Проверьте, подходит ли оно сюда.',
    'problem.passageMissing':
      'Фрагмент не приведён. Выделите слова, о которых речь: так платформа найдёт их быстрее.',
    'problem.passageElsewhere': 'Этих слов нет в прочитанном тексте публикации. Проверьте фрагмент.',
    'problem.groundKindWrong':
      'Это основание не является ни правилом одной платформы, ни законом одной страны. Выберите его в каталоге заново.',
    'problem.policyElsewhere':
      'Это правило {name}, а публикация не там. Выберите правило её платформы или закон.',
    'problem.whyForBoth':
      'У правила и закона одно и то же объяснение. Объясните каждое отдельно: они требуют разного.',
    'problem.whyForSeveral':
      'У нескольких оснований одно объяснение. Скажите, что добавляет каждое, или уберите лишнее.',
    'problem.lawNotNamed':
      'Государственный орган называет правило платформы, но не закон. Укажите закон, если он есть; если нет, подумайте, должен ли орган об этом просить.',
    'problem.manyOnAuthor':
      'Это ваше открытое уведомление № {count} об одном авторе за 30 дней. Объясните, зачем нужно ещё одно.',
    'problem.manyOnAuthorSaid':
      'Это ваше открытое уведомление № {count} об одном авторе за 30 дней. Ваша причина уйдёт вместе с ним.',
    'problem.tooManyOnAuthor':
      'Ваша организация допускает не больше {max} открытых уведомлений об одном авторе за 30 дней; это было бы № {count}. Дождитесь решений или обратитесь к руководителю.',
    'problem.otherItems':
      'В объяснении указаны адреса нескольких других публикаций. Одно уведомление касается одной публикации: сообщите о каждой отдельно.',
    'problem.alreadyReported':
      'У вас есть открытое уведомление об этой публикации. Второе ничего не добавит, если нет нового.',
    'problem.declarationShared':
      'Другое уведомление заявлено в то же самое мгновение. Каждому нужно своё заявление: сделайте его заново.',
    'problem.tooFast':
      'За минуту с этого аккаунта сделано больше {max} уведомлений. Каждое читает и объясняет человек: продолжите через минуту.',
    'problem.declarationOther':
      'Слова заявления отличаются от требуемых. Прочитайте заявление и сделайте его заново.',
    'problem.declarationStale':
      'Заявление сделано не вместе с этим уведомлением. Прочитайте его и сделайте заново.',
    'problem.madeAhead':
      'В уведомлении стоит время, которое ещё не наступило. Проверьте часы компьютера и сделайте его заново.',
    'problem.madeLongAgo':
      'Уведомление сделано больше {days} дней назад. Посмотрите публикацию ещё раз и сделайте его заново.',
    'problem.questionOpen':
      'На этот вопрос нет ответа. Если основание касается высказываний, каждый ответ уходит с уведомлением.',
    'problem.neverthelessShort':
      'По вашему ответу это может быть защищённое высказывание. Напишите ниже, почему вы всё же сообщаете: какие слова, какой вред, кому.',
    'problem.thresholdLow':
      'Эта часть порогового теста говорит в пользу автора. Подумайте, достаточно ли это серьёзно для основания.',
    'problem.protectedLikely':
      'По вашему ответу это может быть защищённое высказывание. Объясните, почему основание всё же применимо, или не отправляйте.',
    'problem.secondForGround':
      'Это основание требует второго рецензента. Другой человек решает, уйдёт ли уведомление.',
    'problem.secondForSpeech':
      'Это основание касается самого высказывания. Второй рецензент решает, уйдёт ли уведомление.',
    'problem.secondForAnswer':
      'По вашему ответу это может быть защищённое высказывание. Второй рецензент решает, уйдёт ли уведомление.',
    'problem.secondByRules': 'Ваша организация просит второго рецензента для каждого уведомления.',
    'problem.otherReviewer': 'В уведомлении код другого рецензента. Сделайте его заново под своим аккаунтом.',
    'problem.notifierShown':
      'Одно из оснований скрывает заявителя от автора. Уведомление должно об этом говорить: сделайте его заново.',
    'problem.notifierNamed':
      'Здесь названы вы или ваша организация, а одно из оснований скрывает заявителя от автора. Уберите имя.',
    'problem.reviewerNamed':
      'Здесь названы вы. За уведомление отвечает организация; ваше имя в нём не нужно.',
    'problem.correctsOther': 'Исправляемое уведомление не ваше. Сделайте это заново.',
    'problem.phoneNumber': 'Похоже, здесь номер телефона. Если он не нужен для уведомления, уберите его.',
    'problem.mailAddress':
      'Похоже, здесь адрес электронной почты. Если он не нужен для уведомления, уберите его.',
    'problem.idNumber':
      'Похоже, здесь номер документа, карты или счёта. Если он не нужен для уведомления, уберите его.',
    'problem.captureAbove':
      'Одно из оснований допускает сохранять меньше, чем есть в доказательствах. Они не могут уйти с уведомлением.',
    'problem.captureContent':
      'Одно из оснований допускает только адрес. Эта часть публикации не может уйти с уведомлением: уберите её.',
    'problem.capturePassage':
      'Одно из оснований допускает только адрес. Уберите приведённый фрагмент во всех основаниях.',
    'problem.captureMedia': 'Одно из оснований не допускает изображений. Они не могут уйти с уведомлением.',
    'problem.retentionLong':
      'По этому основанию доказательства хранятся дней: {days}; ваша организация допускает {max}. Выберите другое основание или обратитесь к руководителю.',
    'problem.concentratedAuthor':
      '{share} % ваших последних уведомлений (из {count}) касаются одного автора. Проверьте, что вы оцениваете публикацию, а не человека.',
    'problem.concentratedTopic':
      '{share} % ваших последних уведомлений (из {count}) касаются одной темы. Проверьте, не упущено ли другое.',
    'problem.concentratedLanguage':
      '{share} % ваших последних уведомлений (из {count}) касаются публикаций на одном языке. Проверьте, что мера одна для всех.',
    'problem.oftenUnfounded':
      'По {share} % ваших последних решённых уведомлений (из {count}) платформы не нашли причины действовать. Сначала посмотрите их доводы: платформы могут перестать рассматривать уведомления, которые часто необоснованны.',
    'problem.territoryUnknown':
      'Это не код страны. Укажите две заглавные латинские буквы или «global» для правила платформы.',
    'problem.territoryBeyondLaw':
      'Закон {law} действует не во всех указанных местах. Укажите только те, где он действует.',
    'problem.jurisdictionNotAllowed':
      'Рецензенты вашей организации не ссылаются на закон {law}. Выберите другое основание или обратитесь к руководителю.',
    'problem.measureBeyondLaw':
      'Удаление действует везде, а этот закон только на своей территории. Попросите ограничить доступ там, если этого достаточно.',
    'problem.measureHarsh':
      'Удаление — самая строгая мера, а это правило зависит от контекста. Подумайте сначала о пометке, возрастном пороге или ограничении.',
    'problem.measureUnfit':
      'Эта мера не подходит к этому основанию. Попросите только оценить или выберите подходящую.',
    'problem.ownOfficeBlocked':
      'Публикация о вашем собственном ведомстве. По правилам организации уведомление о ней от вас не уходит: передайте его человеку со стороны.',
    'problem.ownOfficeSecond':
      'Публикация о вашем собственном ведомстве. Второй рецензент со стороны решает, уйдёт ли уведомление.',
    'problem.ownOfficeNamed':
      'В публикации названа организация {name}. Решает второй рецензент, чтобы никто не судил о критике своего ведомства в одиночку.',
    'problem.orderNotRequest':
      'Это звучит как приказ. Уведомление просит: напишите «просим оценить», а что из этого следует, решит платформа.',
    'problem.insult':
      'Это звучит как оскорбление. Опишите вместо этого, что публикация говорит или показывает.',
  },
  kk: {
    'problem.addressNotPlain':
      'Бұл ашық веб-мекенжай емес. Жазбаның өз мекенжайын браузердегідей, https-тен бастап жазыңыз.',
    'problem.addressUnknown':
      '{name} жазбасының мұндай мекенжайы мұнда белгісіз. Жазбаны бөлек ашып, мекенжайын жазыңыз.',
    'problem.addressIsList':
      'Бұл мекенжайда көп жазба көрінеді: іздеу, хештег не таспа. Хабарлама біреу туралы: жазбаны ашып, өз мекенжайын жазыңыз.',
    'problem.addressIsAccount':
      'Бұл тұтас аккаунт. Бір жазбаның мекенжайын жазыңыз не тек аккаунтқа қатысты негіздерді таңдаңыз.',
    'problem.addressNotCanonical': 'Бұл жазбаның дәл мекенжайы: {address}. Осы түрде жазыңыз.',
    'problem.addressWholeSite':
      'Бұл тұтас сайттың мекенжайы. Бір беті туралы болса, сол беттің мекенжайын жазыңыз.',
    'problem.addressLookalike':
      '{host} мекенжайы {name} сияқты, бірақ бұл басқа сайт. Дұрыс бет туралы хабарлап отырғаныңызды тексеріңіз.',
    'problem.groundUnnamed':
      'Бұл негізде акт не оның нормасы аталмаған. Аталғанын таңдаңыз: платформа тек аталғанды бағалай алады.',
    'problem.groundTwice': 'Бұл негіз екі рет тұр. Біреуін алып тастаңыз.',
    'problem.groundOver': 'Бұл негіз {day} күнінен бері күшінде емес. Күшіндегісін таңдаңыз.',
    'problem.groundNotYet': 'Бұл негіз {day} күні күшіне енеді. Қазір күшіндегісін таңдаңыз.',
    'problem.groundStale':
      'Бұл негіз соңғы рет {day} күні, бір жылдан астам бұрын тексерілген. Сүйенбес бұрын дереккөзін қараңыз.',
    'problem.elementsOpen': 'Рас болуы керектің бәрі табылды деп белгіленбеген. Негіз сай ма, қайта қараңыз.',
    'problem.whyMissing':
      'Түсіндірме жоқ. Қай сөздер не суреттер осы негізге жататынын және неге екенін айтыңыз.',
    'problem.whyShort':
      'Бұл бағалауға тым аз. Қай сөздер не суреттер негізге жататынын, неге және ненің негізінде екенін айтыңыз.',
    'problem.whyIsTitle':
      'Бұл негіздің өз сөздерін қайталайды. Жазбада не осыған жататынын және неге екенін өз сөзіңізбен айтыңыз.',
    'problem.whyIsCopy':
      'Бұл жазбаны қайталайды ғана. Оны үзінді етіп келтіріп, неге негізге жататынын өз сөзіңізбен түсіндіріңіз.',
    'problem.whyFromEarlier':
      'Бұл түсіндірме бұрынғы хабарламаңызда сөзбе-сөз болған. Осы жазбаға сай ма, тексеріңіз.',
    'problem.passageMissing':
      'Үзінді келтірілмеген. Сөз болып отырған сөздерді белгілеңіз: платформа оларды тезірек табады.',
    'problem.passageElsewhere': 'Бұл сөздер жазбаның оқылған мәтінінде жоқ. Үзіндіні тексеріңіз.',
    'problem.groundKindWrong':
      'Бұл негіз бір платформаның ережесі де, бір елдің заңы да емес. Каталогтан қайта таңдаңыз.',
    'problem.policyElsewhere':
      'Бұл {name} ережесі, ал жазба басқа жерде. Өз платформасының ережесін не заңды таңдаңыз.',
    'problem.whyForBoth':
      'Ереже мен заңның түсіндірмесі бірдей. Әрқайсысын бөлек түсіндіріңіз: олар әртүрлі нәрсені талап етеді.',
    'problem.whyForSeveral':
      'Бірнеше негіздің түсіндірмесі бірдей. Әрқайсысы не қосатынын айтыңыз не артығын алып тастаңыз.',
    'problem.lawNotNamed':
      'Мемлекеттік орган платформаның ережесін атайды, бірақ заңды атамайды. Заң болса, айтыңыз; болмаса, орган мұны сұрауы керек пе, ойланыңыз.',
    'problem.manyOnAuthor':
      'Бұл 30 күнде бір автор туралы ашық тұрған {count}-хабарламаңыз. Тағы біреуі не үшін керек екенін айтыңыз.',
    'problem.manyOnAuthorSaid':
      'Бұл 30 күнде бір автор туралы ашық тұрған {count}-хабарламаңыз. Себебіңіз онымен бірге кетеді.',
    'problem.tooManyOnAuthor':
      'Ұйымыңыз 30 күнде бір автор туралы {max} ашық хабарламаға рұқсат етеді; бұл {count}-болар еді. Шешімдерді күтіңіз не жетекшіңізден сұраңыз.',
    'problem.otherItems':
      'Түсіндірмеде басқа бірнеше жазбаның мекенжайы бар. Бір хабарлама бір жазба туралы: әрқайсысын бөлек хабарлаңыз.',
    'problem.alreadyReported':
      'Бұл жазба туралы ашық хабарламаңыз бар. Жаңа нәрсе болмаса, екіншісі ештеңе қоспайды.',
    'problem.declarationShared':
      'Дәл осы сәтте басқа хабарлама мәлімделген. Әр хабарламаға өз мәлімдемесі керек: қайта жасаңыз.',
    'problem.tooFast':
      'Бұл аккаунттан бір минутта {max} хабарламадан көп жасалды. Әрқайсысын адам оқып, түсіндіреді: бір минуттан кейін жалғастырыңыз.',
    'problem.declarationOther': 'Мәлімдеменің сөздері сұралғаннан өзге. Оқып шығып, қайта жасаңыз.',
    'problem.declarationStale': 'Мәлімдеме осы хабарламамен бірге жасалмаған. Оқып шығып, қайта жасаңыз.',
    'problem.madeAhead': 'Хабарламада әлі келмеген уақыт тұр. Компьютердің сағатын түзеп, қайта жасаңыз.',
    'problem.madeLongAgo': 'Хабарлама {days} күннен астам бұрын жасалған. Жазбаны тағы қарап, қайта жасаңыз.',
    'problem.questionOpen':
      'Бұл сұраққа жауап жоқ. Негіз пікірге қатысты болса, әр жауап хабарламамен бірге кетеді.',
    'problem.neverthelessShort':
      'Жауабыңыз бойынша бұл қорғалатын пікір болуы мүмкін. Сонда да неге хабарлайтыныңызды төменде жазыңыз: қандай сөздер, қандай зиян, кімге.',
    'problem.thresholdLow':
      'Шектік сынақтың бұл бөлігі автордың пайдасына сөйлейді. Негіз үшін жеткілікті дәрежеде ауыр ма, ойланыңыз.',
    'problem.protectedLikely':
      'Жауабыңыз бойынша бұл қорғалатын пікір болуы мүмкін. Негіз неге бәрібір сай екенін түсіндіріңіз не жібермеңіз.',
    'problem.secondForGround':
      'Бұл негіз екінші тексерушіні талап етеді. Кете ме, жоқ па, басқа адам шешеді.',
    'problem.secondForSpeech': 'Бұл негіз пікірдің өзіне қатысты. Кете ме, жоқ па, екінші тексеруші шешеді.',
    'problem.secondForAnswer':
      'Жауабыңыз бойынша бұл қорғалатын пікір болуы мүмкін. Кете ме, жоқ па, екінші тексеруші шешеді.',
    'problem.secondByRules': 'Ұйымыңыз әр хабарламаға екінші тексерушіні сұрайды.',
    'problem.otherReviewer': 'Хабарламада басқа тексерушінің коды тұр. Өз аккаунтыңызбен қайта жасаңыз.',
    'problem.notifierShown':
      'Бір негіз хабарлаушыны автордан жасырады. Хабарлама соны айтуы керек: қайта жасаңыз.',
    'problem.notifierNamed':
      'Мұнда сіз не ұйымыңыз аталған, ал бір негіз хабарлаушыны автордан жасырады. Атын алып тастаңыз.',
    'problem.reviewerNamed': 'Мұнда сіз аталғансыз. Хабарламаға ұйым жауап береді; атыңыз онда керек емес.',
    'problem.correctsOther': 'Түзетілетін хабарлама сіздікі емес. Қайта жасаңыз.',
    'problem.phoneNumber': 'Мұнда телефон нөмірі бар сияқты. Хабарламаға керек болмаса, алып тастаңыз.',
    'problem.mailAddress':
      'Мұнда электрондық пошта мекенжайы бар сияқты. Хабарламаға керек болмаса, алып тастаңыз.',
    'problem.idNumber':
      'Мұнда құжат, карта не шот нөмірі бар сияқты. Хабарламаға керек болмаса, алып тастаңыз.',
    'problem.captureAbove':
      'Бір негіз дәлелдемедегіден азын ғана сақтауға рұқсат етеді. Дәлелдеме хабарламамен бірге кете алмайды.',
    'problem.captureContent':
      'Бір негіз тек мекенжайға рұқсат етеді. Жазбаның бұл бөлігі хабарламамен бірге кете алмайды: алып тастаңыз.',
    'problem.capturePassage':
      'Бір негіз тек мекенжайға рұқсат етеді. Келтірілген үзіндіні барлық негіздерден алып тастаңыз.',
    'problem.captureMedia': 'Бір негіз суреттерге рұқсат етпейді. Олар хабарламамен бірге кете алмайды.',
    'problem.retentionLong':
      'Бұл негіз бойынша дәлелдеме {days} күн сақталады; ұйымыңыз {max} күнге рұқсат етеді. Басқа негізді таңдаңыз не жетекшіңізден сұраңыз.',
    'problem.concentratedAuthor':
      'Соңғы {count} хабарламаңыздың {share} %-ы бір автор туралы. Адамды емес, жазбаны бағалап отырғаныңызды тексеріңіз.',
    'problem.concentratedTopic':
      'Соңғы {count} хабарламаңыздың {share} %-ы бір тақырып туралы. Басқасы назардан тыс қалмады ма, тексеріңіз.',
    'problem.concentratedLanguage':
      'Соңғы {count} хабарламаңыздың {share} %-ы бір тілдегі жазбалар туралы. Бәріне бір өлшем қолданылатынын тексеріңіз.',
    'problem.oftenUnfounded':
      'Соңғы шешілген {count} хабарламаңыздың {share} %-ы бойынша платформалар шара қолдануға себеп таппады. Алдымен олардың уәждерін қараңыз: жиі негізсіз хабарламаларды платформалар қарауды тоқтатуы мүмкін.',
    'problem.territoryUnknown':
      'Бұл ел коды емес. Екі бас латын әрпін не платформа ережесі үшін «global» деп жазыңыз.',
    'problem.territoryBeyondLaw':
      '{law} заңы аталған жерлердің бәрінде бірдей күшінде емес. Тек күшіндегілерін атаңыз.',
    'problem.jurisdictionNotAllowed':
      'Ұйымыңыздың тексерушілері {law} заңына сілтеме жасамайды. Басқа негізді таңдаңыз не жетекшіңізден сұраңыз.',
    'problem.measureBeyondLaw':
      'Жою барлық жерде әсер етеді, ал бұл заң тек өз аумағында күшінде. Жеткілікті болса, сол жерде шектеуді сұраңыз.',
    'problem.measureHarsh':
      'Жою — ең қатаң шара, ал бұл ереже мәнмәтінге байланысты. Алдымен белгі, жас шегі не шектеу туралы ойланыңыз.',
    'problem.measureUnfit': 'Бұл шара бұл негізге сай емес. Тек бағалауды сұраңыз не сай келетінін таңдаңыз.',
    'problem.ownOfficeBlocked':
      'Жазба өз мекемеңіз туралы. Ұйым ережесі бойынша ол туралы хабарлама сізден кетпейді: сырттағы адамға беріңіз.',
    'problem.ownOfficeSecond':
      'Жазба өз мекемеңіз туралы. Кете ме, жоқ па, сырттан келген екінші тексеруші шешеді.',
    'problem.ownOfficeNamed':
      'Жазбада {name} аталған. Өз мекемесіне айтылған сынды ешкім жалғыз бағаламауы үшін екінші тексеруші шешеді.',
    'problem.orderNotRequest':
      'Бұл бұйрық сияқты оқылады. Хабарлама сұрайды: «бағалауыңызды сұраймыз» деп жазыңыз, не болатынын платформа шешеді.',
    'problem.insult':
      'Бұл балағат сияқты оқылады. Оның орнына жазба не айтатынын не көрсететінін сипаттаңыз.',
  },
}
