import { IntlMessageFormat } from "intl-messageformat";
import type { Language } from "../../schemas/base/values.ts";
import type { Markup } from "../letters/content/html.ts";
import { text } from "../views/page-words.ts";

/** A value of a message that is HTML and is not escaped. */
export type Html = Pick<Markup, "html">;

type PageValues = Readonly<Record<string, string | number>>;
type HtmlValues = Readonly<Record<string, string | number | Html>>;

/** The functions for the words between two tags of a message. Their input and output are HTML. */
type Tags = Readonly<Record<string, (words: string) => string>>;

/** Writes the messages of pages in one language. */
export interface MessageWriter<Message extends string> {
  /** A message as text, with its values filled in. */
  readonly say: (message: Message, values?: PageValues) => string;
  /** Returns a message as HTML: words and texts are escaped, values that are HTML are not. */
  readonly html: (message: Message, values?: HtmlValues, tags?: Tags) => string;
}

/** Pages in Arabic have the digits that letters have, too. */
export const localeOf = (language: Language): string => (language === "ar" ? "ar-u-nu-latn" : language);

/** Returns a name, a date or a code as HTML, kept apart from the direction of the text around it. */
export const apart = (words: string): Html => ({ html: `<bdi>${text(words)}</bdi>` });

const isHtml = (part: unknown): part is Html => typeof part === "object" && part !== null && "html" in part;

const htmlOf = (parts: readonly unknown[]): string =>
  parts.map((part) => (isHtml(part) ? part.html : text(String(part)))).join("");

type Filled = Record<string, string | number | Html | ((parts: readonly unknown[]) => Html)>;

/** Returns a writer of pages in a language, by its messages; each is parsed once. */
export const messageWriter = <Message extends string>(
  messages: Readonly<Record<Message, string>>,
  language: Language,
): MessageWriter<Message> => {
  const known = new Map<Message, IntlMessageFormat>();
  const formatOf = (message: Message): IntlMessageFormat => {
    const format = known.get(message) ?? new IntlMessageFormat(messages[message], localeOf(language));
    known.set(message, format);
    return format;
  };
  return {
    say: (message, values = {}) => {
      const filled: unknown = formatOf(message).format({ ...values });
      if (typeof filled !== "string") throw new TypeError(`${message} is not filled in with text`);
      return filled;
    },
    html: (message, values = {}, tags = {}) => {
      const filled: Filled = { ...values };
      for (const [name, change] of Object.entries(tags)) filled[name] = (parts) => ({ html: change(htmlOf(parts)) });
      return htmlOf(
        formatOf(message)
          .formatToParts(filled)
          .map(({ value }) => value),
      );
    },
  };
};
