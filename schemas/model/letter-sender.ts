import * as z from "zod";
import { byLanguage } from "../base/values.ts";

const Words = z.string().trim().min(1).max(200);

/** Words in English and, where they differ, in other working languages. */
const WordsByLanguage = z.strictObject({ ...byLanguage(Words), en: Words });

/** Sender named below each letter, so that a mission can check by other ways that it is genuine. */
export const LetterSender = z.strictObject({
  organisation: WordsByLanguage,
  city: WordsByLanguage,
  postalAddress: z.array(Words).min(1).max(6),
  telephone: z.string().regex(/^\+[0-9 ()-]{6,30}$/, "a telephone number begins with + and the country code"),
  webPage: z.url({ protocol: /^https$/, error: "give an address that begins with https://" }),
});
export type LetterSender = z.infer<typeof LetterSender>;
