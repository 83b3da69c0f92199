import { describe, expect, test } from "vitest";
import { en } from "../../../domain/letters/messages/en.ts";
import { ru } from "../../../domain/letters/messages/ru.ts";

const messages = Object.entries(ru);

/** The words of a message without the names that are filled in, those that choose, and what is quoted from a page in English. */
const wordsOf = (message: string): string =>
  message
    .replace(/«(?:Sign in|Forgot password|A compromised account|compromised)»/gu, "")
    .replace(/\{[\w.-]+(?:, (?:plural|select|selectordinal),)?|(?:=\d+|[\w-]+) (?=\{)/gu, "");

describe("the messages of letters in Russian", () => {
  test.each(messages)("leave no word in Latin letters: %s", (_, message) => {
    // Annex I is numbered so.
    expect(wordsOf(message).replace("приложение I)", "")).not.toMatch(/\p{Script=Latin}/u);
  });

  test.each(messages)("are spelled as the United Nations do, without ё: %s", (_, message) => {
    expect(message).not.toMatch(/ё/iu);
  });

  test.each(messages)("put names behind no word that governs another case: %s", (_, message) => {
    const name = String.raw`\{(?:party|under|left|by|from|to|representation|mission|review|reviews)(?:_(?!gen|start)[a-z_]+)?\}`;
    expect(message).not.toMatch(new RegExp(`(?:отношении|от|имени|для|у) ${name}`, "u"));
    expect(message).not.toMatch(/(?:^| )в \{(?:review|reviews)(?:_(?!pre)[a-z]+)?\}/u);
  });

  // A party may be of any gender and number: "Соединенные Штаты", "Чад", "Перу".
  test.each(messages)("make no party the subject of a verb in the past: %s", (_, message) => {
    expect(message).not.toMatch(
      /\{(?:party|under|left|by|from|to)(?:_start)?\} (?:не )?[а-я]+(?:л|ла|ло|ли)(?:ся|сь)?(?![а-я])/u,
    );
  });

  test.each(
    Object.entries(en).filter(([, message]) =>
      /^(?:\{[^{]*\{)?(?:that|of what|of a correction) (?!of )/u.test(message),
    ),
  )("say what the secretariat informs of as “сообщить” wants it: %s", (key) => {
    expect((ru as Readonly<Record<string, string>>)[key]).toMatch(/^об? /u);
  });
});
