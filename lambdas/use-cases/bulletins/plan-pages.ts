import pMap from "p-map";
import { bulletinLetter } from "../../../domain/bulletins/progress.ts";
import { dispatchBulletin } from "../../../domain/bulletins/bulletin.ts";
import { aggregateKey } from "../../../domain/base/hash-chain.ts";
import { moveLetter } from "../../../domain/letters/lifecycle.ts";
import { later } from "../../../domain/base/time.ts";
import type { DueTimer } from "../../../domain/letters/reminder-letters.ts";
import type { Bulletin, BulletinPlace } from "../../../schemas/model/bulletin.ts";
import type { BulletinId, LetterId } from "../../../schemas/base/ids.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { log } from "../../io/log.ts";
import { all } from "../../io/pages.ts";
import type { Ledger } from "../../io/ports/outbox.ts";
import { executeOnAggregate } from "../../commands/execute-command.ts";
import type { PlanningIo } from "../planning/plan-letters.ts";

/** The number of letters of a page that are processed in parallel. */
const maxConcurrency = 16;

/** Every letter of a bulletin; eventually consistent. With 1,000 letters of a kilobyte about 130 read units. */
export const lettersOf = (ledger: Ledger, bulletin: BulletinId): Promise<readonly Letter[]> =>
  all((paging) => ledger.ofSubject(aggregateKey("bulletin", bulletin), paging), 500);

/** Returns the current rows of letters: a list of a bulletin's letters may be outdated. */
export const readAgain = async (ledger: Ledger, letters: readonly Letter[]): Promise<readonly Letter[]> => {
  const rows = await pMap(letters, ({ id }) => ledger.letter(id), { concurrency: maxConcurrency });
  return rows.flatMap((row) => row ?? []);
};

/** The timer that fires when a bulletin's time has come. */
export const dispatchTimer = ({ id, sendAt }: Bulletin): DueTimer => ({
  name: `bulletin-${id}`,
  at: sendAt,
  message: { dispatch: id },
});

/** Returns the pages of a bulletin's recipients, in all its rounds or in the last one. */
export const placesOf = ({ id, rounds }: Bulletin, which: "all" | "last"): readonly BulletinPlace[] =>
  rounds.flatMap(({ pages }, place) =>
    which === "last" && place + 1 < rounds.length
      ? []
      : Array.from({ length: pages }, (_, page) => ({ bulletin: id, round: place + 1, page: page + 1 })),
  );

/** Schedules a check of a bulletin now, or after a minute: a message on the timers queue, which may come twice. */
export const lookAtBulletin = async (
  { schedules, clock }: Pick<PlanningIo, "schedules" | "clock">,
  bulletin: BulletinId,
  look = 1,
): Promise<void> => {
  const now = clock.now();
  const at = look === 1 ? now : later(now, { minutes: 1 });
  await schedules.arm(`settled-${bulletin}-${look}`, at, { settled: bulletin, look }, now);
};

/** Sends one message for each page, for parallel processing. A repeated page plans no letter twice. */
export const orderPages = async (
  { schedules }: Pick<PlanningIo, "schedules">,
  places: readonly BulletinPlace[],
  now: Instant,
): Promise<void> => {
  for (const place of places)
    await schedules.arm(`page-${place.bulletin}-${place.round}-${place.page}`, now, { page: place }, now);
};

/** Dispatches a bulletin whose time has come, unless a user cancelled it. */
export const dispatchPages = async (io: PlanningIo, bulletin: BulletinId, by: string): Promise<"fired" | "stale"> => {
  const now = io.clock.now();
  const outcome = await executeOnAggregate(io.store)({
    kind: "bulletin",
    id: bulletin,
    by,
    now,
    decide: (state) => dispatchBulletin(state, now),
  });
  const fired = outcome.ok && outcome.changes.length > 0;
  log(fired ? "TIMER_FIRED" : "TIMER_STALE", { bulletin });
  return fired ? "fired" : "stale";
};

/**
 * Brings the letters of one page about: while the bulletin is being sent each of its recipients gets a row, and what is
 * planned is ordered; once it was given up, what is still planned ends as skipped, with a row for those who had none.
 * May be done again, and killed anywhere.
 */
export const workOnPage = async (
  io: PlanningIo,
  place: BulletinPlace,
): Promise<"planned" | "cancelled" | "left-alone"> => {
  const aggregate = await io.store.load("bulletin", place.bulletin);
  if (aggregate === undefined) throw new Error(`There is no bulletin ${place.bulletin}`);
  const { state: bulletin } = aggregate;
  if (bulletin.state !== "sending" && bulletin.state !== "cancelled") return "left-alone";
  const addressees = await io.store.recipients(place);
  if (addressees === undefined) throw new Error(`Bulletin ${place.bulletin} lacks page ${place.page}`);
  const letters = addressees.map((addressee) => bulletinLetter(bulletin, place.round, addressee, io.clock.now()));
  if (bulletin.state === "cancelled") {
    await pMap(letters, (letter) => giveUp(io, letter), { concurrency: maxConcurrency });
    return "cancelled";
  }
  const planned = await pMap(letters, (letter) => plan(io, letter), { concurrency: maxConcurrency });
  const ids = planned.flatMap((id) => id ?? []);
  if (ids.length > 0) await io.letterQueues.order(ids, 0, { queue: "bulletins" });
  // From here on the bulletin waits for one of its letters, whose end starts the search for others.
  if (place.page === bulletin.rounds[place.round - 1]?.pages) await lookAtBulletin(io, bulletin.id);
  return "planned";
};

/** Writes a row unless there is one; its id where it is to be ordered. */
const plan = async ({ ledger }: PlanningIo, letter: Letter): Promise<LetterId | undefined> => {
  if (await ledger.plan(letter)) {
    log("LETTER_PLANNED", { letter: letter.id, kind: letter.content.kind, party: letter.party });
    return letter.id;
  }
  return (await ledger.letter(letter.id))?.state === "planned" ? letter.id : undefined;
};

/** Ends a planned letter. A claimed letter is in transit, and its sender ends it. */
const giveUp = async ({ ledger, clock }: PlanningIo, letter: Letter): Promise<void> => {
  const isNew = await ledger.plan(letter);
  const stored = isNew ? letter : await ledger.letter(letter.id);
  if (stored?.state !== "planned") return;
  const skipped = moveLetter(stored, "skipped", { at: clock.now(), reason: "cancelled" });
  if (await ledger.move(skipped)) log("LETTER_MOVED", { letter: letter.id, state: "skipped" });
};
