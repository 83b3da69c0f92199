import { bouncesOf } from "../../../domain/bulletins/progress.ts";
import { couldStop, stopBulletin, tallyOf, tallyWithMore } from "../../../domain/bulletins/bulletin.ts";
import { parseAggregateKey } from "../../../domain/base/hash-chain.ts";
import type { BounceCount } from "../../../schemas/model/bulletin.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { BulletinId } from "../../../schemas/base/ids.ts";
import { attemptUpTo } from "../../io/attempts.ts";
import { log } from "../../io/log.ts";
import type { Clock } from "../../io/ports/time.ts";
import type { Ledger } from "../../io/ports/outbox.ts";
import type { Store } from "../../io/ports/store.ts";
import { executeOnAggregate } from "../../commands/execute-command.ts";
import { lettersOf, orderPages, placesOf, dispatchTimer } from "./plan-pages.ts";
import type { PlanningIo } from "../planning/plan-letters.ts";

/**
 * Applies the effects of a bulletin's journal entry: the timer for its time, a message for each page of letters to plan
 * or to end, and a log entry for the operators if the breaker stopped it. It reads the current bulletin.
 */
export const onBulletinEntry = async (io: PlanningIo, { subject, facts }: JournalEntry): Promise<void> => {
  const { kind, id } = parseAggregateKey(subject);
  if (kind !== "bulletin") return;
  const aggregate = await io.store.load("bulletin", id);
  if (aggregate === undefined) return;
  const { state: bulletin } = aggregate;
  const now = io.clock.now();
  const happened = new Set(facts.map((fact) => fact.kind));
  const timer = dispatchTimer(bulletin);
  if (bulletin.state === "scheduled") await io.schedules.arm(timer.name, timer.at, timer.message, now);
  if (happened.has("bulletin-released") || happened.has("bulletin-resent"))
    await orderPages(io, placesOf(bulletin, "last"), now);
  if (happened.has("bulletin-resumed")) await orderPages(io, placesOf(bulletin, "all"), now);
  if (happened.has("bulletin-cancelled")) {
    await io.schedules.disarm(timer.name);
    await orderPages(io, placesOf(bulletin, "all"), now);
  }
  if (happened.has("bulletin-stopped")) log("BULLETIN_STOPPED", { bulletin: bulletin.id });
};

interface WatchIo {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/** The breaker: stops a bulletin that is being sent where too much came back. */
export const stopAboveBounceLimit = async (
  { store, clock }: Pick<WatchIo, "store" | "clock">,
  id: BulletinId,
  count: BounceCount,
  by: string,
): Promise<"stopped" | "left-alone"> => {
  const now = clock.now();
  const outcome = await executeOnAggregate(store)({
    kind: "bulletin",
    id,
    by,
    now,
    decide: (state) => stopBulletin(state, count, now),
  });
  return outcome.ok && outcome.changes.length > 0 ? "stopped" : "left-alone";
};

/** The number of attempts by the breaker after parallel reports of bounces. */
const tries = 5;

/**
 * Reports to the breaker that this number of letters of a bulletin bounced. The breaker counts the results of all
 * letters only if, by its last count, the bounces could stop the bulletin; otherwise it stores their number. It may get
 * one report twice, and be interrupted anywhere: then it counts earlier than necessary. Throws if parallel reports do
 * not end. It ignores letters about deadlines.
 */
export const watchBounces = async (
  io: WatchIo,
  id: BulletinId,
  bounces: number,
  by: string,
): Promise<"stopped" | "left-alone"> => {
  let hasCounted = false;
  const watched = await attemptUpTo<"stopped" | "left-alone">(tries, async () => {
    const aggregate = await io.store.load("bulletin", id);
    if (aggregate?.state.state !== "sending") return "left-alone";
    const before = await io.ledger.tally(id);
    const more = tallyWithMore(aggregate, before, bounces);
    if (more !== undefined && (hasCounted || !couldStop(aggregate.state, more, io.clock.now()))) {
      return (await io.ledger.writeTally(more)) ? "left-alone" : undefined;
    }
    hasCounted = true;
    const count = bouncesOf(await lettersOf(io.ledger, id));
    if ((await stopAboveBounceLimit(io, id, count, by)) === "stopped") return "stopped";
    // Another count may be older than this report: then this report must be added, too.
    return (await io.ledger.writeTally(tallyOf(aggregate, count, bounces, before))) ? "left-alone" : undefined;
  });
  if (watched === undefined) throw new Error(`What is kept of the bounces of bulletin ${id} keeps changing`);
  return watched;
};
