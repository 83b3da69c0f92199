import { Language } from "../../../schemas/base/values.ts";
import { letterWriter, type LetterWriter } from "../../../domain/letters/content/letter-writer.ts";
import { letterWordings } from "../../../lambdas/io/letter-writers.ts";
import { loadWords } from "../../../lambdas/io/words.ts";

/** The writer of letters in each language but English. */
export const writers = await Promise.all(
  Language.options
    .filter((language) => language !== "en")
    .map(async (language): Promise<readonly [Language, LetterWriter]> => [
      language,
      letterWriter(await loadWords(letterWordings, language)),
    ]),
);
