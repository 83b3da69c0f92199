import { bouncesOf } from "../../domain/bulletin-progress.ts";
import { stopBulletin } from "../../domain/bulletins.ts";
import { parseSubject } from "../../domain/journal.ts";
import type { JournalEntry } from "../../schemas/fact.ts";
import type { BulletinId } from "../../schemas/ids.ts";
import { log } from "../io/log.ts";
import type { Clock, Ledger, Store } from "../io/ports.ts";
import { acting } from "../shell/door.ts";
import { lettersOf, orderPages, placesOf, releaseAlarm } from "./bulletin-pages.ts";
import type { RemindIo } from "./remind.ts";

/**
 * What follows from an entry of a bulletin: the alarm for its time, a message for each page of letters to plan or to
 * end, and a word to the operators when the breaker stopped it. It reads how the bulletin stands now.
 */
export const followBulletin = async (io: RemindIo, { subject, facts }: JournalEntry): Promise<void> => {
  const { kind, id } = parseSubject(subject);
  if (kind !== "bulletin") return;
  const head = await io.store.load("bulletin", id);
  if (head === undefined) return;
  const { state: bulletin } = head;
  const now = io.clock.now();
  const happened = new Set(facts.map((fact) => fact.kind));
  const alarm = releaseAlarm(bulletin);
  if (bulletin.state === "scheduled") await io.schedules.arm(alarm.name, alarm.at, alarm.message, now);
  if (happened.has("bulletin-released") || happened.has("bulletin-resent"))
    await orderPages(io, placesOf(bulletin, "last"), now);
  if (happened.has("bulletin-resumed")) await orderPages(io, placesOf(bulletin, "all"), now);
  if (happened.has("bulletin-cancelled")) {
    await io.schedules.disarm(alarm.name);
    await orderPages(io, placesOf(bulletin, "all"), now);
  }
  if (happened.has("bulletin-stopped")) log("BULLETIN_STOPPED", { bulletin: bulletin.id });
};

interface WatchIo {
  readonly store: Store;
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/**
 * The breaker: counts what the mail service has said of a bulletin that is being sent, and stops it where too much came
 * back. Letters about deadlines are none of its business.
 */
export const watchBounces = async (io: WatchIo, id: BulletinId, by: string): Promise<"stopped" | "left-alone"> => {
  const head = await io.store.load("bulletin", id);
  if (head?.state.state !== "sending") return "left-alone";
  const count = bouncesOf(await lettersOf(io.ledger, id));
  const now = io.clock.now();
  const decide = acting(io.store);
  const outcome = await decide({ kind: "bulletin", id, by, now, decide: (state) => stopBulletin(state, count, now) });
  return outcome.ok && outcome.changes.length > 0 ? "stopped" : "left-alone";
};
