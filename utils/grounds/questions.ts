import type { Ground, Titles } from './ground'

/**
 * One question to the reviewer before a notice on speech goes out. `yesNo` is answered `yes` or `no`, `level`
 * `low`, `medium` or `high`, `text` in own words.
 */
export type Question = {
  /** Immutable, never reused: the key in `GroundUse.answers`. Unique over all questions. */
  id: string
  kind: 'yesNo' | 'level' | 'text'
  text: Titles
  /** How to decide. */
  help: Titles
  /**
   * The answer that speaks for the person who wrote the item; null for a text. With `yes` to a protected-expression
   * question the notice needs `NEVERTHELESS`; with `yes` to `OWN_OFFICE` somebody else has to decide.
   */
  protects: 'yes' | 'low' | null
  /** Asked only after the protecting answer to one of these questions; absent: always asked. */
  after?: string[]
}

/** Criticism of the reviewer's own office or of someone close: a conflict of interest (CM/Rec(2018)2). */
export const OWN_OFFICE = 'own-office'
/** Why it is reported although something protects it; asked for only then. */
export const NEVERTHELESS = 'nevertheless'

/** What the answers of one kind can be. */
export const ANSWERS = { yesNo: ['yes', 'no'], level: ['low', 'medium', 'high'] } as const

const yesNo = (id: string, text: Titles, help: Titles): Question => ({
  id,
  kind: 'yesNo',
  text,
  help,
  protects: 'yes',
})

/**
 * Protected expression: what Regulation (EU) 2021/784 Art. 1(3), CM/Rec(2018)2 and the platforms' own exceptions
 * (news, education, science, art, public interest) ask to look at, and the practice of the European Court of Human
 * Rights on public figures.
 */
export const PROTECTED: readonly Question[] = [
  yesNo(
    'satire',
    {
      en: 'Is it satire, parody or irony?',
      ru: 'Это сатира, пародия или ирония?',
      kk: 'Бұл сатира, пародия немесе ирония ма?',
    },
    {
      en: 'Would a reader who knows the author or the genre take it literally? If you are not sure, answer yes.',
      ru: 'Понял бы это буквально читатель, который знает автора или жанр? Если сомневаетесь, ответьте «да».',
      kk: 'Авторды немесе жанрды білетін оқырман мұны тура мағынасында түсінер ме еді? Күмәндансаңыз, «иә» деп жауап беріңіз.',
    },
  ),
  yesNo(
    'news',
    {
      en: 'Is it news, reporting or documentation of an event?',
      ru: 'Это новость, репортаж или документирование события?',
      kk: 'Бұл жаңалық, репортаж немесе оқиғаны құжаттау ма?',
    },
    {
      en: 'By a journalist, a witness or an organisation; also where it shows something terrible in order to report it.',
      ru: 'Журналиста, очевидца или организации; в том числе когда ужасное показано, чтобы о нём сообщить.',
      kk: 'Журналистің, куәгердің немесе ұйымның; сұмдық нәрсе хабарлау үшін көрсетілген жағдайда да.',
    },
  ),
  yesNo(
    'art',
    {
      en: 'Is it art or fiction?',
      ru: 'Это искусство или вымысел?',
      kk: 'Бұл өнер немесе көркем шығарма ма?',
    },
    {
      en: 'Music, poem, film, picture, novel, game; also where it is dark or shocking.',
      ru: 'Музыка, стихи, кино, картина, роман, игра; в том числе мрачные или шокирующие.',
      kk: 'Музыка, өлең, кино, сурет, роман, ойын; сұсты не сілкіндіретін болса да.',
    },
  ),
  yesNo(
    'research',
    {
      en: 'Is it teaching, research or remembrance?',
      ru: 'Это обучение, исследование или память о прошлом?',
      kk: 'Бұл оқыту, зерттеу немесе өткенді еске алу ма?',
    },
    {
      en: 'It explains, analyses or commemorates, and does not make the message its own.',
      ru: 'Объясняет, анализирует или напоминает, но не присваивает это высказывание себе.',
      kk: 'Түсіндіреді, талдайды немесе еске алады, бірақ сол пікірді өзінікі етпейді.',
    },
  ),
  yesNo(
    'counter',
    {
      en: 'Does it quote or show something in order to criticise or condemn it?',
      ru: 'Это цитата или показ ради критики или осуждения?',
      kk: 'Бұл сынау не айыптау үшін келтірілген дәйексөз немесе көрініс пе?',
    },
    {
      en: 'Read what stands around the quotation, and the post that it answers.',
      ru: 'Прочтите, что стоит вокруг цитаты, и публикацию, на которую это ответ.',
      kk: 'Дәйексөздің айналасын және бұл жауап беретін жазбаны оқыңыз.',
    },
  ),
  yesNo(
    'public-figure',
    {
      en: 'Is it about a politician, an official or another public figure in that role?',
      ru: 'Речь о политике, должностном лице или другой публичной фигуре в этом качестве?',
      kk: 'Сөз саясаткер, лауазымды тұлға немесе басқа қоғам қайраткері туралы, сол рөлінде ме?',
    },
    {
      en: 'They have to bear more criticism, also sharp or unfair criticism, than a private person.',
      ru: 'Они обязаны терпеть больше критики, в том числе резкой и несправедливой, чем частное лицо.',
      kk: 'Олар жеке адамнан гөрі көбірек сынға, өткір не әділетсіз сынға да төзуге тиіс.',
    },
  ),
  yesNo(
    'public-interest',
    {
      en: 'Is it part of a debate of public interest?',
      ru: 'Это часть общественно значимой дискуссии?',
      kk: 'Бұл қоғам үшін маңызды пікірталастың бөлігі ме?',
    },
    {
      en: 'Politics, elections, religion, history, protest, corruption, health, the environment, the work of authorities.',
      ru: 'Политика, выборы, религия, история, протест, коррупция, здоровье, экология, работа власти.',
      kk: 'Саясат, сайлау, дін, тарих, наразылық, жемқорлық, денсаулық, экология, биліктің жұмысы.',
    },
  ),
  yesNo(
    OWN_OFFICE,
    {
      en: 'Does it criticise you, your office, your organisation or someone close to you?',
      ru: 'Критикует ли это вас, ваше ведомство, вашу организацию или близкого вам человека?',
      kk: 'Бұл сізді, мекемеңізді, ұйымыңызды немесе жақыныңызды сынай ма?',
    },
    {
      en: 'Then you have a conflict of interest and somebody outside your unit has to decide.',
      ru: 'Тогда у вас конфликт интересов, и решать должен кто-то вне вашего подразделения.',
      kk: 'Онда мүдделер қақтығысы бар, шешімді бөлімшеңізден тыс біреу қабылдауға тиіс.',
    },
  ),
]

const level = (id: string, text: Titles, help: Titles): Question => ({
  id,
  kind: 'level',
  text,
  help,
  protects: 'low',
})

/** The threshold test for incitement to hatred: Rabat Plan of Action, A/HRC/22/17/Add.4, Appendix, paragraph 29. */
export const RABAT: readonly Question[] = [
  level(
    'rabat-context',
    { en: 'Context', ru: 'Контекст', kk: 'Мәнмәтін' },
    {
      en: 'How tense is the situation there and then towards the group: conflict, violence, discrimination?',
      ru: 'Насколько напряжена там и тогда обстановка вокруг этой группы: конфликт, насилие, дискриминация?',
      kk: 'Сол жерде, сол кезде бұл топқа қатысты жағдай қаншалықты шиеленіскен: қақтығыс, зорлық, кемсіту?',
    },
  ),
  level(
    'rabat-speaker',
    { en: 'Speaker', ru: 'Кто говорит', kk: 'Сөйлеуші' },
    {
      en: 'How much authority or influence does the author have over those who hear it?',
      ru: 'Насколько автор авторитетен и влиятелен для тех, кто это слышит?',
      kk: 'Автордың тыңдаушыларға беделі мен ықпалы қаншалықты?',
    },
  ),
  level(
    'rabat-intent',
    { en: 'Intent', ru: 'Умысел', kk: 'Ниет' },
    {
      en: 'How clearly does the author mean to stir hatred? Carelessness or mere sharing is low.',
      ru: 'Насколько ясно, что автор хочет возбудить ненависть? Неосторожность или простой репост — низко.',
      kk: 'Автордың өшпенділік тудырғысы келетіні қаншалықты айқын? Абайсыздық не жай бөлісу — төмен.',
    },
  ),
  level(
    'rabat-content',
    { en: 'Content and form', ru: 'Содержание и форма', kk: 'Мазмұны мен нысаны' },
    {
      en: 'How direct and provocative is it? Argument, style and nature of the words count.',
      ru: 'Насколько это прямо и провокационно? Важны довод, стиль и характер слов.',
      kk: 'Ол қаншалықты тікелей әрі арандатушы? Дәлелі, мәнері және сөздердің сипаты маңызды.',
    },
  ),
  level(
    'rabat-extent',
    { en: 'Extent', ru: 'Охват', kk: 'Ауқымы' },
    {
      en: 'How public is it and how far does it reach: audience, repetition, means?',
      ru: 'Насколько это публично и далеко ли расходится: аудитория, повторы, средства?',
      kk: 'Ол қаншалықты жария, қаншаға тарайды: аудитория, қайталану, құралдар?',
    },
  ),
  level(
    'rabat-likelihood',
    { en: 'Likelihood of harm', ru: 'Вероятность вреда', kk: 'Зиян ықтималдығы' },
    {
      en: 'How probable and how near is an act against the group because of it?',
      ru: 'Насколько вероятны и близки из-за этого действия против группы?',
      kk: 'Осының салдарынан топқа қарсы әрекет жасалуы қаншалықты ықтимал әрі жақын?',
    },
  ),
]

const WHY: Question = {
  id: NEVERTHELESS,
  kind: 'text',
  text: {
    en: 'Why do you report it nevertheless?',
    ru: 'Почему вы всё же сообщаете об этом?',
    kk: 'Сонда да неге хабарлайсыз?',
  },
  help: {
    en: 'Say what outweighs the protection: which words, which harm, to whom.',
    ru: 'Напишите, что перевешивает защиту: какие слова, какой вред, кому.',
    kk: 'Қорғаудан не басым екенін жазыңыз: қандай сөздер, қандай зиян, кімге.',
  },
  protects: null,
  after: PROTECTED.map(({ id }) => id).filter((id) => id !== OWN_OFFICE),
}

/** What has to be answered for a ground, in order: nothing where it is about conduct, not about speech. */
export function questionsFor({ speech, test }: Pick<Ground, 'speech' | 'test'>): Question[] {
  return [
    ...(speech === 'none' ? [] : PROTECTED),
    ...(test === 'rabat' ? RABAT : []),
    ...(speech === 'none' ? [] : [WHY]),
  ]
}

/** Is the explanation why it is reported nevertheless due? After `yes` to any protected-expression question. */
export function needsWhy(answers: Readonly<Record<string, string>>): boolean {
  return PROTECTED.some(({ id, protects }) => WHY.after?.includes(id) && answers[id] === protects)
}
