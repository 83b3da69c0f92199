import type { Person } from "../../schemas/model/user.ts";

/** Parts of a name that are shorter may be particles, or initials, and say nothing by themselves. */
const shortestPart = 3;

/** Returns a text for comparison: without case, accents and spaces. */
const comparable = (text: string): string =>
  text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/\s+/gu, " ").trim();

/** Returns the words of a name: a name of two parts is known by either. */
const wordsOf = (text: string): readonly string[] => comparable(text).split(/[^\p{L}\p{N}]+/u);

const digitsOf = (text: string): string => text.replaceAll(/\D/gu, "");

/** Fewer digits than a telephone number has are found in any date. */
const shortestNumber = 6;

const hasPhone = (text: string, { phone }: Person): boolean => {
  const digits = digitsOf(phone ?? "");
  return digits.length >= shortestNumber && digitsOf(text).includes(digits);
};

/** Returns whether a text holds the whole name, the address or the telephone number of a person. */
export const namesPerson = (text: string, person: Person): boolean =>
  comparable(text).includes(comparable(person.name)) ||
  comparable(text).includes(comparable(person.email)) ||
  hasPhone(text, person);

/**
 * Returns whether a note about a person's own party may mention the person: it holds the person's name, or a part of it
 * as a word. It also finds a person with an equal family name: to erase a note too many is better than one too few.
 */
export const maySpeakOf = (text: string, person: Person): boolean => {
  if (namesPerson(text, person)) return true;
  const words = new Set(wordsOf(text));
  return wordsOf(person.name).some((part) => part.length >= shortestPart && words.has(part));
};
