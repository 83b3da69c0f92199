import { UnwritableLetter } from "../../../domain/letters/content/letter-page.ts";
import type { Language } from "../../../schemas/base/values.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { EarlyLetter, NotWritten, StoppedLetter, WrittenLetter } from "./written-letter.ts";

/** Writes a letter as of the time of its copy. */
type Rewrite = (copy: Letter) => Promise<WrittenLetter | NotWritten | StoppedLetter | EarlyLetter>;

/**
 * Returns the subject of a copy in the current language of its mission. If the mission changed its language within the
 * week, the subject is written again as of the time of the copy; undefined if nothing remains to report.
 */
const subjectIn = async (language: Language, copy: Letter, rewrite: Rewrite): Promise<string | undefined> => {
  if ((copy.language ?? "en") === language) return copy.subjectLine;
  try {
    const again = await rewrite(copy);
    return again.kind === "written" ? again.composed.subject : undefined;
  } catch (error) {
    if (error instanceof UnwritableLetter) return undefined;
    throw error;
  }
};

/** Returns the subjects of the copies in a digest; without copies that have none. */
export const copySubjectsIn = async (
  language: Language,
  copies: readonly Letter[],
  rewrite: Rewrite,
): Promise<ReadonlyMap<Letter, string | undefined>> =>
  new Map(
    await Promise.all(
      copies
        .filter(({ subjectLine }) => subjectLine !== undefined)
        .map(async (copy) => [copy, await subjectIn(language, copy, rewrite)] as const),
    ),
  );
