import { describe, expect, test } from "vitest";
import type { LetterInput } from "../../../domain/letters/content/letter-pages.ts";
import { Instant } from "../../../schemas/base/values.ts";
import { ReviewId } from "../../../schemas/base/ids.ts";
import { compose } from "../../harness/compose-letter.ts";
import { everySample } from "./every-sample.ts";
import { party } from "./letter-samples.ts";

type Kind = LetterInput["kind"];

/** Returns a sample as the letter of its kind. */
const sampleOf = <K extends Kind>(name: string, kind: K): Extract<LetterInput, { kind: K }> => {
  const sample = everySample[name];
  if (sample?.kind !== kind) throw new Error(`There is no sample ${name} of ${kind}`);
  return sample as Extract<LetterInput, { kind: K }>;
};
/** Returns the words of a letter without its line breaks. */
const wordsOf = (letter: LetterInput): string => compose(letter).text.replaceAll(/\s+/gu, " ");

describe("a handover brief", () => {
  const brief = sampleOf("handover-ahead", "handover");
  const [own] = brief.reviews;
  if (own === undefined) throw new Error("The sample takes over no review");
  const sudan = {
    ...own,
    id: ReviewId.parse("c1-SD"),
    underReview: party("SD", "Sudan"),
    role: "reviewing",
    open: [
      { kind: "experts", dueAt: Instant.parse("2021-07-01T21:59:59.999Z") },
      { kind: "feedback", dueAt: Instant.parse("2021-12-01T22:59:59.999Z") },
    ],
    documents: [
      { kind: "feedback", party: party("NL", "Netherlands") },
      { kind: "former-feedback", party: party("PE", "Peru") },
      { kind: "list", version: 2 },
    ],
  } as const;
  const words = wordsOf({ ...brief, reviews: [sudan, own] });

  test("names several reviews in the plural, in the order of their names", () => {
    expect(words).toContain("in the country reviews listed below. Until then you may read them; the present");
    expect(words).toMatch(/France \(code c1-FR\), cluster 1: .* Sudan \(code c1-SD\), cluster 1: /u);
    expect(words).toContain("You may read the country reviews online");
  });

  test("has each document and each obligation on a line of its own, a date that has passed given as past", () => {
    expect(words).toContain(
      "- Code c1-SD (cluster 1): written feedback of the Netherlands - Code c1-SD (cluster 1): written feedback of Peru, a former reviewing party - Code c1-SD (cluster 1): list of observations, version 2",
    );
    expect(words).toContain(
      "- Code c1-SD (cluster 1): the nomination of governmental experts by France, which was due by the end of 1 July 2021, Vienna time - Code c1-SD (cluster 1): the written feedback of France, due by the end of 1 December 2021, Vienna time",
    );
  });

  test("mentions no documents where none was submitted", () => {
    const without = wordsOf({ ...brief, reviews: [{ ...own, documents: [] }] });
    expect(without).toContain("Nothing has been submitted so far. You may read the country review online");
  });
});

describe("the daily list", () => {
  const list = sampleOf("daily-list", "daily-list");
  const [fresh, earlier] = list.obligations;
  if (fresh === undefined || earlier === undefined) throw new Error("The sample lists nothing");

  test.for([
    ["one of today", [fresh], "1 obligation past the date", "On the list: 1 obligation, on it since today"],
    [
      "one of an earlier day",
      [earlier],
      "1 obligation past the date",
      "On the list: 1 obligation, on it since an earlier day",
    ],
    [
      "some, none of today",
      [earlier, earlier],
      "2 obligations",
      "On the list: 2 obligations, none of them since today",
    ],
  ] as const)("counts %s", ([, obligations, inSubject, onList]) => {
    expect(compose({ ...list, obligations }).subject).toContain(inSubject);
    expect(wordsOf({ ...list, obligations })).toContain(onList);
  });

  test.for([
    [201, "1 obligation more is listed online."],
    [203, "3 obligations more are listed online."],
  ] as const)("of %i states how many more there are", ([length, rest]) => {
    expect(wordsOf({ ...list, obligations: Array.from({ length }, () => fresh) })).toContain(rest);
  });
});

describe("the weekly digest", () => {
  const letter = sampleOf("digest-of-a-reviewer", "digest");

  test("counts one letter as one, and what is past its date", () => {
    const words = wordsOf(letter);
    expect(words).toContain(
      "that 1 letter about country reviews in which France takes part was addressed to its focal points in the past week. As the Permanent Mission of France requested, the copy for its attention is listed in this letter.",
    );
    expect(words).toContain("Past the date: 1 obligation; letters are sent at once until that is settled");
  });

  test("lists fifty letters about a review and counts the others", () => {
    const [first] = letter.reviews;
    const [copy] = first?.copies ?? [];
    if (first === undefined || copy === undefined) throw new Error("The sample contains no letter");
    const reviews = [{ ...first, copies: Array.from({ length: 53 }, () => copy) }];
    expect(wordsOf({ ...letter, reviews })).toContain("- Further letters: 3 letters, listed online");
  });
});

describe("letters about accounts", () => {
  const corrected = sampleOf("person-corrected", "person-corrected");

  test("enumerate details so that it is clear where each ends", () => {
    expect(wordsOf({ ...corrected, details: ["name", "gender", "institutionKind"], by: undefined })).toContain(
      "corrected by the operator of the system: name, gender and kind of institution (as it is counted).",
    );
  });

  test("name the account alone where it is that of a mission of a person without party", () => {
    expect(wordsOf({ ...corrected, party: undefined })).toContain(
      "corrected by the account u-22222222222222222222222222: e-mail address and telephone.",
    );
  });

  test("name a user whose record was erased by the account", () => {
    const change = sampleOf("access-closed", "access-changed");
    expect(wordsOf({ ...change, user: { id: change.user.id } })).toContain(
      "Account: A user whose record was erased (user code u-11111111111111111111111111)",
    );
  });

  test("name the delegation of the European Union, of which other parties have a permanent mission", () => {
    const mission = sampleOf("invitation-mission", "invitation");
    expect(compose(mission).subject).toContain("for your permanent mission");
    expect(compose({ ...mission, party: party("EU", "European Union") }).subject).toContain("for your delegation");
  });
});
