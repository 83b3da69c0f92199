import { describe, expect, test } from "vitest";
import * as z from "zod";
import { NameText, PlainText } from "../../../schemas/base/values.ts";

/** Returns whether a schema accepts a text, and whether the published pattern does. */
const taken = (schema: typeof NameText, text: string) => {
  const { pattern } = z.toJSONSchema(schema, { io: "input" });
  return [schema.safeParse(text).success, new RegExp(String(pattern), "u").test(text)];
};

describe("a name that letters greet by", () => {
  test.each([
    "Ms. Papadaki",
    "A.B. Smith",
    "J.Smith",
    "O'Neill, Ph.D.",
    "محمد بن علي",
    "王小明",
    "Минюст (отдел № 3)",
    "Director/Aggregate of Unit",
    "علی‌رضا",
  ])("may be %s", (name) => {
    expect(taken(NameText, name)).toEqual([true, true]);
  });

  test.each([
    ["a link", "Verify your mailbox: http://mail.example"],
    ["a host", "evil.example"],
    ["a host in other letters", "пример.рф"],
    ["a host with a path", "t.co/x"],
    ["a host with a port", "t.co:8080"],
    ["a host by its first label", "www.x"],
    ["a host in the midst", "Mr. X, see mail.example today"],
    ["an address", "x@y"],
    ["a link to write to", "MAILTO:x"],
    ["joiners alone", "\u200D\u200C\u200D"],
    ["accents alone", "\u0301\u0308"],
    ["fillers alone", "\u3164\u3164"],
    ["blank patterns alone", "\u2800"],
    ["digits alone", "12345"],
    ["a picture alone", "🙂"],
  ])("may not be %s", (_, name) => {
    expect(taken(NameText, name)).toEqual([false, false]);
  });

  test("is refused with what to do", () => {
    const messageOf = (name: string) => NameText.safeParse(name).error?.issues[0]?.message;
    expect(messageOf("Dr.Smith")).toBe("must not hold an address or a link; write a space after each dot");
    expect(messageOf("\u200D")).toBe("must hold a letter");
  });
});

describe("a title or a telephone number", () => {
  test.each(["+43 1 000 000", "+43.1.000.000", "№ 5", "Counsellor"])("may be %s", (text) => {
    expect(taken(PlainText, text)).toEqual([true, true]);
  });
  test.each(["\u200D", "\u0301", "tel://1", "mail.example"])("may not be %j", (text) => {
    expect(taken(PlainText, text)).toEqual([false, false]);
  });
});
