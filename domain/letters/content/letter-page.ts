import type { Page } from "./layout.ts";
import type { LetterWriter } from "./letter-writer.ts";

/**
 * How a kind of letter is written. The functions are methods because only these are compared in a way that lets the row
 * of a letter's own kind be read for any letter.
 */
export interface LetterPage<Input> {
  /** What whoever answers it quotes. */
  reference(input: Input): string;
  /** Throws where a value is missing. */
  page(input: Input, reference: string, writer: LetterWriter): Page;
}

export type LetterPages<Input extends { readonly kind: string }> = {
  readonly [K in Input["kind"]]: LetterPage<Extract<Input, { readonly kind: K }>>;
};
