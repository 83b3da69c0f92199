import { describe, expect, test } from "vitest";
import { judgeDraw } from "../../../domain/lots/recorded-draw.ts";
import { PairingFile } from "../../../schemas/model/data-files.ts";
import { CalendarDate } from "../../../schemas/base/values.ts";
import { at } from "../review/play.ts";
import { additionalSeat, day, id, pairing, parties, reviewerSeat } from "./few-parties.ts";

/** A draw held outside in which WB reviews AA next to WA, which has joined all that AA has. */
const superfluous = pairing({ AA: [reviewerSeat("AB"), reviewerSeat("WC"), additionalSeat("WB", ["FP"])] });
const held = (more: Partial<PairingFile> = {}): PairingFile => ({
  about: "As it was drawn.",
  cluster: 1,
  drawnOn: day,
  document: "CTOC/COP/2020/10",
  groups: pairing(),
  deviations: [],
  ...more,
});
const judge = (more: Partial<PairingFile>) => judgeDraw(held(more), parties, at("2020-12-10"));
const reason = "So the Conference drew.";

describe("a draw of all parties that was held outside", () => {
  test("is of the day on which it was held, which may have passed and not lie ahead", () => {
    expect(judge({})).toEqual({ ok: true, at: "2020-11-30T23:00:00.000Z" });
    for (const [drawnOn, refusal] of [
      ["2020-12-11", "date-in-the-future"],
      ["2019-12-11", "date-too-early"],
    ] as const)
      expect(judge({ drawnOn: CalendarDate.parse(drawnOn) })).toMatchObject({ ok: false, refusal });
  });

  test("is refused where it breaks rules without reasons, naming rule and party", () => {
    const refused = judge({ groups: superfluous });
    expect(refused).toMatchObject({ refusal: "breaks-lots-rules" });
    const broken = refused.ok ? [] : (refused.details?.["violations"] as { rule: string; party: string }[]);
    const named = new Set(broken.map(({ rule, party }) => `${rule} ${party}`));
    expect(named).toContain("additional-where-lacking AA");
    const some = [{ rule: "additional-where-lacking", party: id("AA"), reason } as const];
    expect(judge({ groups: superfluous, deviations: some })).toMatchObject({ refusal: "breaks-lots-rules" });
    const all = [...named].map((each) => each.split(" ")).map(([rule, party]) => ({ rule, party, reason }));
    expect(judge({ groups: superfluous, deviations: PairingFile.shape.deviations.parse(all) }).ok).toBe(true);
  });

  test("is refused for a party that is none, whatever is accepted", () => {
    const groups = pairing({ AA: [reviewerSeat("ZZ"), reviewerSeat("WC")] });
    expect(judge({ groups })).toMatchObject({ refusal: "unknown-party", details: { party: "ZZ" } });
  });

  test("has its day and its document, where no seed gives it", () => {
    const { document: _, ...unsourced } = held();
    expect(PairingFile.safeParse(unsourced).success).toBe(false);
    expect(PairingFile.safeParse({ ...unsourced, seed: 1 }).success).toBe(true);
    expect(PairingFile.safeParse(held()).success).toBe(true);
  });
});
