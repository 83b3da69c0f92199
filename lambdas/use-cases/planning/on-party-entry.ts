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

/** The number of aggregates whose letters are read in parallel. */
const maxConcurrency = 8;

/**
 * Returns the letters about the last correction or undoing of a party's denunciation, if an entry records one: to each
 * recipient of an earlier letter about it, by the current ledger.
 */
export const departureCorrectionsOf = async (
  { store, ledger, clock }: Pick<PlanningIo, "store" | "ledger" | "clock">,
  party: string,
  recorded: readonly JournalEntry[],
): Promise<readonly Letter[]> => {
  if (!recorded.some(isDepartureCorrected)) return [];
  const aggregate = await store.load("party", party);
  const version = correctionVersion(recorded, aggregate?.state.departureCorrected?.at);
  if (aggregate?.state.departureCorrected === undefined || version === undefined) return [];
  const { reviews } = aggregate.state.departureCorrected;
  const subjects = [aggregateKey("party", party), ...reviews.map((review) => aggregateKey("review", review))];
  const [reviewAggregates, letters] = await Promise.all([
    store.loadMany("review", reviews),
    pMap(subjects, (subject) => all((paging) => ledger.ofSubject(subject, paging)), { concurrency: maxConcurrency }),
  ]);
  const states = reviewAggregates.map(({ state }) => state);
  return departureCorrections(aggregate.state, version, states, letters.flat(), clock.now());
};

/** Plans the letters about an entry of a party's journal. */
export const planPartyNotificationsOf = async (io: PlanningIo, party: string, entry: JournalEntry): Promise<void> => {
  const letters = [
    ...(await partyLettersOf(io, party, [entry], entry.recordedAt)),
    ...(await departureCorrectionsOf(io, party, [entry])),
  ];
  if (letters.length > 0) await planLetters(io, letters);
};
