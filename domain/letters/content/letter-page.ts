import type { Page } from "./layout.ts";
import type { LetterWriter } from "./letter-writer.ts";

/**
 * The wording of a kind of letter. The functions are methods because TypeScript compares only methods bivariantly. The
 * row of a letter's own kind can then take any letter.
 */
export interface LetterPage<Input> {
  /** Returns the reference that a reply quotes. */
  reference(input: Input): string;
  /** Throws if a value is missing. */
  page(input: Input, reference: string, writer: LetterWriter): Page;
}

export type LetterPages<Input extends { readonly kind: string }> = {
  readonly [K in Input["kind"]]: LetterPage<Extract<Input, { readonly kind: K }>>;
};
