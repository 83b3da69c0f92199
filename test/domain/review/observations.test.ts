import { describe, expect, test } from "vitest";
import {
  agreeToObservations,
  consentToPublication,
  draftObservations,
  publishObservations,
} from "../../../domain/review/commands/observations.ts";
import { agree, agreedPlay, concludedPlay, inFeedback, inObservations, table } from "./journey.ts";
import { at, expert, focalPoint, hash, mission, party, refusalOf, secretariat } from "./play.ts";

const now = at("2022-01-25");

describe("the list of observations", () => {
  test.each([
    ["a reviewing focal point", focalPoint("PE"), "accepted"],
    ["a reviewing expert", expert("KE"), "accepted"],
    ["the secretariat", secretariat, "accepted"],
    ["the party under review", focalPoint("FR"), "not-yours"],
    ["a permanent mission", mission("PE"), "not-yours"],
  ])("is put on the table by %s: %s", (_, by, outcome) => {
    expect(refusalOf(draftObservations(inObservations().review, by, { document: hash("v") }, now))).toBe(outcome);
  });

  test("rises by one version with each new text; the same text is none", () => {
    const play = table(table(inObservations(), "v", "2021-12-01"), "w", "2021-12-02");
    expect(play.review.observations).toMatchObject({ version: 2, document: hash("w"), agreed: {} });
    expect(draftObservations(play.review, secretariat, { document: hash("w") }, now)).toEqual({ ok: true, facts: [] });
  });

  test("before its stage is refused", () => {
    expect(refusalOf(draftObservations(inFeedback().review, secretariat, { document: hash("v") }, now))).toBe(
      "wrong-stage",
    );
  });
});

describe("agreeing", () => {
  const agreeing = (code: string, version: number, by = focalPoint(code)) =>
    agreeToObservations(table(inObservations(), "v", "2021-12-01").review, by, { party: party(code), version }, now);

  test.each([
    ["FR", 1, "accepted"],
    ["PE", 1, "accepted"],
    ["PE", 0, "old-version"],
    ["PE", 2, "old-version"],
  ])("of %s to version %i: %s", (code, version, outcome) => {
    expect(refusalOf(agreeing(code, version))).toBe(outcome);
  });

  test("is for the party's own focal point, never the secretariat", () => {
    for (const by of [expert("FR"), focalPoint("PE"), mission("FR")])
      expect(refusalOf(agreeing("FR", 1, by))).toBe("not-yours");
  });

  test("needs a list", () => {
    const { review } = inObservations();
    expect(refusalOf(agreeToObservations(review, focalPoint("FR"), { party: party("FR"), version: 1 }, now))).toBe(
      "list-missing",
    );
  });

  test("again is no fact", () => {
    const play = agree(table(inObservations(), "v", "2021-12-01"), "FR", 1, "2021-12-02");
    expect(agreeToObservations(play.review, focalPoint("FR"), { party: party("FR"), version: 1 }, now)).toEqual({
      ok: true,
      facts: [],
    });
  });

  test("is void with a new version, and due again from those who had agreed", () => {
    const play = table(inObservations(), "v", "2021-12-01");
    agree(agree(play, "FR", 1, "2022-01-20"), "PE", 1, "2022-01-21");
    table(play, "w", "2022-11-20");
    expect(play.review.observations).toMatchObject({ version: 2, agreed: {} });
    // Due on 1 December 2022; four weeks from the new version are later. Kenya had not agreed and keeps its date.
    expect(play.obligation("agreement:FR")).toMatchObject({
      state: "open",
      generation: 2,
      dueAt: "2022-12-18T22:59:59.999Z",
      originalDueAt: "2022-12-01T22:59:59.999Z",
    });
    expect(play.obligation("agreement:KE")).toMatchObject({
      state: "open",
      generation: 1,
      dueAt: "2022-12-01T22:59:59.999Z",
    });
    expect(refusalOf(agreeToObservations(play.review, focalPoint("FR"), { party: party("FR"), version: 1 }, now))).toBe(
      "old-version",
    );
  });

  test("by all makes the list agreed and waiting for publication", () => {
    const play = agreedPlay();
    expect(play.review.stage).toBe("observations");
    expect(play.review.observations?.agreedAt).toBe(at("2022-01-20"));
  });
});

describe("publishing", () => {
  test("is for the secretariat after all have agreed, and concludes the review", () => {
    const play = agree(table(inObservations(), "v", "2021-12-01"), "FR", 1, "2022-01-20");
    const publish = (by = secretariat, version = 1) => publishObservations(play.review, by, { version }, now);
    expect(publish()).toMatchObject({ refusal: "not-agreed", details: { parties: ["PE", "KE"] } });
    agree(play, "PE", 1, "2022-01-21");
    expect(publish()).toMatchObject({ refusal: "not-agreed", details: { parties: ["KE"] } });
    agree(play, "KE", 1, "2022-01-22");
    expect(refusalOf(publish(focalPoint("FR")))).toBe("not-yours");
    expect(refusalOf(publish(secretariat, 2))).toBe("old-version");
    play.take(publish());
    expect(play.review.stage).toBe("concluded");
    expect(publish()).toEqual({ ok: true, facts: [] });
  });

  test("ends every obligation that is still open, like experts never named", () => {
    const play = agreedPlay();
    play.do((review) => publishObservations(review, secretariat, { version: 1 }, now));
    expect(Object.values(play.review.obligations).filter(({ state }) => state === "open")).toEqual([]);
    expect(refusalOf(draftObservations(play.review, secretariat, { document: hash("w") }, now))).toBe("wrong-stage");
  });
});

describe("consent to publication", () => {
  test("comes after conclusion, from the party under review: its mission or focal point", () => {
    const parts = { parts: ["answers"] } as const;
    expect(refusalOf(consentToPublication(agreedPlay().review, focalPoint("FR"), parts, now))).toBe("wrong-stage");
    const play = concludedPlay();
    for (const by of [focalPoint("PE"), mission("KE"), expert("FR")])
      expect(refusalOf(consentToPublication(play.review, by, parts, at("2022-03-01")))).toBe("not-yours");
    play.do((review) => consentToPublication(review, mission("FR"), parts, at("2022-03-01")));
    play.do((review) =>
      consentToPublication(review, focalPoint("FR"), { parts: ["dialogue", "answers"] }, at("2022-03-02")),
    );
    expect(play.review.consents).toEqual(["answers", "dialogue"]);
    expect(consentToPublication(play.review, focalPoint("FR"), parts, at("2022-03-03"))).toEqual({
      ok: true,
      facts: [],
    });
  });
});
