import pMap from "p-map";
import { aggregateKey } from "../../../domain/base/hash-chain.ts";
import { phaseCorrections, phaseLetters } from "../../../domain/letters/phase-letters.ts";
import { correctionVersion } from "../../../domain/letters/stated-version.ts";
import { planGroup } from "../../../domain/parties/groups.ts";
import { completePhaseOpening } from "../../../domain/parties/phases.ts";
import { continueReview, type FormerParty } from "../../../domain/review/commands/continue-review.ts";
import { isVacated } from "../../../domain/review/seat-turns.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { cycleOf, type PhaseId, reviewIdOf } from "../../../schemas/base/ids.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { PhaseGroup } from "../../../schemas/model/phase.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { log } from "../../io/log.ts";
import { all } from "../../io/pages.ts";
import { changeOf, executeCommand, executeOnAggregate } from "../../commands/execute-command.ts";
import { throwTogether } from "../base/work-on-each.ts";
import { planLetters, type PlanningIo } from "./plan-letters.ts";
import type { StartIo } from "./start-reviews.ts";

/** The number of reviews that are set up in parallel. */
const maxConcurrency = 8;

/** Returns the parties that have left the Convention, with the day on which they did. */
const formerPartiesAmong = (parties: readonly Aggregate<"party">[]): readonly FormerParty[] =>
  parties.flatMap(({ state: { id, participation, left } }) =>
    participation !== "not-taking-part" || left === undefined ? [] : [{ party: id, leftOn: left.leftOn, at: left.at }],
  );

/**
 * Sets up one review after its predecessor, if that and the party under review are unchanged since they were read. A
 * person nominated meanwhile serves in both, and a party that has left since the phase was opened is not reviewed in
 * it.
 */
const continueOne = async (
  { store, clock }: StartIo,
  { state: phase }: Aggregate<"phase">,
  { group }: PhaseGroup,
  before: Aggregate<"review">,
  by: string,
): Promise<void> => {
  const { cluster } = phase;
  const id = reviewIdOf(cluster, before.state.party, cycleOf(phase.id));
  const done = await executeCommand(store)<undefined>({
    by,
    now: clock.now(),
    decide: async () => {
      const [known, current] = await Promise.all([store.load("review", id), store.load("review", before.id)]);
      if (known !== undefined || current === undefined) return { ok: true, changes: [], outcome: undefined };
      const drawing = phase.drawings.find(({ party }) => party === current.state.party);
      const parties = await store.loadMany(
        "party",
        Object.values(current.state.seats).map(({ party }) => party),
      );
      const formerParties = formerPartiesAmong(parties);
      if (formerParties.some(({ party }) => party === current.state.party))
        return { ok: true, changes: [], outcome: undefined };
      const decision = continueReview(current.state, { id, cluster, group, drawing }, clock.now(), formerParties);
      if (!decision.ok) return decision;
      const changes = [changeOf("review", id, undefined, decision.facts)];
      const under = parties.filter((party) => party.state.id === current.state.party);
      const mustBeUnchanged = [
        changeOf("review", current.id, current, []),
        ...under.map((party) => changeOf("party", party.id, party, [])),
      ];
      return { ok: true, changes, mustBeUnchanged, outcome: undefined };
    },
  });
  if (!done.ok) throw new Error(`Review ${id} could not be set up: ${done.refusal}`);
};

const planGroupOf = async (
  { store, clock }: StartIo,
  { state: { cluster } }: Aggregate<"phase">,
  { group: id, number, plannedFor }: PhaseGroup,
  reviews: readonly Review["id"][],
  by: string,
): Promise<void> => {
  const done = await executeCommand(store)<undefined>({
    by,
    now: clock.now(),
    decide: async () => {
      if ((await store.load("group", id)) !== undefined) return { ok: true, changes: [], outcome: undefined };
      const decision = planGroup({ cycle: cycleOf(id), cluster, group: number, plannedFor, reviews }, clock.now());
      if (!decision.ok) return decision;
      return { ok: true, changes: [changeOf("group", id, undefined, decision.facts)], outcome: undefined };
    },
  });
  if (!done.ok) throw new Error(`Group ${id} could not be planned: ${done.refusal}`);
};

/** Sets up the reviews of a group after those of the group that it follows. One that fails keeps no other from it. */
const continueReviews = async (
  io: StartIo,
  phase: Aggregate<"phase">,
  group: PhaseGroup,
  by: string,
): Promise<readonly Review[]> => {
  const failures: unknown[] = [];
  const { reviews = [] } = (await io.store.load("group", group.follows))?.state ?? {};
  const { cluster, id } = phase.state;
  // A review that joined its group since the phase was opened does not belong to it.
  const before = (await io.store.loadMany("review", reviews)).filter(({ state: { party } }) =>
    group.reviews.includes(reviewIdOf(cluster, party, cycleOf(id))),
  );
  await pMap(
    before,
    (review) => continueOne(io, phase, group, review, by).catch((error: unknown) => failures.push(error)),
    { concurrency: maxConcurrency },
  );
  throwTogether(failures);
  return (await io.store.loadMany("review", group.reviews)).map(({ state }) => state);
};

/**
 * Sets up the rest of a phase that is being opened: its reviews, each after its predecessor, then its groups; then
 * records the completion. After an interruption it continues where it stopped. An open phase is unchanged.
 */
export const openPhaseOf = async (io: StartIo, id: PhaseId, by: string): Promise<void> => {
  const { store, clock } = io;
  const phase = await store.load("phase", id);
  if (phase?.state.state !== "opening") return;
  log("PHASE_OPENING", { phase: id });
  const parties = new Set<Review["party"]>();
  let count = 0;
  for (const group of phase.state.groups) {
    const reviews = await continueReviews(io, phase, group, by);
    for (const review of reviews)
      for (const { party } of Object.values(review.seats)) if (!isVacated(review, party)) parties.add(party);
    const ids = reviews.map(({ id: review }) => review);
    await planGroupOf(
      io,
      phase,
      group,
      group.reviews.filter((review) => ids.includes(review)),
      by,
    );
    count += ids.length;
  }
  const concerned = [...parties].toSorted();
  const setUp = { reviews: count, parties: concerned };
  const decide = (state: Aggregate<"phase">["state"]) => completePhaseOpening(state, setUp, clock.now());
  await executeOnAggregate(store)({ kind: "phase", id, by, now: clock.now(), decide });
};

/**
 * Returns the letters about entries of a phase's journal, as they are planned now: about its opening, and about the
 * last correction of that, by the current ledger.
 */
export const phaseLettersOf = async (
  { store, ledger, clock }: Pick<PlanningIo, "store" | "ledger" | "clock">,
  id: string,
  recorded: readonly JournalEntry[],
): Promise<readonly Letter[]> => {
  const letters = phaseLetters(recorded, clock.now());
  if (recorded.every(({ facts }) => facts.every(({ kind }) => kind !== "phase-corrected"))) return letters;
  const phase = await store.load("phase", id);
  const version = correctionVersion(recorded, phase?.state.corrected?.at);
  if (phase === undefined || version === undefined) return letters;
  const about = await all((paging) => ledger.ofSubject(aggregateKey("phase", id), paging));
  return [...letters, ...phaseCorrections(phase.state, version, about, clock.now())];
};

/** Plans the letters that an entry of a phase's journal calls for. Done again it changes nothing. */
export const planPhaseLetters = async (io: PlanningIo, id: string, entry: JournalEntry): Promise<void> => {
  const letters = await phaseLettersOf(io, id, [entry]);
  if (letters.length > 0) await planLetters(io, letters);
};
