import { compose as composeWith, type ComposedLetter } from "../../domain/letters/content/compose.ts";
import type { LetterInput } from "../../domain/letters/content/letter-pages.ts";
import { letterWriter } from "../../domain/letters/content/letter-writer.ts";
import { wording } from "../../domain/letters/messages/wording.en.ts";

/** Writes letters in English. */
export const englishWriter = letterWriter(wording);

/** A letter in English. */
export const compose = (input: LetterInput): ComposedLetter => composeWith(input, englishWriter);
