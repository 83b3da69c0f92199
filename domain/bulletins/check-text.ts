import { BulletinId, PartyId, ReviewId } from "../../schemas/base/ids.ts";
import type { Instant, Language } from "../../schemas/base/values.ts";
import type { BulletinText, BulletinWords, Placeholder, TextProblem } from "../../schemas/model/bulletin-text.ts";
import { inForce } from "../base/settings.ts";
import { dayOf } from "../base/time.ts";
import { type Bulletin, bulletinPage, placeholdersWithoutValue } from "../letters/content/bulletin.ts";
import { compose, type ComposedLetter } from "../letters/content/compose.ts";
import type { LetterWriter } from "../letters/content/letter-writer.ts";
import { wordingProblems } from "../letters/content/placeholders.ts";
import { mailLimit } from "../policy/letters.ts";
import { fallbackProblems, languagesOf, versionsOf } from "./languages.ts";

/** The data for a bulletin to one reader. */
export type BulletinInput = Omit<Bulletin, "kind">;

/** Writes a bulletin for one reader. Throws a TypeError if `missingIn` names something, or a value is blank. */
export const composeBulletin = (input: BulletinInput, writer: LetterWriter): ComposedLetter =>
  compose(bulletinPage, { ...input, kind: "bulletin" }, writer);

/** Returns the placeholders of the text without a value for this reader. */
export const missingIn = (input: BulletinInput, writer: LetterWriter): readonly Placeholder[] =>
  placeholdersWithoutValue({ ...input, kind: "bulletin" }, writer);

/** Returns the bytes of a letter that count against the limit: subject and both parts, in UTF-8. */
export const sizeOf = ({ subject, text, html }: ComposedLetter): number =>
  [subject, text, html].reduce((sum, part) => sum + Buffer.byteLength(part, "utf8"), 0);

/** Returns whether a letter exceeds the size limit of its day. */
export const isTooLarge = (letter: ComposedLetter, now: Instant): boolean =>
  sizeOf(letter) > inForce(mailLimit, dayOf(now));

/**
 * Returns the input for a reader with all values, each as short as possible. A text that is too large for them is too
 * large for every reader.
 */
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
 * Returns the problems of a text that do not depend on the recipient. They are a text without anything visible, unknown
 * placeholders, and excessive size once it is rendered. Control characters are one too: a line break in a subject would
 * begin a header. Empty for a sound text.
 */
const checkText = (text: BulletinText, now: Instant, writer: LetterWriter): readonly TextProblem[] => {
  const problems = wordingProblems(text);
  if (problems.length > 0) return problems;
  return isTooLarge(composeBulletin(shortest(text, now), writer), now) ? [{ where: "body", problem: "too-large" }] : [];
};

/** Returns a writer of letters in a language that the bulletin has a text in. */
export type WriterOf = (language: Language) => LetterWriter;

/**
 * Returns the problems in any language, and the languages of the fallback without a text. Texts by language name theirs
 * in each problem.
 */
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
