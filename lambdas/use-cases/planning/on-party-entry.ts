import pMap from "p-map";
import { aggregateKey } from "../../../domain/base/hash-chain.ts";
import { departureCorrections } from "../../../domain/letters/departure-corrections.ts";
import { departureLetters } from "../../../domain/letters/departure-letters.ts";
import { correctionVersion } from "../../../domain/letters/stated-version.ts";
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

const isDepartureCorrected = ({ facts }: Pick<JournalEntry, "facts">): boolean =>
  facts.some(({ kind }) => kind === "departure-corrected" || kind === "departure-undone");

/** So many subjects are asked for their letters at once. */
const maxConcurrency = 8;

/**
 * The letters about the last correction of a party's departure, or that it was undone, where entries tell of one: to whoever
 * had a letter about it, by what the ledger says now.
 */
export const departureCorrectionsOf = async (
  { store, ledger, clock }: Pick<PlanningIo, "store" | "ledger" | "clock">,
  party: string,
  recorded: readonly JournalEntry[],
): Promise<readonly Letter[]> => {
  if (!recorded.some(isDepartureCorrected)) return [];
  const head = await store.load("party", party);
  const version = correctionVersion(recorded, head?.state.departureCorrected?.at);
  if (head?.state.departureCorrected === undefined || version === undefined) return [];
  const { reviews } = head.state.departureCorrected;
  const subjects = [aggregateKey("party", party), ...reviews.map((review) => aggregateKey("review", review))];
  const [heads, letters] = await Promise.all([
    store.loadMany("review", reviews),
    pMap(subjects, (subject) => all((paging) => ledger.ofSubject(subject, paging)), { concurrency: maxConcurrency }),
  ]);
  const states = heads.map(({ state }) => state);
  return departureCorrections(head.state, version, states, letters.flat(), clock.now());
};

/** Plans the letters that tell of an entry of a party's journal. */
export const planPartyNotificationsOf = async (io: PlanningIo, party: string, entry: JournalEntry): Promise<void> => {
  const letters = [
    ...(await partyLettersOf(io, party, [entry], entry.recordedAt)),
    ...(await departureCorrectionsOf(io, party, [entry])),
  ];
  if (letters.length > 0) await planLetters(io, letters);
};
