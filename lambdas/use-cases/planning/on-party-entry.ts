import pMap from "p-map";
import { aggregateKey } from "../../../domain/base/hash-chain.ts";
import { denunciationCorrections } from "../../../domain/letters/denunciation-corrections.ts";
import { denunciationLetters } from "../../../domain/letters/denunciation-letters.ts";
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
 * The letters that a party's journal calls for by entries recorded from an instant on, as they are planned now: to
 * former addresses of its mission, and about its denunciation. `recorded` are those entries.
 */
export const partyLettersOf = async (
  { store, clock }: { readonly store: Pick<Store, "journalOf">; readonly clock: Clock },
  party: string,
  recorded: readonly JournalEntry[],
  from: Instant,
): Promise<readonly Letter[]> => {
  const now = clock.now();
  const ofDenunciation = denunciationLetters(recorded, now);
  if (!recorded.some(isReaddressed)) return ofDenunciation;
  const entries = await all((paging) => store.journalOf("party", party, paging));
  return [...readdressLettersSince(entries, from, now), ...ofDenunciation];
};

const isDenunciationCorrected = ({ facts }: Pick<JournalEntry, "facts">): boolean =>
  facts.some(({ kind }) => kind === "denunciation-corrected" || kind === "denunciation-undone");

/** The number of aggregates whose letters are read in parallel. */
const maxConcurrency = 8;

/**
 * Returns the letters about the last correction or undoing of a party's denunciation, if an entry records one: to each
 * recipient of an earlier letter about it, by the current ledger.
 */
export const denunciationCorrectionsOf = async (
  { store, ledger, clock }: Pick<PlanningIo, "store" | "ledger" | "clock">,
  party: string,
  recorded: readonly JournalEntry[],
): Promise<readonly Letter[]> => {
  if (!recorded.some(isDenunciationCorrected)) return [];
  const aggregate = await store.load("party", party);
  const version = correctionVersion(recorded, aggregate?.state.denunciationCorrected?.at);
  if (aggregate?.state.denunciationCorrected === undefined || version === undefined) return [];
  const { reviews } = aggregate.state.denunciationCorrected;
  const subjects = [aggregateKey("party", party), ...reviews.map((review) => aggregateKey("review", review))];
  const [reviewAggregates, letters] = await Promise.all([
    store.loadMany("review", reviews),
    pMap(subjects, (subject) => all((paging) => ledger.ofSubject(subject, paging)), { concurrency: maxConcurrency }),
  ]);
  const states = reviewAggregates.map(({ state }) => state);
  return denunciationCorrections(aggregate.state, version, states, letters.flat(), clock.now());
};

/** Plans the letters about an entry of a party's journal. */
export const planPartyNotificationsOf = async (io: PlanningIo, party: string, entry: JournalEntry): Promise<void> => {
  const letters = [
    ...(await partyLettersOf(io, party, [entry], entry.recordedAt)),
    ...(await denunciationCorrectionsOf(io, party, [entry])),
  ];
  if (letters.length > 0) await planLetters(io, letters);
};
