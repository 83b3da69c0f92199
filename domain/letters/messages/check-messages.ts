import { IntlMessageFormat } from "intl-messageformat";
import { PartyId } from "../../../schemas/base/ids.ts";
import type { Language } from "../../../schemas/base/values.ts";
import type { LetterWording, NamedParty } from "./letter-wording.ts";

/** Messages by their names, as a file of a language has them. */
type Messages = Readonly<Record<string, string | undefined>>;

/** What letters are written with in a language, before it is known to be complete. */
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
  "unknown-variable": "asks for what English does not say:",
  "unknown-form": "asks for a form that no message and no party has:",
  "unknown-tag": "marks words as English does not:",
  "missing-plural": "lacks the plural",
} as const;

/** What is wrong with a message of a language. */
export interface MessageFault {
  readonly key: string;
  readonly fault: keyof typeof faults;
  /** What it concerns: a variable, a form, a plural. */
  readonly of?: string;
}

/** A fault as a line to read: "fr: letter.closing is missing". */
export const faultInWords = (language: Language, { key, fault, of }: MessageFault): string =>
  [`${language}:`, key, faults[fault], ...(of === undefined ? [] : [of])].join(" ");

type Elements = ReturnType<IntlMessageFormat["getAst"]>;
type Choice = Extract<Elements[number], { readonly options: unknown }>;

/** An argument that is printed as it is, and the sign that stands for a number, as the parser numbers the kinds of elements. */
const kinds: Readonly<Partial<Record<number, "argument" | "number-sign">>> = { 1: "argument", 7: "number-sign" };

/** A name in braces, and the form in which it is wanted. */
interface NameOfMessage {
  readonly name: string;
  readonly base: string;
  readonly form: string;
}

/** All that a message asks for. */
interface Parts {
  /** Printed as they are. */
  readonly printed: readonly NameOfMessage[];
  /** Numbers that are printed, as words or as a sign, where a plural is chosen. */
  readonly counted: ReadonlySet<string>;
  /** Names by which it chooses between wordings that differ in what they say. */
  readonly selected: ReadonlySet<string>;
  readonly plurals: readonly Choice[];
  readonly tags: ReadonlySet<string>;
}

/** The form without what makes it begin a sentence, or stand inside one: every form can. */
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

/** What every translation has to say of a message: its values, and the number or kind that it tells apart. */
const saidBy = ({ printed, counted, selected }: Parts): ReadonlySet<string> =>
  new Set([...printed.map(({ base }) => base), ...counted, ...selected]);

/** What a translation may ask for by name: a plural may be chosen that no word of the other language needs. */
const knownTo = (parts: Parts): ReadonlySet<string> =>
  new Set([...saidBy(parts), ...parts.plurals.map(({ value }) => value)]);

/** Letters count reviews, obligations and days: no language needs another plural for more of them. */
const counts = Array.from({ length: 200 }, (_, place) => place + 1);

/** The plurals that a choice needs in a language and does not have; a number of its own needs none. */
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

/** Messages that say the same whatever they stand in: every message may name them. */
const wordsOf = (english: Messages): ReadonlySet<string> =>
  new Set(
    Object.entries(english).flatMap(([key, text = ""]) => {
      const parts = parsed(text, "en");
      return parts !== undefined && knownTo(parts).size === 0 ? [key] : [];
    }),
  );

/** Returns whether the form that a message wants exists: of words that every letter may use their own, else that of anything. */
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

/** What a message that was parsed lacks of the English one, and what it asks for that there is not. */
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
    // What chooses has no forms.
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
 * What is wrong with the messages of a language beside those of English: what would leave a hole in a letter, or throw
 * when it is written. English itself may be checked so. Empty for sound messages.
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
