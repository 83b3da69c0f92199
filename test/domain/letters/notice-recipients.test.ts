import { describe, expect, test } from "vitest";
import { lettersOn } from "../../../domain/letters/notifications.ts";
import { concludedPlay } from "../review/journey.ts";
import { at, delegate, focalPoint, secretariat } from "../review/play.ts";
import { redrawnPlay, replaced, submitted } from "./review-plays.ts";

type Played = ReturnType<typeof redrawnPlay>;

/** Returns the recipients of the letters of one kind about a play, as a recorder of that name wrote it down. */
const recipientsOf = (
  kind: string,
  { play: { review }, facts }: Played,
  by: string = secretariat.id,
): readonly string[] =>
  lettersOn({ by, at: at("2022-02-02"), facts: [...facts], review }, at("2022-02-02"))
    .filter(({ content }) => content.kind === kind)
    .map(({ recipient }) => ("party" in recipient ? recipient.party : "user" in recipient ? recipient.user : "office"))
    .toSorted();

describe("a letter goes", () => {
  test("about a seat that lots took to the party drawn, and to the party that lost it", () => {
    expect(recipientsOf("seat-redrawn", redrawnPlay())).toEqual(["IT", "PE"]);
  });

  test("about a published list to the missions and the focal points of all parties", () => {
    const play = concludedPlay();
    const facts = play.facts.filter(({ kind }) => kind === "observations-published");
    const people = ["FR", "KE", "PE"].map((code) => focalPoint(code).id);
    expect(recipientsOf("list-published", { play, facts })).toEqual(["FR", "KE", "PE", ...people].toSorted());
  });

  test("with the open obligations to a focal point who follows another", () => {
    expect(recipientsOf("handover", replaced())).toEqual([delegate("FR", "second").id]);
  });

  test("about nothing that an import or the first load recorded", () => {
    expect(recipientsOf("answers-received", submitted())).not.toEqual([]);
    for (const by of ["import", "load"]) expect(recipientsOf("answers-received", submitted(), by)).toEqual([]);
  });
});
