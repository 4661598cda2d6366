/** The first-run page. */
export const welcome = {
  en: {
    'welcome.title': 'Welcome to Flagpost',
    'welcome.lead':
      'Three steps, in any order. Nothing here has to be done now; all of it is in the options.',
    'welcome.language': 'Choose the language',
    'welcome.try': 'Try it once',
    'welcome.tryHint':
      'Report an invented post and decide on it yourself. It takes two minutes, and nothing leaves this browser.',
    'welcome.connect': 'Connect',
    'welcome.connectHint': 'Until a backend is connected, everything goes to the practice desk.',
    'welcome.sites': 'Then switch on your sites',
    'welcome.sitesHint': 'Flagpost runs on no site until you say so, one by one.',
    'welcome.sitesOpen': 'Choose sites',
    'welcome.done': 'All of this, and more, is in the options.',
    'welcome.options': 'Open the options',
  },
  ru: {
    'welcome.title': 'Добро пожаловать в Flagpost',
    'welcome.lead':
      'Три шага в любом порядке. Сейчас ничего делать не обязательно; всё это есть в настройках.',
    'welcome.language': 'Выберите язык',
    'welcome.try': 'Попробуйте один раз',
    'welcome.tryHint':
      'Сообщите о вымышленной публикации и решите по ней сами. Это две минуты, и из этого браузера ничего не уходит.',
    'welcome.connect': 'Подключитесь',
    'welcome.connectHint': 'Пока сервер не подключён, всё уходит на учебный стол.',
    'welcome.sites': 'Затем включите свои сайты',
    'welcome.sitesHint': 'Flagpost не работает ни на одном сайте, пока вы не разрешите, по одному.',
    'welcome.sitesOpen': 'Выбрать сайты',
    'welcome.done': 'Всё это и многое другое — в настройках.',
    'welcome.options': 'Открыть настройки',
  },
  kk: {
    'welcome.title': 'Flagpost-қа қош келдіңіз',
    'welcome.lead': 'Кез келген ретпен үш қадам. Қазір ештеңе істеу міндетті емес; бәрі параметрлерде бар.',
    'welcome.language': 'Тілді таңдаңыз',
    'welcome.try': 'Бір рет көріңіз',
    'welcome.tryHint':
      'Ойдан шығарылған жазба туралы хабарлап, өзіңіз шешіңіз. Екі минут кетеді, бұл браузерден ештеңе шықпайды.',
    'welcome.connect': 'Қосылыңыз',
    'welcome.connectHint': 'Сервер қосылғанша бәрі жаттығу үстеліне түседі.',
    'welcome.sites': 'Содан кейін сайттарыңызды қосыңыз',
    'welcome.sitesHint': 'Сіз бір-бірлеп рұқсат бергенше Flagpost ешбір сайтта жұмыс істемейді.',
    'welcome.sitesOpen': 'Сайттарды таңдау',
    'welcome.done': 'Осының бәрі және басқасы параметрлерде.',
    'welcome.options': 'Параметрлерді ашу',
  },
}
