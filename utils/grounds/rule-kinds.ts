/**
 * Which of the usual rules (ids of the shipped pack `mastodon`) a server's own rule is like, by its words: the first
 * of which all expressions fit. In the order of what it would cost to be wrong: a rule about the sexual abuse of minors
 * must never allow a picture to be kept.
 */
const KINDS: [id: string, all: RegExp[]][] = [
  [
    'mastodon.rule-minors',
    [
      /\b(?:minors?|child(?:ren)?|underage|under-age|kinder?n?|minderjährig\w*|mineure?s?|enfants?|menor(?:es)?|niñ[oa]s?|minori|bambini|crianças?|csam|csem|lolicon|shotacon|loli|shota)\b|дет(?:и|ей|ск)|несовершеннолет|бала(?:лар|ны)|кәмелет/iu,
      /\bsex\w*|porn\w*|csam|csem|loli\w*|shota\w*|explo[iy]t\w*|abus\w*|missbrauch\w*|nud\w*|grooming|pädo\w*|paedo\w*|pedo\w*|секс|порно|эксплуат|насили|зорлық/iu,
    ],
  ],
  [
    'mastodon.rule-violence',
    [
      /\b(?:incit\w*|threat\w*|terroris\w*|violent extremis\w*|violent ideolog\w*|promot\w* (?:of )?violence|gewalt(?:aufruf|verherrlich|androh)\w*|menaces?|incita\w*|amenazas?|terrorism\w*)\b|подстрекат|террор|угроз|призыв\S* к насили|зорлыққа арандат/iu,
    ],
  ],
  [
    'mastodon.rule-hate',
    [
      /\b(?:racis\w*|rassis\w*|sexis\w*|homophob\w*|transphob\w*|ableis\w*|xenophob\w*|casteis\w*|antisemit\w*|hate ?speech|hateful|bigotry|discriminat\w*|diskriminier\w*|hassrede|haine|odio|nazi\w*|fascis\w*|faschis\w*|racism\w*)\b|расизм|ксенофоб|ненавист|гомофоб|дискриминац|нәсілшіл|кемсіт/iu,
    ],
  ],
  [
    'mastodon.rule-sensitive',
    [
      /\b(?:nsfw|sexually explicit|nudity|porn\w*|adult content|content warnings?|\bcw\b|sensitive|gore|inhaltswarnung\w*|sensibl\w*|contenu sensible|explícit\w*)\b|откровенн|пометк|эротик|порногра/iu,
    ],
  ],
  [
    'mastodon.rule-harassment',
    [
      /\b(?:harass\w*|belästig\w*|dox+\w*|stalk\w*|dogpil\w*|bully\w*|mobbing|harcèle\w*|acoso|assédio|molesti\w*|block evasion)\b|травл|преслед|доксинг|қудала/iu,
    ],
  ],
  [
    'mastodon.rule-misinformation',
    [
      /\b(?:misinformation|disinformation|desinformation|falschinformation\w*|fake ?news|false (?:and|or) misleading|désinformation|desinformación|conspiracy|verschwörung\w*)\b|дезинформ|ложн\S* (?:сведени|информаци)|жалған ақпарат/iu,
    ],
  ],
  [
    'mastodon.rule-impersonation',
    [
      /\b(?:impersonat\w*|identitätsdiebstahl|fälschlich\w* ausgeben|usurpat\w*|suplanta\w*)\b|выда\S+ себя за|басқа адам болып/iu,
    ],
  ],
  [
    'mastodon.category-spam',
    [
      /\b(?:spam\w*|unsolicited|advertis\w*|werbung|publicité|publicidad|pubblicità|commercial (?:posts?|accounts?))\b|спам|реклам|жарнама/iu,
    ],
  ],
  [
    'mastodon.rule-illegal',
    [
      /\b(?:illegal|unlawful|against the law|strafbar\w*|rechtswidrig\w*|illegale?n?|illégal\w*|ilegal\w*|verboten)\b|незакон|заңсыз/iu,
    ],
  ],
]

/** The id of the usual rule that these words are like, or null. */
export function kindOf(text: string): string | null {
  return KINDS.find(([, all]) => all.every((words) => words.test(text)))?.[0] ?? null
}
