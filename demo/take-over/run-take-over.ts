import { addDays } from "../../domain/base/time.ts";
import { type Api, answerOf, itemsOf, makeIdempotencyKey } from "../../client/client.ts";
import { demoPeople } from "../../bin/load-data.ts";
import type { PairedGroup } from "../../schemas/model/data-files.ts";
import { PartyId } from "../../schemas/base/ids.ts";
import { callersOf } from "../callers.ts";
import { readLetters } from "../read-results.ts";
import { compareWithStatistics, publishPaper, writePaper, type WrittenNumber } from "../written-paper.ts";
import { daysBetween, liveThrough, type Play, playPlan, type ScenarioStack } from "../run-scenario.ts";
import { type ComparedCount, compareWithPaper, readCounts } from "./compare.ts";
import { registerRows } from "./register-rows.ts";
import { type GroupSheets, type TakeOverState, takeOverState } from "./state.ts";
import { readStatusFile, type StatusPaper } from "./status-paper.ts";
import { planYear, resumptionDays, yearEnds } from "./year.ts";

/** Stated source of the made-up state. */
const source = "A made-up state of 9 June 2023";

const rowsOf = (rows: readonly Readonly<Record<string, string>>[]) =>
  rows.length === 0 ? undefined : { rows: rows.map((row) => ({ ...row })) };

/** A group as the body of an import; sheets without a row are left out. */
const importOf = ({ pairings, people, steps, delays, redraws }: GroupSheets, dryRun: boolean) => {
  const sheets = Object.entries({ pairings, people, steps, delays, redraws }).flatMap(([name, rows]) => {
    const sheet = rowsOf(rows);
    return sheet === undefined ? [] : [[name, sheet] as const];
  });
  return { source, dryRun, sheets: Object.fromEntries(sheets) };
};

/** Takes a group over: looks first whether anything is wrong, as the secretariat would, and then orders it. */
const takeGroupOver = async (secretariat: Api, sheets: GroupSheets, rest: () => Promise<void>): Promise<void> => {
  const { body: checked } = await answerOf(secretariat.POST("/v1/imports", { body: importOf(sheets, true) }));
  const [first] = checked.errors;
  if (first !== undefined)
    throw new Error(
      `${checked.errors.length} rows are wrong: ${first.sheet} ${first.row} ${first.column} ${first.message}`,
    );
  // The same content is the same import, however often it is sent.
  await answerOf(secretariat.POST("/v1/imports", { body: importOf(sheets, false) }));
  await rest();
};

/** Records in the registers what the paper counts of training and dialogues. */
const recordRegisters = async (secretariat: Api, paper: StatusPaper): Promise<void> => {
  const parties = await itemsOf((query) => secretariat.GET("/v1/parties", { params: { query } }));
  const states = parties.filter(({ kind }) => kind === "STATE").map(({ id }) => PartyId.parse(id));
  for (const [place, body] of registerRows(paper, states).entries()) {
    const header = makeIdempotencyKey(`register-${place}`);
    await answerOf(secretariat.POST("/v1/register-entries", { params: { header }, body }));
  }
};

/** Lets the reminders of a group go, after a preview. */
const resumeGroup = async (secretariat: Api, number: number): Promise<void> => {
  const path = { groupId: `c1-g${number}` };
  const preview = await answerOf(
    secretariat.POST("/v1/groups/{groupId}/reminders/resumption/previews", { params: { path } }),
  );
  const header = makeIdempotencyKey(`release-${number}`);
  const body = { preview: preview.body.hash };
  await answerOf(secretariat.POST("/v1/groups/{groupId}/reminders/resumption", { params: { path, header }, body }));
};

/** Returns the number of letters before any resumption: none about imported reviews. */
const lettersSoFar = async (secretariat: Api): Promise<number> =>
  (await readLetters(secretariat)).filter(({ kind }) => kind !== "invitation").length;

/** Result of the take-over: the counts of the paper next to those of the system, on its day and a year later. */
export interface TakeOverResult {
  readonly counts: readonly ComparedCount[];
  /** Numbers in the paper written by the system, next to its counts. */
  readonly written: readonly WrittenNumber[];
  /** Letters that left before the first release. */
  readonly lettersBefore: number;
}

/** Further options: the groups as drawn, and the paper to match. */
export interface TakeOverPlay extends Omit<Play, "group"> {
  readonly groups: readonly PairedGroup[];
  readonly paper: StatusPaper;
}

/** The imported state, the paper's counts next to the system's, and the written numbers next to the counts. */
interface StatusResult extends Pick<TakeOverResult, "counts" | "written"> {
  readonly state: TakeOverState;
}

/**
 * Imports a made-up state of the day of the paper, and compares what the system counts then with what the paper does; has
 * the paper of the day written and published, and compares what it says with what is counted.
 */
export const runStatus2023 = async (
  stack: ScenarioStack,
  { seed, groups, paper, progress }: TakeOverPlay,
): Promise<StatusResult> => {
  const as = callersOf(stack);
  const secretariat = as(demoPeople.secretariat);
  const state = takeOverState(groups, paper, seed);
  for (const sheets of state.sheets) {
    progress(sheets.group.number - 1, groups.length, `taking group ${sheets.group.number} over`);
    await takeGroupOver(secretariat, sheets, stack.rest);
  }
  await recordRegisters(secretariat, paper);
  const counts = compareWithPaper(readStatusFile(), await readCounts(secretariat, paper.asAt));
  await stack.rest();
  progress(groups.length, groups.length, "writing the status paper");
  const paperOfDay = await writePaper(secretariat, paper.asAt, stack.rest);
  const written = await compareWithStatistics(secretariat, paperOfDay);
  await publishPaper({ secretariat, second: as(demoPeople.secondSecretariat) }, paper.asAt);
  return { state, counts, written };
};

/**
 * Imports a made-up state of the day of the paper, compares its counts, resumes one group after the other, and plays the
 * year that follows. The same seed plays the same.
 */
export const runTakeOver = async (stack: ScenarioStack, play: TakeOverPlay): Promise<TakeOverResult> => {
  const { seed, groups, paper, progress } = play;
  const secretariat = callersOf(stack)(demoPeople.secretariat);
  const { state, counts, written } = await runStatus2023(stack, play);
  const lettersBefore = await lettersSoFar(secretariat);
  let next = addDays(paper.asAt, 1);
  for (const [number, day] of resumptionDays) {
    for (const passing of daysBetween(next, day)) await liveThrough(stack, passing);
    next = addDays(day, 1);
    await resumeGroup(secretariat, number);
    await stack.rest();
  }
  await playPlan(stack, planYear(groups, state, seed), { seed, progress, from: next, until: yearEnds });
  await stack.rest();
  return { counts, written, lettersBefore };
};
