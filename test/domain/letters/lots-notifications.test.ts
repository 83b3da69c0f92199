import { describe, expect, test } from "vitest";
import type { Fact } from "../../../schemas/model/fact.ts";
import { at, type Play } from "../review/play.ts";
import { entered, lives } from "./review-plays.ts";
import { lettersTo } from "./review-samples.ts";

const noticesOf = ({ play, facts }: { readonly play: Play; readonly facts: readonly Fact[] }, on: string) =>
  lettersTo(play, facts, at(on));

describe("recipients of letters about changes to a review after its lots", () => {
  test("instruments that were added: all parties, the newly drawn among these", () => {
    expect(noticesOf(lives.widened(), "2021-03-02")).toEqual([
      "instruments-added mission FR",
      "instruments-added mission PE",
      "instruments-added mission KE",
      "instruments-added mission IT",
      "instruments-added fpfr",
      "instruments-added fppe",
      "instruments-added fpke",
    ]);
  });

  test("a party that entered later: its mission and those of its reviewers, and no recipient of a first drawing", () => {
    const parties = ["BT", "IN", "EE"];
    expect(noticesOf(entered(), "2024-11-04")).toEqual(parties.map((code) => `review-entered mission ${code}`));
    const { play } = lives.submitted();
    const drawn = play.facts.filter(({ kind }) => kind === "review-drawn");
    expect([drawn.length, noticesOf({ play, facts: drawn }, "2020-11-02")]).toEqual([1, []]);
  });
});
