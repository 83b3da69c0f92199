import type { BulletinText, Placeholder, TextProblem, BulletinWords } from "../../schemas/model/bulletin-text.ts";
import { BulletinId, PartyId, ReviewId } from "../../schemas/base/ids.ts";
import { Instant, type Language } from "../../schemas/base/values.ts";
import { inForce, mailLimit } from "../base/policy.ts";
import { dayOf } from "../base/time.ts";
import { type Bulletin, placeholdersWithoutValue } from "../letters/content/bulletin.ts";
import { type ComposedLetter, compose } from "../letters/content/compose.ts";
import type { LetterWriter } from "../letters/content/letter-writer.ts";
import { wordingProblems } from "../letters/content/placeholders.ts";
import { fallbackProblems, languagesOf, versionsOf } from "./languages.ts";

/** What a bulletin is written from, for one reader. */
export type BulletinInput = Omit<Bulletin, "kind">;

/** Writes a bulletin for one reader. Throws a TypeError where `missingIn` names something, or a value is blank. */
export const composeBulletin = (input: BulletinInput, writer: LetterWriter): ComposedLetter =>
  compose({ ...input, kind: "bulletin" }, writer);

/** The placeholders of the text for which nothing is known of this reader. */
export const missingIn = (input: BulletinInput, writer: LetterWriter): readonly Placeholder[] =>
  placeholdersWithoutValue({ ...input, kind: "bulletin" }, writer);

/** Bytes of a letter as it is counted against the limit: subject and both parts, in UTF-8. */
export const sizeOf = ({ subject, text, html }: ComposedLetter): number =>
  [subject, text, html].reduce((sum, part) => sum + Buffer.byteLength(part, "utf8"), 0);

/** Whether a letter is longer than may be sent on its day. */
export const isTooLarge = (letter: ComposedLetter, now: Instant): boolean =>
  sizeOf(letter) > inForce(mailLimit, dayOf(now));

/** A reader of whom everything is known, in few words: what is too large for them is so for everybody. */
const shortest = (text: BulletinText, now: Instant): BulletinInput => {
  const party = { id: PartyId.parse("FR"), name: "France" };
  const id = ReviewId.parse("c1-FR");
  return {
    bulletin: BulletinId.parse(`b-${"0".repeat(26)}`),
    text,
    reason: {
      code: "listed",
      as: "mission",
      party: party.id,
      list: "duties-overdue",
      kinds: [],
      reviews: [id],
      dueAt: now,
    },
    reader: { kind: "mission", party },
    reviews: [{ id, underReview: party }],
    now,
    frontEndUrl: "https://example.org/",
    replyTo: "secretariat@example.org",
  };
};

/**
 * What is wrong with a text whoever it goes to: nothing visible in it, control characters (a line break in a subject
 * would begin a header), placeholders that are none, or too much for a mail once it is rendered. Empty for a sound text.
 */
const checkText = (text: BulletinText, now: Instant, writer: LetterWriter): readonly TextProblem[] => {
  const problems = wordingProblems(text);
  if (problems.length > 0) return problems;
  return isTooLarge(composeBulletin(shortest(text, now), writer), now) ? [{ where: "body", problem: "too-large" }] : [];
};

/** Writes letters in a language, for each language in which something is said. */
export type WriterOf = (language: Language) => LetterWriter;

/** What is wrong in any language, and which languages of the fallback have no text. Texts by language name theirs in each problem. */
export const checkWords = (words: BulletinWords, now: Instant, writerOf: WriterOf): readonly TextProblem[] => {
  const versions = versionsOf(words);
  const problems = languagesOf(versions).flatMap((language) => {
    const text = versions.texts[language];
    if (text === undefined) return [];
    const found = checkText(text, now, writerOf(language));
    return words.texts === undefined ? found : found.map((one) => ({ ...one, language }));
  });
  return [...problems, ...fallbackProblems(versions)];
};
