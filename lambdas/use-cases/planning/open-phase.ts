import pMap from "p-map";
import { phaseLetters } from "../../../domain/letters/phase-letters.ts";
import { planGroup } from "../../../domain/parties/groups.ts";
import { completePhaseOpening } from "../../../domain/parties/phases.ts";
import { continueReview, type DepartedParty } from "../../../domain/review/commands/continue-review.ts";
import { isVacated } from "../../../domain/review/seat-turns.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { cycleOf, type PhaseId, reviewIdOf } from "../../../schemas/base/ids.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { PhaseGroup } from "../../../schemas/model/phase.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { all } from "../../io/pages.ts";
import { log } from "../../io/log.ts";
import { changeOf, executeCommand, executeOnAggregate } from "../../commands/execute-command.ts";
import { throwTogether } from "../base/work-on-each.ts";
import { planLetters, type PlanningIo } from "./plan-letters.ts";
import type { StartIo } from "./start-reviews.ts";

/** So many reviews are set up at once. */
const atOnce = 8;

/** Those who reviewed or were reviewed in a review and have left the Convention, with the day on which they did. */
const departedFrom = async ({ store }: StartIo, { seats }: Review): Promise<readonly DepartedParty[]> => {
  const parties = await store.loadMany(
    "party",
    Object.values(seats).map(({ party }) => party),
  );
  const gone = parties.filter(({ state }) => state.participation === "not-taking-part");
  const left = await pMap(gone, async ({ state: { id } }) => {
    const facts = (await all((paging) => store.journalOf("party", id, paging))).flatMap((entry) => entry.facts);
    const last = facts.findLast((fact) => fact.kind === "party-left");
    return last === undefined ? [] : [{ party: id, leftOn: last.leftOn, at: last.happenedAt }];
  });
  return left.flat();
};

/** Sets up one review after the one before, which must stand as it was read: whoever is named meanwhile serves in both. */
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
      const departed = await departedFrom({ store, clock }, current.state);
      const decision = continueReview(current.state, { id, cluster, group, drawing }, clock.now(), departed);
      if (!decision.ok) return decision;
      const changes = [changeOf("review", id, undefined, decision.facts)];
      return { ok: true, changes, mustBeUnchanged: [changeOf("review", current.id, current, [])], outcome: undefined };
    },
  });
  if (!done.ok) throw new Error(`Review ${id} could not be set up: ${done.refusal}`);
};

const planGroupOf = async (
  { store, clock }: StartIo,
  { state: { cluster } }: Aggregate<"phase">,
  { group: id, number, plannedFor, reviews }: PhaseGroup,
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
  // A review that its group took in since the phase was opened is none of it.
  const before = (await io.store.loadMany("review", reviews)).filter(({ state: { party } }) =>
    group.reviews.includes(reviewIdOf(cluster, party, cycleOf(id))),
  );
  await pMap(
    before,
    (review) => continueOne(io, phase, group, review, by).catch((error: unknown) => failures.push(error)),
    { concurrency: atOnce },
  );
  throwTogether(failures);
  return (await io.store.loadMany("review", group.reviews)).map(({ state }) => state);
};

/**
 * Sets up what is left of a phase that is being opened: its reviews, each after the one before, then its groups; and says
 * that it is done. Begun again after an interruption, it goes on where it stopped. A phase that is open is left alone.
 */
export const openPhaseOf = async (io: StartIo, id: PhaseId, by: string): Promise<void> => {
  const { store, clock } = io;
  const phase = await store.load("phase", id);
  if (phase?.state.state !== "opening") return;
  log("PHASE_OPENING", { phase: id });
  const parties = new Set<Review["party"]>();
  for (const group of phase.state.groups) {
    for (const review of await continueReviews(io, phase, group, by))
      for (const { party } of Object.values(review.seats)) if (!isVacated(review, party)) parties.add(party);
    await planGroupOf(io, phase, group, by);
  }
  const concerned = [...parties].toSorted();
  const decide = (state: Aggregate<"phase">["state"]) => completePhaseOpening(state, concerned, clock.now());
  await executeOnAggregate(store)({ kind: "phase", id, by, now: clock.now(), decide });
};

/** Plans the letters that an entry of a phase's journal calls for. Done again it changes nothing. */
export const planPhaseLetters = async (io: PlanningIo, entry: JournalEntry): Promise<void> => {
  const letters = phaseLetters([entry], io.clock.now());
  if (letters.length > 0) await planLetters(io, letters);
};
