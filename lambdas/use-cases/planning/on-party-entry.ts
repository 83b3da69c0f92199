import { departureLetters } from "../../../domain/letters/departure-letters.ts";
import { readdressLettersSince } from "../../../domain/letters/mission-notifications.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { all } from "../../io/pages.ts";
import type { Clock } from "../../io/ports/time.ts";
import type { Store } from "../../io/ports/store.ts";
import { planLetters, type PlanningIo } from "./plan-letters.ts";

const isReaddressed = ({ facts }: Pick<JournalEntry, "facts">): boolean =>
  facts.some(({ kind }) => kind === "mission-readdressed");

/**
 * The letters that a party's journal calls for by entries recorded from an instant on, as they are planned now: to former
 * addresses of its mission, and about its departure. `recorded` are those entries.
 */
export const partyLettersOf = async (
  { store, clock }: { readonly store: Pick<Store, "journalOf">; readonly clock: Clock },
  party: string,
  recorded: readonly JournalEntry[],
  from: Instant,
): Promise<readonly Letter[]> => {
  const now = clock.now();
  const ofDeparture = departureLetters(recorded, now);
  if (!recorded.some(isReaddressed)) return ofDeparture;
  const entries = await all((paging) => store.journalOf("party", party, paging));
  return [...readdressLettersSince(entries, from, now), ...ofDeparture];
};

/** Plans the letters that tell of an entry of a party's journal. */
export const planPartyNotificationsOf = async (io: PlanningIo, party: string, entry: JournalEntry): Promise<void> => {
  const letters = await partyLettersOf(io, party, [entry], entry.recordedAt);
  if (letters.length > 0) await planLetters(io, letters);
};
