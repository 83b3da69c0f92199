import { describe, expect, test } from "vitest";
import { denunciationLetters } from "../../../domain/letters/denunciation-letters.ts";
import { recordDenunciation } from "../../../domain/review/commands/record-denunciation.ts";
import type { FactOf } from "../../../schemas/model/fact.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { evolveReview } from "../../../domain/review/evolve.ts";
import { inFeedback, redrawTo } from "../review/journey.ts";
import { at, day, party, Play, seat } from "../review/play.ts";
import { gatherLetter } from "./gather-letter.ts";

/** Peru leaves, which reviews France with Kenya, is reviewed by Kenya and Chile, and reviews Japan with France and Kenya. */
const peru: Party = {
  id: party("PE"),
  name: "Peru",
  kind: "STATE",
  regionalGroup: "GRULAC",
  joined: {},
  participation: "takes-part",
};
const ofFrance = () => inFeedback();
const ofPeru = () => new Play([seat("PE", "under-review"), seat("KE", "reviewing"), seat("CL", "reviewing")]);
const ofJapan = () =>
  new Play([seat("JP", "under-review"), seat("PE", "reviewing"), seat("FR", "reviewing"), seat("KE", "reviewing")]);

const recordedAt = at("2021-08-02");
const leave = (
  plays: readonly Play[],
): { readonly fact: FactOf<"party-left">; readonly reviews: readonly Review[] } => {
  const denunciation = { leftOn: day("2021-08-02"), document: "C.N.55.2020" };
  const left = recordDenunciation(
    peru,
    plays.map(({ review }) => review),
    denunciation,
    recordedAt,
  );
  if (!left.ok) throw new Error(left.refusal);
  for (const [place, { facts }] of left.reviews.entries()) plays[place]?.take({ ok: true, facts });
  const [fact] = left.party;
  if (fact?.kind !== "party-left") throw new Error("no party left");
  return { fact, reviews: plays.map(({ review }) => review) };
};
const lettersOf = (fact: FactOf<"party-left">, now = recordedAt) =>
  denunciationLetters([{ facts: [fact], recordedAt }], now);
const reviewsOf = (letters: readonly Letter[]) =>
  letters.map(({ party: to, content }) => [to, content.kind === "party-left" ? content.reviews : undefined]);

/** Returns what a letter says of each review in its current state, or the reason why it is not sent any more. */
const saidBy = ({ content, recipient }: Letter, reviews: readonly Review[]) => {
  if (content.kind !== "party-left") throw new Error(content.kind);
  const said = gatherLetter(content, recipient, {
    reviews: reviews.filter(({ id }) => content.reviews?.includes(id)),
    now: recordedAt,
  });
  if (said.kind === "skip") return said.reason;
  if (said.input.kind !== "party-left") throw new Error(said.input.kind);
  return said.input.reviews.map(
    ({ id, isDiscontinued }) => `${id} ${isDiscontinued ? "goes no further" : "awaits lots"}`,
  );
};

describe("the letters about a denunciation", () => {
  test("are one to the mission of each party, with all reviews that it shares with the denouncing party, and one to that party", () => {
    const { fact } = leave([ofFrance(), ofPeru(), ofJapan()]);
    expect(reviewsOf(lettersOf(fact))).toEqual([
      ["FR", ["c1-FR", "c1-JP"]],
      ["PE", ["c1-FR", "c1-JP", "c1-PE"]],
      ["KE", ["c1-FR", "c1-JP", "c1-PE"]],
      ["CL", ["c1-PE"]],
      ["JP", ["c1-JP"]],
    ]);
  });

  test("are the same whenever they are planned, and others where a party leaves once more", () => {
    const { fact } = leave([ofFrance(), ofPeru()]);
    const ids = lettersOf(fact).map(({ id }) => id);
    expect(lettersOf(fact, at("2021-08-09")).map(({ id }) => id)).toEqual(ids);
    const again = denunciationLetters([{ facts: [fact], recordedAt: at("2022-08-02") }], at("2022-08-02"));
    expect(again.filter(({ id }) => ids.includes(id))).toEqual([]);
  });

  test("say of each review what becomes of it, and nothing of those for which lots were drawn meanwhile", () => {
    const plays = [ofFrance(), ofPeru(), ofJapan()];
    const { fact, reviews } = leave(plays);
    const toKenya = lettersOf(fact).find(({ party: to }) => to === "KE");
    const toFrance = lettersOf(fact).find(({ party: to }) => to === "FR");
    if (toKenya === undefined || toFrance === undefined) throw new Error("no letter was planned");
    expect(saidBy(toKenya, reviews)).toEqual(["c1-FR awaits lots", "c1-PE goes no further", "c1-JP awaits lots"]);
    const [first] = plays;
    if (first === undefined) throw new Error("no review");
    redrawTo(first, "PE", seat("IT", "reviewing"), "2021-09-30");
    const later = plays.map(({ review }) => review);
    expect(saidBy(toKenya, later)).toEqual(["c1-PE goes no further", "c1-JP awaits lots"]);
    const withoutJapan = later.filter(({ id }) => id !== "c1-JP");
    expect(saidBy(toFrance, withoutJapan)).toBe("replaced");
  });

  test("are none to a party that had left before, whose seat still waits for lots", () => {
    const play = ofFrance();
    const vacated = evolveReview(play.review, {
      kind: "seat-vacated",
      happenedAt: at("2021-07-01"),
      review: play.review.id,
      party: party("KE"),
      leftOn: day("2021-07-01"),
    });
    const left = recordDenunciation(
      peru,
      [vacated],
      { leftOn: day("2021-08-02"), document: "C.N.55.2020" },
      recordedAt,
    );
    const [fact] = left.ok ? left.party : [];
    expect(fact?.kind === "party-left" && fact.notified.map(({ party: to }) => to)).toEqual(["FR", "PE"]);
  });

  test("are none of a denunciation that concerns no review", () => {
    expect(lettersOf(leave([]).fact)).toEqual([]);
  });
});
