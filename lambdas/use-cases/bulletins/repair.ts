import {
  bouncesOf,
  brokenBulletin,
  isCompared,
  isLaidDown,
  lettersUnderWay,
} from "../../../domain/bulletins/progress.ts";
import type { GuaranteeViolation } from "../../../domain/base/guarantee.ts";
import type { DueTimer } from "../../../domain/letters/reminder-letters.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import type { Bulletin } from "../../../schemas/model/bulletin.ts";
import type { SweepDepth } from "../../../schemas/model/messages.ts";
import { log } from "../../io/log.ts";
import { all } from "../../io/pages.ts";
import { complete } from "./completion.ts";
import { lettersOf, lookAtBulletin, placesOf, dispatchTimer, dispatchPages, workOnPage } from "./plan-pages.ts";
import { stopAboveBounceLimit } from "./on-bulletin-entry.ts";
import type { PlanningIo } from "../planning/plan-letters.ts";

/** The bulletin with its required schedules, and the repairs that were made. */
interface Swept {
  /** The timer that there should be. */
  readonly timer?: DueTimer;
  readonly broken: readonly GuaranteeViolation[];
}

/**
 * Makes a bulletin's letters match its order. It dispatches what is due, processes pages with missing letters or with
 * planned letters after a cancellation, checks the breaker, and records when every letter is final. It compares a
 * completed bulletin with its letters (15) once a night for a year, and cancels again if needed.
 */
const sweepBulletin = async (
  io: PlanningIo,
  aggregate: Aggregate<"bulletin">,
  depth: Exclude<SweepDepth, "morning">,
  by: string,
): Promise<Swept> => {
  const { state: bulletin } = aggregate;
  switch (bulletin.state) {
    case "awaiting-approval":
    case "stopped":
      return { broken: [] };
    case "scheduled":
      if (bulletin.sendAt > io.clock.now()) return { timer: dispatchTimer(bulletin), broken: [] };
      await dispatchPages(io, bulletin.id, by);
      return { broken: [] };
    case "sending":
      await goOn(io, aggregate, by);
      return { broken: [] };
    case "unsettled":
      if (depth !== "hourly") return { broken: await compareBulletin(io, aggregate, by) };
      await complete(io, aggregate, await lettersOf(io.ledger, bulletin.id), by);
      return { broken: [] };
    case "sent":
    case "cancelled":
      return {
        broken:
          depth !== "hourly" && isCompared(bulletin, io.clock.now()) ? await compareBulletin(io, aggregate, by) : [],
      };
  }
};

const workOnAll = async (io: PlanningIo, bulletin: Bulletin): Promise<void> => {
  for (const place of placesOf(bulletin, "all")) await workOnPage(io, place);
};

const goOn = async (io: PlanningIo, aggregate: Aggregate<"bulletin">, by: string): Promise<void> => {
  const { state: bulletin } = aggregate;
  const letters = await lettersOf(io.ledger, bulletin.id);
  if (!isLaidDown(bulletin, letters)) return workOnAll(io, bulletin);
  if ((await stopAboveBounceLimit(io, bulletin.id, bouncesOf(letters), by)) === "stopped") return;
  await complete(io, aggregate, letters, by);
  // The function that waited for one of its letters may have been interrupted.
  if (lettersUnderWay(letters).length > 0) await lookAtBulletin(io, bulletin.id);
};

const compareBulletin = async (
  io: PlanningIo,
  aggregate: Aggregate<"bulletin">,
  by: string,
): Promise<readonly GuaranteeViolation[]> => {
  const { state: bulletin } = aggregate;
  const letters = await lettersOf(io.ledger, bulletin.id);
  // A list may have shown a letter that waits for a person only after the bulletin was recorded as sent.
  if (bulletin.state !== "cancelled") await complete(io, aggregate, letters, by);
  const broken = brokenBulletin(bulletin, letters);
  if (broken.length === 0 || bulletin.state !== "cancelled") return broken;
  await workOnAll(io, bulletin);
  return brokenBulletin(bulletin, await lettersOf(io.ledger, bulletin.id));
};

/** Works on something and passes over what fails, so that it holds up nothing else. */
type TryStep = (what: string, work: () => Promise<void>) => Promise<void>;

/** All bulletins: the timers that there should be, and what was found broken. */
export const repairBulletins = async (
  io: PlanningIo,
  depth: Exclude<SweepDepth, "morning">,
  by: string,
  trying: TryStep,
): Promise<{ readonly timers: readonly DueTimer[]; readonly broken: readonly string[] }> => {
  const timers: DueTimer[] = [];
  const found: GuaranteeViolation[] = [];
  for (const aggregate of await all((paging) => io.store.list("bulletin", paging)))
    await trying(`bulletin ${aggregate.id}`, async () => {
      const { timer, broken } = await sweepBulletin(io, aggregate, depth, by);
      if (timer !== undefined) timers.push(timer);
      found.push(...broken);
    });
  for (const { about, why } of found) log("BULLETIN_BROKEN", { subject: about, fault: why });
  return { timers, broken: [...new Set(found.map(({ about }) => about))] };
};

/** Bulletins that the breaker has stopped: their letters wait, and need no order. */
export const stoppedBulletins = async ({ store }: Pick<PlanningIo, "store">): Promise<ReadonlySet<string>> => {
  const aggregates = await all((paging) => store.list("bulletin", paging));
  return new Set(aggregates.filter(({ state }) => state.state === "stopped").map(({ id }) => id));
};
