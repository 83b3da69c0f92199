import { bulletinPage } from "../../domain/letters/content/bulletin.ts";
import { compose as composeWith, type ComposedLetter } from "../../domain/letters/content/compose.ts";
import { kindPageOf, type LetterInput } from "../../domain/letters/content/letter-pages.ts";
import { letterWriter, type LetterWriter } from "../../domain/letters/content/letter-writer.ts";
import { wording } from "../../domain/letters/messages/wording.en.ts";

/** Writes letters in English. */
export const englishWriter = letterWriter(wording);

/** Returns a letter of any kind, in English unless there is another writer. */
export const compose = (input: LetterInput, writer: LetterWriter = englishWriter): ComposedLetter =>
  input.kind === "bulletin"
    ? composeWith(bulletinPage, input, writer)
    : composeWith(kindPageOf({ kind: input.kind }), input, writer);
