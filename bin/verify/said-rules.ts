/** Words of a language that letters need for statements about days. */
export interface WordsOfLanguage {
  /** Words that call a day a due date. */
  readonly due: RegExp;
  /** Words that say that such a day has passed, or that it was the date once. */
  readonly passed: RegExp;
  /** Words that are permitted only for a day that has passed. */
  readonly over: RegExp;
  /** Words before a code that explain it to a reader; a number counts as explained as well. */
  readonly code: RegExp;
  /** Words that no letter of this language has, but where it names or quotes. */
  readonly foreign?: RegExp;
}

/** A word of a script for which the engine knows no word boundary. */
const words = (...each: readonly string[]): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${each.join("|")})(?![\p{L}\p{M}])`, "iu");

/** English words that mean nothing, or nothing that a letter says, in the other languages. */
const english = (but: readonly string[] = []): RegExp =>
  words(
    ..."the of and your you is was were under review reviews cluster clusters party parties secretariat due by with has been will letter letters focal expert observer nomination feedback answers observations started ended awaited listed none nothing country group first second third fourth reference from until overdue delay delays"
      .split(" ")
      .filter((word) => !but.includes(word)),
  );

export const wordsOf: Readonly<Record<string, WordsOfLanguage>> = {
  en: {
    due: words(
      "due",
      "awaited by",
      "no later than",
      "not later than",
      "deadline",
      "at the latest",
      "suggested by",
      "to be (?:made|submitted|received|given|provided)[^.]* by",
    ),
    passed: words(
      "was",
      "were",
      "had",
      "has passed",
      "have passed",
      "passed",
      "past",
      "ago",
      "original(?:ly)?",
      "ended",
      "instead of",
      "overdue",
      "would have",
      "no longer",
      "counted from",
    ),
    over: words("(?:was|were) due", "served", "has ended", "ended on", "started on", "has passed"),
    code: words("codes?"),
  },
  fr: {
    due: words(
      "échéances?",
      "à (?:remettre|communiquer|soumettre|rendre|faire)",
      "au plus tard",
      "attendue?s? (?:avant|d’ici|pour le \\d)",
      "d’ici",
      "date limite",
      "date proposée",
    ),
    passed: words(
      "dépassée?s?",
      "était",
      "étaient",
      "devai(?:t|ent)",
      "avai(?:t|ent)",
      "initiale?s?",
      "passée?s?",
      "expirée?s?",
      "il y a",
      "au lieu d[ue]",
      "n’est plus",
      "ne sont plus",
      "à compter du",
    ),
    over: words("échéance dépassée", "a pris fin le", "ont pris fin le", "a commencé le", "ont commencé le"),
    code: words("codes?"),
    foreign: english(["observations", "nomination", "parties", "expert"]),
  },
  es: {
    due: words("plazo", "fecha límite", "a más tardar", "vence", "vencen", "antes del", "fecha sugerida"),
    passed: words(
      "venció",
      "vencieron",
      "vencid[oa]s?",
      "era",
      "eran",
      "debía",
      "debían",
      "había",
      "habían",
      "inicial",
      "original",
      "pasad[oa]s?",
      "transcurrid[oa]",
      "hace",
      "expir[óa]",
      "terminó",
      "en lugar del?",
      "ya no",
      "desde",
      "a partir del",
    ),
    over: words("venció", "finalizó", "finalizaron", "comenzó el", "comenzaron el"),
    code: words("códigos?"),
    foreign: english(["has", "focal"]),
  },
  ar: {
    due: /الموعد|أقصاه|المهلة|في أجل/u,
    passed: /كان|حلّ|حل |انقض|مض[ىت]|الأصلي|فات|انته|بدلا من|لم يعد|اعتبارا من|منذ/u,
    over: /حلّ الموعد|انتهت في|بدأت? في/u,
    code: /الرم(?:ز|وز)/u,
    foreign: english(),
  },
  zh: {
    due: /期限|截止|到期|不迟于|最迟|结束前|之前(?:提交|完成|作出)/u,
    passed: /已|原|曾|过期|逾期|过去|不再|起算|起计算|本应/u,
    over: /已于[^，。；]*到期|期限已过|始于/u,
    code: /代码|编号/u,
    foreign: english(),
  },
  ru: {
    due: /срок|не позднее|ожидае[^.]{0,40} (?:до|к) \d|к концу дня|до конца дня/iu,
    passed:
      /исте[кч]|ист[её]к|прош[её]л|прошедш|минова|(?<!\p{L})был[аио]?(?!\p{L})|первоначальн|назад|наступил|вместо|исчисля|отсч[её]т/iu,
    over: /срок ист[её]к|завершил(?:ся|ась|ись)|начал(?:ся|ась|ись)/iu,
    code: /(?<!\p{L})(?:код[а-я]*|номер[а-я]*)(?!\p{L})/iu,
    foreign: english(),
  },
};
