import { describe, expect, test } from "vitest";
import { en } from "../../../domain/letters/messages/en.ts";
import { ru } from "../../../domain/letters/messages/ru.ts";

/** Returns the words of a message without its placeholders, its selectors, and quotations from a page in English. */
const wordsOf = (message: string): string =>
  message
    .replace(/«(?:Forgot password|A compromised account|compromised)»/gu, "")
    // Annex I is numbered so.
    .replace("приложение I)", "")
    .replace(/\{[\w.-]+(?:, (?:plural|select|selectordinal),)?|(?:=\d+|[\w-]+) (?=\{)/gu, "");

/** Returns the messages with a match that no message should have. */
const found = (wrong: RegExp, read = (message: string) => message): readonly string[] =>
  Object.entries(ru).flatMap(([key, message]) => (wrong.test(read(message)) ? [`${key}: ${message}`] : []));

describe("the messages of letters in Russian", () => {
  test("leave no word in Latin letters", () => {
    expect(found(/\p{Script=Latin}/u, wordsOf)).toEqual([]);
  });

  test("are spelled as the United Nations do, without ё", () => {
    expect(found(/ё/iu)).toEqual([]);
  });

  test("put names behind no word that governs another case", () => {
    const names = "party|under|left|by|from|to|representation|mission|review|reviews";
    expect(found(new RegExp(`(?:отношении|от|имени|для|у) \\{(?:${names})(?:_(?!gen|start)[a-z_]+)?\\}`, "u"))).toEqual(
      [],
    );
    expect(found(/(?:^| )в \{(?:review|reviews)(?:_(?!pre)[a-z]+)?\}/u)).toEqual([]);
  });

  // "Со Швецией", "во Франции", "об Италии", "со 2 августа".
  test("put no preposition that changes with the word before a name or a day", () => {
    const prepositions =
      /(?:^|[ «(])(?:с|со|в|во|из|о|об) \{(?:party|under|left|by|from|to|day|reported|since)(?:_[a-z]+)?\}/iu;
    expect(found(prepositions)).toEqual([]);
  });

  // A party may be of any gender and number: "Соединенные Штаты", "Чад", "Перу".
  test("make no party the subject of a verb in the past", () => {
    const past = /\{(?:party|under|left|by|from|to)(?:_start)?\} (?:не )?[а-я]+(?:л|ла|ло|ли)(?:ся|сь)?(?![а-я])/u;
    expect(found(past)).toEqual([]);
  });

  test("say what the secretariat informs of as “сообщить” wants it", () => {
    const openings = Object.entries(en).filter(([, message]) =>
      /^(?:\{[^{]*\{)?(?:that|of what|of a correction) (?!of )/u.test(message),
    );
    expect(openings.length).toBeGreaterThan(40);
    const messages: Readonly<Record<string, string>> = ru;
    expect(openings.filter(([key]) => !/^об? /u.test(messages[key] ?? ""))).toEqual([]);
  });
});
