import { expect, test } from "vitest";
import { previewDenunciation } from "../../../domain/letters/denunciation-preview.ts";
import type { Party } from "../../../schemas/model/party.ts";
import { inFeedback } from "../review/journey.ts";
import { at, day, party, Play, seat } from "../review/play.ts";

/** Peru denounces the Convention. It reviews France with Kenya, and Kenya and Chile review it. */
const peru: Party = {
  id: party("PE"),
  name: "Peru",
  kind: "STATE",
  regionalGroup: "GRULAC",
  joined: {},
  participation: "takes-part",
};
const reviews = [
  inFeedback().review,
  new Play([seat("PE", "under-review"), seat("KE", "reviewing"), seat("CL", "reviewing")]).review,
];
const preview = (reachable: readonly string[]) => {
  const denunciation = { leftOn: day("2021-08-02"), document: "C.N.55.2020" };
  const found = previewDenunciation(
    peru,
    { reviews, reachable: new Set(reachable.map(party)) },
    denunciation,
    at("2021-08-02"),
  );
  if (!found.ok) throw new Error(found.refusal);
  return found.preview;
};
const missionsOf = ({ letters }: ReturnType<typeof preview>) => [
  ...new Set(letters.flatMap(({ recipient }) => (recipient.kind === "mission" ? [recipient.party] : []))),
];

test("A denunciation is previewed with each party that a letter is for and whose mission has no address, once", () => {
  const all = preview(["PE", "FR", "KE", "CL"]);
  expect(all.withoutAddress).toEqual([]);
  expect(missionsOf(all)).toContain("KE");
  const some = preview(["PE", "FR"]);
  expect(some.withoutAddress).toEqual(["CL", "KE"]);
  expect(missionsOf(some)).not.toContain("KE");
  expect(some.letters.length).toBeLessThan(all.letters.length);
  expect(some.hash).not.toBe(all.hash);
});
