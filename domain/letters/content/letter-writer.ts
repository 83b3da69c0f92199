import { IntlMessageFormat } from "intl-messageformat";
import type { CalendarDate, Language } from "../../../schemas/base/values.ts";
import type { LetterSender } from "../../../schemas/model/letter-sender.ts";
import type { ReviewPage } from "../../../schemas/model/review-page.ts";
import { longDate } from "../../base/time.ts";
import type { LetterWording, MessageKey, NamedParty } from "../messages/letter-wording.ts";
import { argumentsOf, type MessageArguments } from "../messages/message-arguments.ts";
import { directionOf } from "../../labels/direction.ts";
import {
  capitalize,
  decapitalize,
  escapeHtml,
  isolateDirection,
  joinMarkup,
  type Markup,
  oneLine,
  strong,
} from "./html.ts";

/**
 * A message with its values, for use inside another one: "the answers of {party} to the self-assessment questionnaire".
 */
export interface Phrase {
  readonly phrase: MessageKey;
  readonly values?: Values;
}

/** A day, written out in the language of the letter. */
export interface Day {
  readonly day: CalendarDate;
}

/** A value for a message; a list of several is enumerated. */
export type Value = string | number | Markup | NamedParty | Phrase | Day | readonly Value[];
export type Values = Readonly<Record<string, Value>>;

/** Writes in one language. */
export interface LetterWriter {
  readonly language: Language;
  readonly direction: "ltr" | "rtl";
  /** The sender, as the stage configures it. */
  readonly sender: LetterSender | undefined;
  /** The address pattern of the page of a review, as the stage configures it. */
  readonly reviewPage: ReviewPage | undefined;
  /** The number of the letter, if it is sent. */
  readonly number?: string;
  /** A message with its values. Throws a TypeError if one is missing or blank. */
  readonly say: (key: MessageKey, values?: Values) => Markup;
  /** Returns a message as one line of text, as for a subject or the caption of a table. */
  readonly line: (key: MessageKey, values?: Values) => string;
  /** Returns a value without a message around it. */
  readonly write: (value: Value, form?: string) => Markup;
  /** Items in the order of their names in this language. */
  readonly sorted: <Item>(items: readonly Item[], nameOf: (item: Item) => NamedParty) => readonly Item[];
}

const isMarkup = (value: object): value is Markup => "html" in value;
const isPhrase = (value: object): value is Phrase => "phrase" in value;
const isDay = (value: object): value is Day => "day" in value;
const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** Returns the name and the form of a placeholder: "party_of" is the party in the form "of". */
const splitForm = (name: string): readonly [base: string, form: string] => {
  const at = name.indexOf("_");
  return at < 0 ? [name, ""] : [name.slice(0, at), name.slice(at + 1)];
};

/**
 * Returns the form without its case mark, and the change of case. Any form may begin a sentence, or be inside one
 * although its words are written to begin one.
 */
const ofCase = (form: string): readonly [form: string, change: (words: Markup) => Markup] => {
  const [, inner = "", change] = /^(?:(.*)_)?(start|lower)$/u.exec(form) ?? [];
  if (change === "start") return [inner, capitalize];
  if (change === "lower") return [inner, decapitalize];
  return [form, (words) => words];
};

const literal = (text: string): Markup => ({ text, html: escapeHtml(text) });

const markupOfPart = (part: unknown): Markup => {
  if (typeof part === "object" && part !== null && isMarkup(part)) return part;
  if (typeof part === "string" || typeof part === "number") return literal(String(part));
  throw new TypeError("A letter lacks a value");
};

/** Returns a value set apart by marks in text that runs from right to left; in HTML elements set it apart. */
const setApart = ({ text, html }: Markup): Markup => ({ text: `\u2068${text}\u2069`, html });

interface Message {
  readonly format: IntlMessageFormat;
  readonly names: MessageArguments;
}

/** The messages that were read, by language and text: each letter has a writer of its own. */
const readMessages = new Map<string, Message>();

/** Returns what finds a message by its key; each is read once. Throws a TypeError if the language has none of that key. */
const messageReader = ({ language, messages }: LetterWording): ((key: string) => Message) => {
  const texts: Readonly<Record<string, string | undefined>> = messages;
  return (key) => {
    const text = texts[key];
    if (text === undefined) throw new TypeError(`Letters have no message ${key} in ${language}`);
    const read = readMessages.get(language + text);
    if (read !== undefined) return read;
    const format = new IntlMessageFormat(text, language);
    const message = { format, names: argumentsOf(format.getAst()) };
    readMessages.set(language + text, message);
    return message;
  };
};

/** Returns what joins items of an enumeration: "a, b and c". English as the United Nations write it has no comma before the last. */
const enumeratorIn = (language: Language): ((items: readonly Markup[]) => Markup) => {
  const lists = new Intl.ListFormat(language === "en" ? "en-GB" : language, { type: "conjunction" });
  return (items) => {
    // The texts decide, because a word for "and" may depend on the next word: "Francia e Irlanda".
    const rest = [...items];
    const parts = lists.formatToParts(items.map(({ text }) => text));
    return joinMarkup(
      parts.map(({ type, value }) => (type === "element" ? rest.shift() : undefined) ?? literal(value)),
    );
  };
};

const strongParts = (parts: readonly unknown[]): Markup => strong(joinMarkup(parts.map(markupOfPart)));

type Filled = Record<string, string | number | Markup | typeof strongParts>;

/** Returns the value by which a message chooses between wordings. */
const selectorOf = (name: string, value: Value | undefined): string | number => {
  if (typeof value === "string" || typeof value === "number") return value;
  throw new TypeError(`A letter lacks a value: ${name}`);
};

/** Returns what writes values and messages in the language of the wording. */
const fillerOf = (wording: LetterWording): Pick<LetterWriter, "say" | "write"> => {
  const { language } = wording;
  const messageOf = messageReader(wording);
  const enumerate = enumeratorIn(language);
  const isolated = (value: Markup): Markup => (directionOf(language) === "rtl" ? setApart(value) : value);

  const dayIn = ({ day }: Day, form: string): string => {
    const written = longDate(day, language);
    if (form === "") return written;
    if (wording.dayForms === undefined) throw new TypeError(`Days have no form ${form} in ${language}`);
    return wording.dayForms(written, form);
  };

  const write = (value: Value, form = ""): Markup => {
    const [plainForm, change] = ofCase(form);
    return change(isList(value) ? enumerate(value.map((each) => write(each, plainForm))) : writeOne(value, plainForm));
  };

  const writeOne = (value: Exclude<Value, readonly Value[]>, form: string): Markup => {
    if (typeof value !== "object") return isolated(literal(oneLine(String(value))));
    if (isMarkup(value)) return value.isApart === true ? isolated(value) : value;
    if (isPhrase(value)) return fill(form === "" ? value.phrase : `${value.phrase}_${form}`, value.values ?? {});
    if (isDay(value)) return isolated(isolateDirection(dayIn(value, form)));
    return isolated(isolateDirection(wording.partyForms(value, form)));
  };

  /** Returns the words for a name in braces: a value of the message, or words that every letter may use. */
  const writeNamed = (name: string, values: Values): Markup => {
    const [base, form] = splitForm(name);
    const value = values[base];
    if (value !== undefined) return write(value, form);
    const [plainForm, change] = ofCase(form);
    const key = plainForm === "" ? base : `${base}_${plainForm}`;
    if (!(key in wording.messages)) throw new TypeError(`A letter lacks a value: ${name}`);
    return change(fill(key, {}));
  };

  const fill = (key: string, values: Values): Markup => {
    const { format, names } = messageOf(key);
    const filled: Filled = { strong: strongParts };
    for (const name of names.selectors) filled[name] = selectorOf(name, values[name]);
    for (const name of names.printed) if (!names.selectors.has(name)) filled[name] = writeNamed(name, values);
    return joinMarkup(format.formatToParts(filled).map(({ value }) => markupOfPart(value)));
  };

  return { say: (key, values = {}) => fill(key, values), write };
};

/** The stage's settings for letters: the sender, and the address of the page of a review. */
interface StageOfLetters {
  readonly sender?: LetterSender | undefined;
  readonly reviewPage?: ReviewPage | undefined;
}

/** Returns a writer of letters in the language of the wording, for the sender of the stage. */
export const letterWriter = (wording: LetterWording, { sender, reviewPage }: StageOfLetters = {}): LetterWriter => {
  const { language, partyForms } = wording;
  const { say, write } = fillerOf(wording);
  const collator = new Intl.Collator(language);
  return {
    language,
    direction: directionOf(language),
    sender,
    reviewPage,
    say,
    line: (key, values) => say(key, values).text,
    write,
    sorted: (items, nameOf) =>
      items.toSorted((one, other) =>
        collator.compare(partyForms(nameOf(one), "bare"), partyForms(nameOf(other), "bare")),
      ),
  };
};
