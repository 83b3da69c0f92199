import { IntlMessageFormat } from "intl-messageformat";
import { PartyId } from "../../../schemas/base/ids.ts";
import type { Language } from "../../../schemas/base/values.ts";
import type { LetterWording, NamedParty } from "./letter-wording.ts";

/** The messages of one language file, by name. */
type Messages = Readonly<Record<string, string | undefined>>;

/** The wording of a language before the check that it is complete. */
export interface WordingToCheck extends Pick<LetterWording, "language" | "partyForms" | "dayForms"> {
  readonly messages: Messages;
}

const faults = {
  "missing-message": "is missing",
  "unknown-message": "is no message of English, nor a form of one",
  empty: "is empty",
  spaces: "begins or ends with a space, or has two in a row",
  "straight-quote": "has a straight quote or apostrophe, which the format reads as its own",
  "not-parsed": "is not in the format of messages",
  "missing-variable": "does not say",
  "unknown-variable": "uses a value that English does not use:",
  "unknown-form": "requests a form that no message and no party has:",
  "unknown-tag": "marks words as English does not:",
  "missing-plural": "lacks the plural",
} as const;

/** A fault of a message in one language. */
export interface MessageFault {
  readonly key: string;
  readonly fault: keyof typeof faults;
  /** The variable, form or plural that is wrong. */
  readonly of?: string;
}

/** Returns a fault as a line of text: "fr: letter.closing is missing". */
export const faultInWords = (language: Language, { key, fault, of }: MessageFault): string =>
  [`${language}:`, key, faults[fault], ...(of === undefined ? [] : [of])].join(" ");

type Elements = ReturnType<IntlMessageFormat["getAst"]>;
type Choice = Extract<Elements[number], { readonly options: unknown }>;

/** Numbers of the parser for two kinds of elements: a printed argument, and the sign for a number in a plural. */
const kinds: Readonly<Partial<Record<number, "argument" | "number-sign">>> = { 1: "argument", 7: "number-sign" };

/** A name in braces, with the requested form. */
interface NameOfMessage {
  readonly name: string;
  readonly base: string;
  readonly form: string;
}

/** All values that a message requires. */
interface Parts {
  /** Values that are printed without change. */
  readonly printed: readonly NameOfMessage[];
  /** Numbers that are printed, by name or by sign, inside a plural. */
  readonly counted: ReadonlySet<string>;
  /** Names by which the message selects between wordings of different meaning. */
  readonly selected: ReadonlySet<string>;
  readonly plurals: readonly Choice[];
  readonly tags: ReadonlySet<string>;
}

/** Returns a form without its marker for the start or the middle of a sentence: every form has both. */
const plainForm = (form: string): string => form.replace(/(?:^|_)(?:start|lower)$/u, "");

const nameOf = (name: string): NameOfMessage => {
  const [base = name, ...form] = name.split("_");
  return { name, base, form: plainForm(form.join("_")) };
};

const partsOf = (elements: Elements): Parts => {
  const printed = new Map<string, NameOfMessage>();
  const [counted, selected, tags] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const plurals: Choice[] = [];
  const visit = (some: Elements, plural?: string): void => {
    for (const element of some) {
      if ("options" in element) {
        const isPlural = "pluralType" in element;
        if (isPlural) plurals.push(element);
        else selected.add(element.value);
        for (const { value } of Object.values(element.options)) visit(value, isPlural ? element.value : plural);
      } else if ("children" in element) {
        tags.add(element.value);
        visit(element.children, plural);
      } else if (kinds[element.type] === "number-sign" && plural !== undefined) counted.add(plural);
      else if (kinds[element.type] === "argument" && "value" in element)
        printed.set(element.value, nameOf(element.value));
    }
  };
  visit(elements);
  return { printed: [...printed.values()], counted, selected, plurals, tags };
};

const parsed = (text: string, language: Language): Parts | undefined => {
  try {
    return partsOf(new IntlMessageFormat(text, language).getAst());
  } catch {
    return undefined;
  }
};

/**
 * Returns the values that every translation of a message must contain, with the number or kind that selects a wording.
 */
const saidBy = ({ printed, counted, selected }: Parts): ReadonlySet<string> =>
  new Set([...printed.map(({ base }) => base), ...counted, ...selected]);

/** Returns the names that a translation may use: it may select a plural that English does not need. */
const knownTo = (parts: Parts): ReadonlySet<string> =>
  new Set([...saidBy(parts), ...parts.plurals.map(({ value }) => value)]);

/** Letters count reviews, obligations and days. No language needs another plural above this number. */
const counts = Array.from({ length: 200 }, (_, place) => place + 1);

/** Returns the plural forms of a language that a selection lacks; exact numbers (`=1`) need none. */
const missingPlurals = (choice: Choice, language: Language): readonly string[] => {
  if (!("pluralType" in choice)) return [];
  const rules = new Intl.PluralRules(language, { type: choice.pluralType ?? "cardinal" });
  const needed = counts.flatMap((count) =>
    `=${count}` in choice.options ? [] : [rules.select(count - choice.offset)],
  );
  return [...new Set(needed)].filter((category) => !(category in choice.options));
};

const france: NamedParty = { id: PartyId.parse("FR"), name: "France" };

const isPartyForm = ({ partyForms }: WordingToCheck, form: string): boolean => {
  try {
    return partyForms(france, form) !== "";
  } catch {
    return false;
  }
};

const isDayForm = ({ dayForms }: WordingToCheck, form: string): boolean => {
  try {
    return dayForms !== undefined && dayForms("1", form) !== "";
  } catch {
    return false;
  }
};

/** Messages with one wording in every context: every message may use them. */
const wordsOf = (english: Messages): ReadonlySet<string> =>
  new Set(
    Object.entries(english).flatMap(([key, text = ""]) => {
      const parts = parsed(text, "en");
      return parts !== undefined && knownTo(parts).size === 0 ? [key] : [];
    }),
  );

/** Returns whether a requested form exists: for a shared message its own forms, otherwise a form of any value. */
const formFinder = (words: ReadonlySet<string>, wording: WordingToCheck): ((name: NameOfMessage) => boolean) => {
  const forms = new Set(Object.keys(wording.messages).map((key) => nameOf(key).form));
  return ({ base, form }) => {
    if (form === "") return true;
    return words.has(base)
      ? `${base}_${form}` in wording.messages
      : forms.has(form) || isPartyForm(wording, form) || isDayForm(wording, form);
  };
};

const textFaults = (text: string): readonly MessageFault["fault"][] => [
  ...(text.trim() === "" ? (["empty"] as const) : []),
  ...(text.trim() !== "" && (text !== text.trim() || /\s{2}|[\n\t]/u.test(text)) ? (["spaces"] as const) : []),
  ...(/['"]/u.test(text) ? (["straight-quote"] as const) : []),
];

/**
 * Returns the faults of a parsed message: values of the English one that it lacks, and values or forms that do not
 * exist.
 */
const partFaults = (
  english: Parts,
  {
    parts,
    language,
    isWord,
    hasForm,
  }: {
    readonly parts: Parts;
    readonly language: Language;
    readonly isWord: (name: string) => boolean;
    readonly hasForm: (name: NameOfMessage) => boolean;
  },
): readonly Omit<MessageFault, "key">[] => {
  const [said, known] = [saidBy(parts), knownTo(english)];
  const chosenBy = [...parts.selected, ...parts.plurals.map(({ value }) => value)];
  return [
    ...[...saidBy(english)].filter((name) => !said.has(name)).map((of) => ({ fault: "missing-variable", of }) as const),
    ...parts.printed
      .filter(({ base }) => !known.has(base) && !isWord(base))
      .map(({ name: of }) => ({ fault: "unknown-variable", of }) as const),
    // A selecting name has no forms.
    ...[...new Set(chosenBy)]
      .filter((name) => !known.has(name))
      .map((of) => ({ fault: "unknown-variable", of }) as const),
    ...parts.printed.filter((name) => !hasForm(name)).map(({ name: of }) => ({ fault: "unknown-form", of }) as const),
    ...[...parts.tags].filter((name) => !english.tags.has(name)).map((of) => ({ fault: "unknown-tag", of }) as const),
    ...[...new Set(parts.plurals.flatMap((choice) => missingPlurals(choice, language)))].map(
      (of) => ({ fault: "missing-plural", of }) as const,
    ),
  ];
};

/**
 * Returns the faults of a language's messages compared with English: each would leave a gap in a letter, or throw when
 * the letter is written. English can be checked against itself. Empty if there are none.
 */
export const messageFaults = (english: Messages, wording: WordingToCheck): readonly MessageFault[] => {
  const { language, messages } = wording;
  const words = wordsOf(english);
  const hasForm = formFinder(words, wording);
  const missing = Object.keys(english).filter((key) => messages[key] === undefined);
  const ofMessage = (key: string, text: string): readonly Omit<MessageFault, "key">[] => {
    const model = english[nameOf(key).base] ?? english[key];
    if (model === undefined) return [{ fault: "unknown-message" }];
    const written = textFaults(text);
    if (written.length > 0) return written.map((fault) => ({ fault }));
    const [parts, own] = [parsed(text, language), parsed(model, "en")];
    if (parts === undefined) return [{ fault: "not-parsed" }];
    // The check of English reports what English lacks.
    return own === undefined ? [] : partFaults(own, { parts, language, isWord: (name) => words.has(name), hasForm });
  };
  return [
    ...missing.map((key): MessageFault => ({ key, fault: "missing-message" })),
    ...Object.entries(messages).flatMap(([key, text = ""]) =>
      ofMessage(key, text).map((found): MessageFault => ({ key, ...found })),
    ),
  ];
};
