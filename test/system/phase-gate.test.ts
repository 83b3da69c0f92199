import { expect, inject, test } from "vitest";
import { fill } from "../../bin/fill.ts";
import { openLetterRecords } from "../../bin/letter-records.ts";
import { demoPeople } from "../../bin/load-data.ts";
import { readPairing } from "../../bin/load/files.ts";
import { localSystem } from "../../bin/verify/local.ts";
import { sendTo } from "../../bin/verify/read.ts";
import { verifySystem } from "../../bin/verify/verify.ts";
import { type Api, answerOf, itemsOf, makeIdempotencyKey } from "../../client/client.ts";
import { callersOf } from "../../demo/callers.ts";
import { startLocalStack } from "../../local/local-stack.ts";
import type { LocalStack } from "../../local/stack-options.ts";
import type { Stage } from "../../schemas/model/review.ts";
import { takeOver } from "../fixtures/take-over.ts";
import { byNote } from "../harness/test-api.ts";

/** An hour before letters leave in Vienna, so that those of the resumption are soon on their way. */
const morning = "2023-06-09T06:00:00Z";
const header = () => makeIdempotencyKey();

/**
 * Imports the first cluster as the pairing has it. The given number of reviews of its first group are concluded, one
 * is about to be, and its reminders are resumed; the others have not started.
 */
const takeClusterOver = async (secretariat: Api, stack: LocalStack, concluded: number): Promise<string> => {
  const { groups } = await readPairing();
  const stageOf = (place: number): Stage => {
    if (place > concluded) return "nomination";
    return place < concluded ? "concluded" : "observations";
  };
  for (const { number, plannedFor, reviews } of groups) {
    const taken = reviews.map((paired, place) => ({ paired, stage: stageOf(place) }));
    const started = takeOver([{ cluster: 1, group: number, startedOn: plannedFor, reviews: taken }]);
    const planned = started["pairings"]?.rows.map(({ started_on: _later, ...row }) => row) ?? [];
    const sheets = number === 1 ? started : { pairings: { rows: planned } };
    const body = { source: "Files of the secretariat", sheets: structuredClone(sheets) };
    await answerOf(secretariat.POST("/v1/imports", { body }));
    await stack.rest();
  }
  const path = { groupId: "c1-g1" };
  const { body } = await answerOf(
    secretariat.POST("/v1/groups/{groupId}/reminders/resumption/previews", { params: { path } }),
  );
  const params = { path, header: header() };
  await answerOf(
    secretariat.POST("/v1/groups/{groupId}/reminders/resumption", { params, body: { preview: body.hash } }),
  );
  await stack.rest();
  await stack.moveTo("2023-06-09T07:05:00Z");
  return `c1-${groups[0]?.reviews[concluded]?.party}`;
};

const findingsOf = async ({ url, token }: LocalStack): Promise<readonly string[]> => {
  const asking = { request: sendTo(url), token: await token(demoPeople.secretariat), ...localSystem(url) };
  return (await verifySystem(asking)).findings.map((finding) => JSON.stringify(finding));
};

test("the fourth cluster opens at the 44th conclusion of the first group and not at the 43rd", async () => {
  const { templateDir } = inject("prepared");
  const stack = await startLocalStack({ templateDir, startAt: morning, letterRecords: openLetterRecords });
  try {
    await fill(stack, { paired: false });
    const secretariat = callersOf(stack)(demoPeople.secretariat);
    const path = { phaseId: "c4" };
    const last = await takeClusterOver(secretariat, stack, 43);
    const gate = async () => (await answerOf(secretariat.GET("/v1/phases/{phaseId}", { params: { path } }))).body.gate;
    const preview = async () =>
      (await answerOf(secretariat.POST("/v1/phases/{phaseId}/opening/previews", { params: { path } }))).body;
    const open = async (hash: string) =>
      secretariat.POST("/v1/phases/{phaseId}/opening", { params: { path, header: header() }, body: { preview: hash } });

    expect(await gate()).toEqual({ concluded: 43, of: 62, needed: 44, reached: false });
    expect((await open((await preview()).hash)).error).toMatchObject({
      type: expect.stringContaining("gate-not-reached"),
      concluded: 43,
      needed: 44,
    });

    const params = { path: { reviewId: last }, header: header() };
    const { body: review } = await answerOf(
      secretariat.GET("/v1/reviews/{reviewId}", { params: { path: { reviewId: last } } }),
    );
    for (const { party } of review.seats)
      await answerOf(
        secretariat.POST("/v1/reviews/{reviewId}/observations/agreements", {
          params: { ...params, header: header() },
          body: { version: 1, ...byNote(party, "2023-06-08") },
        }),
      );
    await answerOf(
      secretariat.POST("/v1/reviews/{reviewId}/observations/publication", { params, body: { version: 1 } }),
    );
    await stack.rest();
    expect(await gate()).toEqual({ concluded: 44, of: 62, needed: 44, reached: true });

    const counted = await preview();
    await answerOf(open(counted.hash));
    await stack.rest();
    const phase = (await answerOf(secretariat.GET("/v1/phases/{phaseId}", { params: { path } }))).body;
    expect(phase).toMatchObject({ state: "open", gate: { concluded: 44, reached: true } });
    expect(phase.groups.map(({ group, plannedFor, reviews }) => [group, plannedFor, reviews])).toEqual([
      // Two years after the first cluster's group was planned lie before the opening.
      ["c4-g1", "2023-06-09", 62],
      ["c4-g2", "2023-11-01", 63],
      ["c4-g3", "2024-11-01", 64],
    ]);
    const letters = await itemsOf((page) => secretariat.GET("/v1/letters", { params: { query: page } }));
    expect(letters.filter(({ kind }) => kind === "phase-opened")).toHaveLength(counted.letters);
    expect(await findingsOf(stack)).toEqual([]);
  } finally {
    await stack.close();
  }
});
