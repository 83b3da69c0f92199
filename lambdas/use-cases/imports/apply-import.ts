import pMap from "p-map";
import { aggregateKey } from "../../../domain/base/hash-chain.ts";
import type { Decision } from "../../../domain/base/decision.ts";
import { countRedraws, takeGroupOver } from "../../../domain/imports/group-and-count.ts";
import { takePhaseOver } from "../../../domain/imports/phases.ts";
import { completeImport } from "../../../domain/imports/import.ts";
import { readKept } from "../../../domain/imports/kept-import.ts";
import type { GroupImport } from "../../../domain/imports/paired-reviews.ts";
import type { PersonImport } from "../../../domain/imports/people.ts";
import { type ImportPlan, planImport, type ReviewImport } from "../../../domain/imports/plan.ts";
import { readContent } from "../../../domain/imports/sheets.ts";
import { importer } from "../../../domain/letters/notifications.ts";
import { setMissionContacts } from "../../../domain/parties/parties.ts";
import { addParty, registerUser } from "../../../domain/parties/users.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import type { Import } from "../../../schemas/model/import.ts";
import type { ImportId, ReviewId } from "../../../schemas/base/ids.ts";
import { unpackPages } from "../../io/packed-pages.ts";
import { log } from "../../io/log.ts";
import type { Clock } from "../../io/ports/time.ts";
import type { AnyChange } from "../../io/ports/commit.ts";
import type { Store } from "../../io/ports/store.ts";
import { documentRecords } from "../../commands/document-records.ts";
import { changeOf, executeCommand, executeOnAggregate } from "../../commands/execute-command.ts";
import { importParties } from "../accounts/import-parties.ts";
import { loadImportContext } from "./import-context.ts";

export interface ImportIo {
  readonly store: Store;
  readonly clock: Clock;
}

/** The actor that records imported data, so that no letter reports it; the facts name the user who ordered it. */
const by = importer;

/** The number of people, and of reviews, that are processed in parallel. */
const maxConcurrency = 8;

type Refusals = { about: string; refusal: string }[];

const factsOf = (decision: Decision): readonly Fact[] => {
  if (!decision.ok) throw new Error(`An import that was checked is refused: ${decision.refusal}`);
  return decision.facts;
};

/** Commits changes, decided again after a conflict; does nothing if there are none. */
const change = async ({ store, clock }: ImportIo, decide: () => Promise<readonly AnyChange[]>): Promise<void> => {
  await executeCommand(store)<undefined>({
    by,
    now: clock.now(),
    decide: async () => ({ ok: true, changes: await decide(), outcome: undefined }),
  });
};

const applyContacts = async (io: ImportIo, { missions }: ImportPlan): Promise<void> => {
  const set = ({ party, mission }: ImportPlan["missions"][number]) =>
    change(io, async () => {
      const aggregate = await io.store.load("party", party);
      if (aggregate === undefined || (await io.store.mission(party)) !== undefined) return [];
      const facts = factsOf(setMissionContacts(aggregate.state, io.clock.now(), { digest: mission.digest }));
      return [changeOf("party", party, aggregate, facts, [{ kind: "mission", party, mission }])];
    });
  await pMap(missions, set, { concurrency: maxConcurrency });
};

const applyRedraws = async (io: ImportIo, { redraws }: ImportPlan): Promise<void> => {
  const count = ({ party, number }: ImportPlan["redraws"][number]) =>
    change(io, async () => {
      const aggregate = await io.store.load("party", party);
      const facts = aggregate === undefined ? [] : factsOf(countRedraws(aggregate.state, number, io.clock.now()));
      return facts.length === 0 ? [] : [changeOf("party", party, aggregate, facts)];
    });
  await pMap(redraws, count, { concurrency: maxConcurrency });
};

/** Records when the phases of later clusters were opened, with the groups that came with the import. */
const applyPhases = async (io: ImportIo, id: ImportId, { phases }: ImportPlan): Promise<void> => {
  for (const phase of phases)
    await change(io, async () => {
      if ((await io.store.load("phase", phase.id)) !== undefined) return [];
      return [changeOf("phase", phase.id, undefined, factsOf(takePhaseOver(phase, id, io.clock.now())))];
    });
};

/** Registers a user, or adds the parties that they also serve. */
const applyPerson = async (io: ImportIo, id: ImportId, { user, person, parties }: PersonImport): Promise<void> => {
  const [first, ...others] = parties;
  if (first === undefined) return;
  await change(io, async () => {
    if ((await io.store.load("user", user)) !== undefined) return [];
    const registered = registerUser(
      { id: user, role: "delegate", party: first, counted: person, import: id },
      io.clock.now(),
    );
    return [changeOf("user", user, undefined, factsOf(registered), [{ kind: "person", user, person }])];
  });
  for (const party of [first, ...others])
    await change(io, async () => {
      const aggregate = await io.store.load("user", user);
      if (aggregate === undefined) return [];
      const facts = factsOf(addParty(aggregate.state, party, io.clock.now()));
      return facts.length === 0 ? [] : [changeOf("user", user, aggregate, facts)];
    });
};

/**
 * Records a review with all its imported facts, in one transaction. Returns true if another review has its position by
 * now.
 */
const applyReview = async (
  io: ImportIo,
  id: ImportId,
  { review, facts, frozen }: ReviewImport,
): Promise<"applied" | "taken"> => {
  let outcome: "applied" | "taken" = "applied";
  await change(io, async () => {
    const aggregate = await io.store.load("review", review.id);
    outcome = aggregate === undefined || aggregate.state.import === id ? "applied" : "taken";
    if (aggregate !== undefined) return [];
    return [changeOf("review", review.id, undefined, facts, documentRecords(review.id, frozen))];
  });
  return outcome;
};

/**
 * Records a group with its existing reviews, as planned or as started; returns true if another group has its position.
 */
const applyGroup = async (
  io: ImportIo,
  id: ImportId,
  group: GroupImport,
  reviews: readonly ReviewId[],
): Promise<"applied" | "taken"> => {
  let outcome: "applied" | "taken" = "applied";
  await change(io, async () => {
    const aggregate = await io.store.load("group", group.id);
    outcome = aggregate === undefined || aggregate.state.import === id ? "applied" : "taken";
    if (aggregate !== undefined) return [];
    const facts = factsOf(takeGroupOver(group, { reviews, by: id, now: io.clock.now() }));
    return [changeOf("group", group.id, undefined, facts)];
  });
  return outcome;
};

const applyReviews = async (io: ImportIo, id: ImportId, plan: ImportPlan): Promise<Refusals> => {
  const refused: Refusals = plan.refused.map(({ review, why }) => ({
    about: aggregateKey("review", review),
    refusal: why,
  }));
  const there = new Set<ReviewId>();
  const apply = async (one: ReviewImport): Promise<void> => {
    if ((await applyReview(io, id, one)) === "applied") there.add(one.review.id);
    else
      refused.push({ about: aggregateKey("review", one.review.id), refusal: "has its review of this cluster already" });
  };
  await pMap(plan.reviews, apply, { concurrency: maxConcurrency });
  for (const group of plan.groups) {
    const reviews = group.reviews.map((review) => review.id).filter((review) => there.has(review));
    if (reviews.length === 0 || (await applyGroup(io, id, group, reviews)) === "applied") continue;
    refused.push({ about: aggregateKey("group", group.id), refusal: "is there already" });
  }
  return refused;
};

const planOf = async (io: ImportIo, { id, orderedBy, orderedAt, pages }: Import): Promise<ImportPlan | undefined> => {
  const kept = await io.store.importPages(id, pages);
  if (kept === undefined) return undefined;
  const { source, sheets } = readKept(unpackPages(kept));
  const { content } = readContent(sheets);
  return planImport(content, await loadImportContext(io.store, content, id), { id, orderedBy, orderedAt, source });
};

/**
 * Applies the rest of an import: parties and their missions, people, then each review, and the groups that contain
 * them. After an interruption it continues where it stopped; an applied import is unchanged. A parallel change prevents
 * the import of that review only; the import reports it.
 */
export const applyImport = async (io: ImportIo, id: ImportId): Promise<void> => {
  const aggregate = await io.store.load("import", id);
  if (aggregate?.state.state !== "applying") return;
  const plan = await planOf(io, aggregate.state);
  if (plan === undefined) throw new Error(`What ${id} says is not kept any more`);
  log("IMPORT_APPLYING", { import: id, reviews: plan.reviews.length, people: plan.people.length });
  const registered = await importParties(io.store, plan.parties, by, io.clock.now());
  if (!registered.ok) throw new Error(`An import that was checked is refused: ${registered.refusal}`);
  await applyContacts(io, plan);
  await applyRedraws(io, plan);
  await pMap(plan.people, (person) => applyPerson(io, id, person), { concurrency: maxConcurrency });
  const refused = await applyReviews(io, id, plan);
  await applyPhases(io, id, plan);
  const now = io.clock.now();
  const decide = (state: Import) => completeImport(state, refused, now);
  await executeOnAggregate(io.store)({ kind: "import", id, by, now, decide });
  await io.store.forgetImport(id, aggregate.state.pages);
};
