import { daysIn } from "./calendar.ts";
import {
  emptyElementsIn,
  linksIn,
  type Piece,
  piecesOf,
  type SentLetter,
  setApartIn,
  withoutMarks,
} from "./letter-parts.ts";
import { type WordsOfLanguage, wordsOf } from "./said-rules.ts";

/** Further knowledge of a reader about a letter. */
export interface KnownBesides {
  /** Internal words of the system, like focal-points-missing, that no reader should see. */
  readonly codes?: ReadonlySet<string>;
  /** Texts in a letter that a user supplied; only the user answers for their words. */
  readonly quotes?: readonly string[];
  /** True if the whole letter is a user's own words, as a bulletin is. */
  readonly isOwnWords?: boolean;
}

const reference = /(?<![\p{L}\p{N}])RM\/\S+/gu;
const address = /(?:https?:\/\/|mailto:)\S+|[^\s<>()（）]+@[^\s<>()（）]+/gu;
const reviewCode = /(?<![\w/-])(?:[a-z]{2,12}[1-9]\d?-)?c[1-4]-(?:[A-Z]{2}|g\d)(?![\w-])/gu;
const hole = /undefined|\[object|[{}]|\bNaN\b|\bnull\b|Invalid Date/u;

const withoutAddresses = (words: string): string => (/@|:/u.test(words) ? words.replaceAll(address, "@…") : words);

/** Returns the words that the system answers for: without references, addresses, and quotations. */
const ownWords = (words: string, quotes: readonly string[]): string =>
  withoutAddresses(
    quotes.reduce((rest, quote) => rest.replaceAll(quote, "“…”"), withoutMarks(words)).replaceAll(reference, "RM/…"),
  );

/** A line, an item or a cell begins with a capital, where the script has capitals; a code or an address is as it is. */
const lowerStart = (words: string): string | undefined => {
  const first = /^(?:- |\d+\. )?[^\p{L}\p{N}@/]*(?<first>[^ ]*)/u.exec(words)?.groups?.["first"] ?? "";
  return /^\p{Ll}/u.test(first) && !/[\d@/_]/u.test(first) ? "begins with a small letter" : undefined;
};

const isUnexplained = (words: string, at: number, { code }: WordsOfLanguage): boolean => {
  const before = words.slice(0, at);
  const bracket = Math.max(before.lastIndexOf("("), before.lastIndexOf("（"));
  return !code.test(before.slice(bracket < 0 ? -40 : bracket));
};

const unexplainedCodes = (words: string, rules: WordsOfLanguage, codes: ReadonlySet<string>): readonly string[] =>
  !words.includes("-")
    ? []
    : [
        ...[...words.matchAll(reviewCode)]
          .filter(({ index }) => isUnexplained(words, index, rules))
          .map(([code]) => `does not say what ${code} is`),
        ...[...words.matchAll(/(?<![\p{L}\p{N}/-])[a-z]+(?:-[a-z]+)+(?![\p{L}\p{N}/-])/gu)]
          .filter(([word]) => codes.has(word))
          .map(([word]) => `has the code ${word} for a word`),
      ];

/** A quotation from another letter was written on the day of that letter. */
const quotation = /“[^”]*”|«[^»]*»/gu;

/** Sentences and their halves: what is said of one day need not be true of another. */
const sentencesOf = (words: string): readonly string[] =>
  words.replaceAll(quotation, "“…”").split(/(?<=[.!?؟])\s+|(?<=。)|[;؛；]\s*/u);

const wrongDays = (words: string, today: string, language: string, rules: WordsOfLanguage): readonly string[] =>
  sentencesOf(words).flatMap((sentence) => {
    const days = /\d{4}/u.test(sentence) ? daysIn(sentence, language) : [];
    const gone = days.filter((day) => day < today);
    const isAhead = days.length > 0 && days.every((day) => day > today);
    return [
      ...(gone.length > 0 && rules.due.test(sentence) && !rules.passed.test(sentence)
        ? [`calls ${gone.join(", ")} a day by which something is due, on ${today}`]
        : []),
      ...(isAhead && rules.over.test(sentence) ? [`says of ${days.join(", ")} on ${today} that it has passed`] : []),
    ];
  });

/** Returns wrong punctuation and spacing, by the rules of each language. */
const wrongSigns = (said: string, language: string): readonly string[] => {
  const words = said.replaceAll(quotation, "“…”");
  return [
    ...(/\S {2,}\S/u.test(words) ? ["has two spaces in a row"] : []),
    ...(language === "zh" && /[。！？；：，、（）] (?!\[RM)\S|\p{sc=Han} \p{sc=Han}/u.test(words)
      ? ["has a space among Chinese characters"]
      : []),
    ...(language === "fr" && /[^\s\u00A0\u202F][:;?!»](?=\s|$)|[ ][:;?!»]|«(?![\u00A0\u202F])/u.test(words)
      ? ["lacks a no-break space at a sign"]
      : []),
  ];
};

/** The marks that begin and end a direction of its own, each with its other. */
const isBalanced = (words: string): boolean => {
  if (!/[\u2066-\u2069]/u.test(words)) return true;
  let open = 0;
  for (const sign of words) {
    if (/[\u2066-\u2068]/u.test(sign)) open += 1;
    if (sign === "\u2069") open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
};

const wrongLink = (href: string): string | undefined => {
  if (/^mailto:[^\s@]+@[^\s@]+$/u.test(href)) return undefined;
  const url = URL.parse(href);
  const leads =
    url !== null && /^https?:$/u.test(url.protocol) && /^(?:localhost|127\.0\.0\.1|[^.]+\..*[^.])$/u.test(url.hostname);
  return leads && !/undefined|null|\[|[{}]|%7B/u.test(href) ? undefined : `has a link that leads nowhere: ${href}`;
};

/** English in the part that the system words itself: nothing of what is set apart, and nothing quoted. */
const foreignWords = (
  letter: SentLetter,
  quotes: readonly string[],
  { foreign }: WordsOfLanguage,
): readonly string[] => {
  if (foreign === undefined) return [];
  const apart = setApartIn(letter.html).toSorted((one, other) => other.length - one.length);
  const html = letter.html.replaceAll(/<(bdi|span dir="auto")[^>]*>[^<]*<\/(?:bdi|span)>/giu, "“…”");
  return piecesOf({ ...letter, text: "", html })
    .filter(({ words }) => words !== "")
    .flatMap(({ part, words }) => {
      const own = apart.reduce((rest, name) => rest.replaceAll(name, "“…”"), ownWords(words, quotes));
      const found = foreign.exec(own);
      return found === null ? [] : [`${part}: has the English word ${found[0]}: ${own}`];
    });
};

const wrongInPiece = (
  { part, words }: Piece,
  day: string,
  language: string,
  rules: WordsOfLanguage,
  { codes = new Set(), quotes = [], names }: Omit<KnownBesides, "isOwnWords"> & { readonly names: readonly string[] },
): readonly string[] => {
  const own = ownWords(words, quotes);
  return [
    ...[lowerStart(own)].filter((wrong) => wrong !== undefined),
    ...(part === "text" && /^- .*[:：]$/u.test(own) ? ["has a label without a value"] : []),
    ...unexplainedCodes(
      names.reduce((rest, name) => rest.replaceAll(name, "…"), own),
      rules,
      codes,
    ),
    ...wrongDays(own, day, language, rules),
    ...wrongSigns(own, language),
  ].map((wrong) => `${part}: ${wrong}: ${words}`);
};

/**
 * Returns errors in a letter as its reader sees it, on the day on which it left. It checks nothing that only its
 * sender could know, so that it applies to every letter. Throws for a language without rules.
 */
export const saidWrong = (
  letter: SentLetter,
  day: string,
  language: string,
  known: KnownBesides = {},
): readonly string[] => {
  const rules = wordsOf[language];
  if (rules === undefined) throw new Error(`There are no rules for the language ${language}`);
  const { quotes = [], isOwnWords = false } = known;
  const pieces = piecesOf(letter);
  // A code is one word; what is set apart and has several is the name of a party or of a person.
  const names = setApartIn(letter.html).filter((name) => name.includes(" "));
  return [
    ...pieces.flatMap(({ part, words }) => (hole.test(words) ? [`${part}: has a hole: ${words}`] : [])),
    ...pieces.flatMap(({ part, words }) =>
      isBalanced(words) ? [] : [`${part}: opens a direction and leaves it: ${words}`],
    ),
    ...emptyElementsIn(letter.html).map((element) => `HTML: has nothing in ${element}`),
    ...linksIn(letter.html).flatMap((href) => wrongLink(href) ?? []),
    ...(isOwnWords
      ? []
      : [
          ...pieces.flatMap((piece) => wrongInPiece(piece, day, language, rules, { ...known, names })),
          ...foreignWords(letter, quotes, rules),
        ]),
  ];
};
