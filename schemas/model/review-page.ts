import * as z from "zod";

const placeholder = /\{([^{}]*)\}/gu;
const known: ReadonlySet<string> = new Set(["review", "party", "language"]);

/** An address with every placeholder filled in, as an example of it. */
const filled = (pattern: string): string => pattern.replaceAll(placeholder, "x");

/**
 * Address of the page about a review that letters link to: with `{review}` for the id of the review, `{party}` for
 * that of the party under review, and `{language}` for the language of the letter.
 */
export const ReviewPage = z
  .string()
  .refine((pattern) => URL.canParse(filled(pattern)) && /^https?:$/u.test(new URL(filled(pattern)).protocol), {
    error: "give an address that begins with https://",
    abort: true,
  })
  .refine((pattern) => /^[^{]*:\/\/[^/{]+\//u.test(pattern), "names its host in full, and a path after it")
  .refine((pattern) => !/[{}]/u.test(filled(pattern)), "has an unpaired brace")
  .refine((pattern) => [...pattern.matchAll(placeholder)].every(([, name = ""]) => known.has(name)), {
    error: "has no other placeholders than {review}, {party} and {language}",
  })
  .refine(
    (pattern) => /\{(?:review|party)\}/u.test(pattern),
    "needs {review} or {party}: each review has a page of its own",
  );
export type ReviewPage = z.infer<typeof ReviewPage>;
