import fc from "fast-check";
import { expect, test } from "vitest";
import { comeToRest, commands } from "./commands.ts";
import { expectAsKnown, freshModel, freshStage } from "./model.ts";
import { brokenAtRest, brokenNow } from "../harness/invariants.ts";
import { findingsOf } from "../harness/verification.ts";

/** Plays this number of courses with every defect that the guarantees name, in any order and mixture. */
export const runSimulations = ({ seed, numRuns }: { readonly seed: number; readonly numRuns: number }): void =>
  test("whatever happens, in whatever order, with whatever faults: the guarantees hold", async () => {
    let courses = 0;
    await fc.assert(
      fc.asyncProperty(commands, async (sequence) => {
        const [model, stage] = [freshModel(), await freshStage()];
        await fc.asyncModelRun(() => ({ model, real: stage }), sequence);
        await comeToRest(stage);
        expect(await brokenNow(stage.app)).toEqual([]);
        expect(await brokenAtRest(stage.app)).toEqual([]);
        await expectAsKnown(stage, model);
        // From outside it takes as long as all of that: every sixth course.
        courses += 1;
        if (courses % 6 === 0) expect(await findingsOf(stage.app, { disturbed: true })).toEqual([]);
      }),
      { seed, numRuns, endOnFailure: true },
    );
  });
