import { createHash } from "node:crypto";
import { type Api, answerOf } from "../../client/client.ts";
import { dayOf } from "./calendar.ts";
import type { Tally } from "./finding.ts";
import { linksIn } from "./letter-parts.ts";
import type { LetterRow } from "./letters.ts";
import type { Mail } from "./mailbox.ts";
import { type Entry, each, type Send } from "./read.ts";
import { type KnownBesides, saidWrong } from "./said-wrong.ts";

const rule = "A letter says nothing wrong in any language, and no link of it leads nowhere [D]";

/** Name of this count in reports. */
export const lettersRead = "letters read for what they say";

/** Words that the API has labels for, and that are no words of any language; English has these two as well. */
const codesOf = (labels: object): ReadonlySet<string> =>
  new Set(
    Object.values(labels)
      .flatMap((words: unknown) => (typeof words === "object" && words !== null ? Object.keys(words) : []))
      .filter((word) => word.includes("-") && word !== "e-mail" && word !== "in-person"),
  );

const quoted = /reason|explanation|title|document|subject/iu;

/** Returns all texts that users supplied as reasons or names: longest first. */
const quotesIn = (journals: ReadonlyMap<string, readonly Entry[]>): readonly string[] => {
  const quotes = new Set<string>();
  const collect = (value: unknown, key: string): void => {
    if (typeof value === "string" && quoted.test(key) && /\s/u.test(value.trim()))
      quotes.add(value.replaceAll(/\s+/gu, " ").trim());
    if (typeof value === "object" && value !== null)
      for (const [inner, of] of Object.entries(value)) collect(of, Array.isArray(value) ? key : inner);
  };
  for (const entries of journals.values()) for (const { facts } of entries) collect(facts, "");
  return [...quotes].toSorted((one, other) => other.length - one.length);
};

const languageOf = ({ html }: Mail): string => /<html\b[^>]*\blang="([a-z]{2})"/u.exec(html)?.[1] ?? "en";

/** The links of letters that lead to a page of the system itself, by its path. */
const ownPath = (href: string): readonly string[] => {
  const url = URL.parse(href);
  return url !== null && /^\/(?:v1|_local)\//u.test(url.pathname) ? [url.pathname + url.search] : [];
};

/** Requests each page of the system that a letter links to, once. */
const checkPages = async (mails: readonly Mail[], request: Send, tally: Tally): Promise<void> => {
  const paths = new Set(mails.flatMap(({ html }) => linksIn(html).flatMap(ownPath)));
  await each([...paths], async (path) => {
    const { status } = await request(new Request(new URL(path, "http://localhost")));
    tally.count("pages that letters lead to");
    if (status === 404 || status >= 500)
      tally.report("letter-said-wrong", `the page ${path}`, `letters lead there, and it answers ${status}`, rule);
  });
};

const digestOf = (...words: readonly unknown[]): string =>
  createHash("sha256").update(JSON.stringify(words)).digest("hex");

/** Errors found in a letter, by a digest of all its inputs. */
const readBefore = new Map<string, readonly string[]>();

/** Returns the errors in a letter. When a system is verified again, results for earlier letters are reused. */
const saidWrongIn = (mail: Mail, known: KnownBesides, codes: string): readonly string[] => {
  const { subject, text, html, at } = mail;
  const digest = digestOf(subject, text, html, at, codes, known.quotes, known.isOwnWords);
  const wrong = readBefore.get(digest) ?? [...new Set(saidWrong(mail, dayOf(at), languageOf(mail), known))];
  readBefore.set(digest, wrong);
  return wrong;
};

/** Reads every mail as its recipient does, with nothing but the words that it has and the day on which it came. */
export const checkSaid = async (
  { mails, rows }: { readonly mails: readonly Mail[]; readonly rows: readonly LetterRow[] },
  journals: ReadonlyMap<string, readonly Entry[]>,
  { api, request }: { readonly api: Api; readonly request: Send },
  tally: Tally,
): Promise<void> => {
  const { body } = await answerOf(api.GET("/v1/labels", { params: {} }));
  const codes = codesOf(body);
  const digestOfCodes = digestOf(...codes);
  const quotes = quotesIn(journals);
  const kinds = new Map(rows.map(({ id, kind }) => [id, kind]));
  for (const mail of mails) {
    const kind = kinds.get(mail.letter ?? "") ?? "mail";
    const words = `${mail.subject}\n${mail.text}`.replaceAll(/\s+/gu, " ");
    const known = {
      codes,
      quotes: quotes.filter((quote) => words.includes(quote)),
      isOwnWords: kind === "bulletin",
    };
    tally.count(lettersRead);
    for (const wrong of saidWrongIn(mail, known, digestOfCodes))
      tally.report("letter-said-wrong", `letter ${mail.letter ?? mail.id} (${kind})`, wrong, rule);
  }
  await checkPages(mails, request, tally);
};
