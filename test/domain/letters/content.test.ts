import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compose, englishWriter } from "../../harness/compose-letter.ts";
import type { Value } from "../../../domain/letters/content/letter-writer.ts";
import { periodPhrase, representation } from "../../../domain/letters/content/phrases.ts";
import { markup } from "../../../domain/letters/content/html.ts";
import { invitationTo, party, reminder, samples } from "./letter-samples.ts";
import shell from "../../../domain/letters/content/letter-shell.json" with { type: "json" };
import { everySample } from "./every-sample.ts";
import { codePoint } from "../../generators/values.ts";

/** Returns the content of an HTML letter, one line for each placeholder of the shell. */
const withoutShell = (html: string): string =>
  shell.ltr.split(/\[\[\w+\]\]/u).reduce((rest, piece) => rest.replace(piece, "\n"), html);

test("The shell of letters is what MJML prints of its source", async () => {
  const source = await readFile("domain/letters/content/letter-shell.mjml", "utf8");
  // `npx node bin/print-letter-shell.ts` prints it again.
  expect(shell.sourceHash).toBe(createHash("sha256").update(source).digest("hex"));
  for (const html of [shell.ltr, shell.rtl]) expect(html).not.toMatch(/<(?:img|script|link)|url\(|@import/iu);
  expect(shell.rtl).toContain('dir="rtl"');
});

describe.each(Object.entries(everySample))("the letter %s", (_, input) => {
  const letter = compose(input);

  test("says the same in both parts, quotes its reference, says why it came, and never shames or threatens", () => {
    expect(letter.subject).toContain(`[${letter.reference}]`);
    for (const part of [letter.text, letter.html]) {
      expect(part).toContain(letter.reference);
      expect(part).toContain(input.frontEndUrl);
      expect(part).toContain(input.replyTo);
      expect(part).toMatch(/because/);
    }
    const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}@/]+/gu) ?? [];
    const visible = letter.html
      .replace(/^[\s\S]*<body/, "<body")
      .replace(/<[^>]+>/g, " ")
      .replaceAll("&#39;", "'");
    const inHtml = new Set(words(visible));
    const numbered = letter.text.replace(/^\d+\. /gm, "");
    expect(words(numbered).filter((word) => !inHtml.has(word))).toEqual([]);
    expect(letter.text).not.toMatch(/fail|negligen|violat|breach|non-compliance|sanction|delinquent|final notice/i);
  });

  test("loads nothing from elsewhere, holds no secret and stays within its lines", () => {
    expect(letter.html).not.toMatch(/<(img|script|link|iframe|form)|url\(|@import/i);
    for (const [address] of withoutShell(letter.html).matchAll(/https?:[^"<\s]+/g))
      expect(address).toBe(input.frontEndUrl);
    for (const line of letter.text.split("\n")) expect(line.length).toBeLessThanOrEqual(76);
    expect(letter.subject.length).toBeLessThanOrEqual(140);
  });
});

describe("a reminder", () => {
  test("states the date it is due to the end of the day in Vienna, and the paragraphs it rests on", () => {
    const { text } = compose(reminder("focal-point", "d-7", "2020-12-08T08:00:00.000Z"));
    const running = text.replace(/\s+/g, " ");
    expect(running).toContain("End of 15 December 2020, Vienna time");
    expect(running).toContain("paragraph 18 of the procedures and rules");
    expect(running).toContain("paragraph 5 of the guidelines");
    expect(compose(reminder("experts", "d-7", "2020-12-22T08:00:00.000Z")).text).toContain("paragraph 6");
  });

  test("lists the party's own review first, the others by name", () => {
    const { text } = compose(reminder("focal-point", "start", "2020-12-01T08:00:00.000Z"));
    const places = ["France (code c1-FR)", "Côte d'Ivoire (code c1-CI)", "Peru (code c1-PE)"].map((each) =>
      text.indexOf(each),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  test("that leaves late never announces a date that has passed", () => {
    const late = compose(reminder("focal-point", "d-1", "2020-12-16T06:00:00.000Z"));
    expect(late.subject).toBe(
      "Reminder: nomination of a focal point (cluster 1), which was due by 15 December 2020 [RM/c1-g1/FR/focal-point]",
    );
  });

  test("without a review is not written", () => {
    const none = reminder("focal-point", "d-7", "2020-12-08T08:00:00.000Z", { reviews: [] });
    expect(() => compose(none)).toThrow(TypeError);
  });
});

describe("an invitation", () => {
  test("names each review once, with all that the person does in it", () => {
    const { text } = compose(samples["invitation-focal-point"] ?? invitationTo({}));
    expect(text.match(/Peru \(code c1-PE\)/g)).toHaveLength(1);
    expect(text).toContain("Focal point and governmental expert");
  });

  test("of a delegate or a mission needs the party", () => {
    expect(() => compose(invitationTo({ party: undefined }))).toThrow(TypeError);
    expect(() => compose(invitationTo({ party: undefined, role: "permanent-mission" }))).toThrow(TypeError);
  });
});

describe("values", () => {
  const hostile = "<img src=x onerror=alert(1)>\"'& \r\nBcc: all@example.org\u202E";

  test("bring in no markup, no line and no header", () => {
    const letter = compose(
      invitationTo({
        party: party("FR", hostile),
        person: { name: hostile, email: "a@example.org" },
        mandates: [],
      }),
    );
    expect(letter.html).not.toContain("<img");
    expect(letter.html).toContain("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp; Bcc: all@example.org");
    for (const line of letter.text.split("\n")) expect(line).not.toMatch(/^Bcc:/);
    for (const part of [letter.html, letter.text]) expect(part).not.toMatch(/[\r\u202E]/);
    for (const value of [letter.subject, ...Object.values(letter.headers)])
      expect(value).not.toMatch(/[\p{Cc}\u2028]/u);
  });

  test("of any kind leave the subject one line and the HTML without elements of theirs", () => {
    const tags = (html: string) => html.match(/<\/?[a-z][a-z0-9]*/g);
    const plain = tags(compose(invitationTo({})).html);
    fc.assert(
      fc.property(fc.string({ unit: codePoint, minLength: 1 }), (text) => {
        fc.pre(text.replace(/[\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}]/gu, "").trim() !== "");
        const letter = compose(
          invitationTo({ party: party("FR", text), person: { name: text, email: "a@example.org" } }),
        );
        expect(letter.subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(tags(letter.html)).toEqual(plain);
      }),
    );
  });

  test.each([
    ["no name", { person: { name: " ", email: "a@example.org" } }],
    ["no address", { person: { name: "A", email: "" } }],
    ["no front end", { frontEndUrl: "" }],
    ["an address that runs a script", { frontEndUrl: "javascript:alert(1)" }],
    ["no reply-to", { replyTo: "" }],
    ["a missing variable", { replyTo: undefined as unknown as string }],
  ])("with %s stop the letter", (_, changes) => {
    expect(() => compose(invitationTo(changes))).toThrow(TypeError);
  });

  test("put into running text are escaped, what is written is ours", () => {
    expect(markup`a < ${"b & c"} 'd'`).toEqual({ text: "a < b & c 'd'", html: "a &lt; b &amp; c &#39;d&#39;" });
  });
});

describe("English", () => {
  const written = (value: Value): string => englishWriter.write(value).text;

  test.each([
    ["FR", "France", "France"],
    ["SD", "Sudan", "the Sudan"],
    ["NL", "Netherlands (Kingdom of the)", "the Kingdom of the Netherlands"],
    ["BO", "Bolivia (Plurinational State of)", "the Plurinational State of Bolivia"],
    ["FM", "Micronesia (Federated States of)", "the Federated States of Micronesia"],
    ["US", "United States of America", "the United States of America"],
    ["VA", "Holy See", "the Holy See"],
  ])("puts the name of %s into a sentence", (id, name, expected) => {
    expect(written(party(id, name))).toBe(expected);
  });

  test("knows a delegation from a permanent mission", () => {
    expect(written(representation(party("EU", "European Union")))).toBe("Delegation of the European Union");
    expect(written(representation(party("CD", "Democratic Republic of the Congo")))).toBe(
      "Permanent Mission of the Democratic Republic of the Congo",
    );
  });

  test("counts periods in words", () => {
    expect(written(periodPhrase({ weeks: 2 }))).toBe("two weeks");
    expect(written(periodPhrase({ months: 1 }))).toBe("one month");
    expect(written(periodPhrase({ days: 10 }))).toBe("10 days");
  });
});
