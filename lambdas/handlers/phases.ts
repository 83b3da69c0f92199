import { refuse } from "../../domain/base/decision.ts";
import { dayOf } from "../../domain/base/time.ts";
import { countGate, gateGroups, type PhaseGate } from "../../domain/statistics/phase-gate.ts";
import { presentHistory } from "../../domain/statistics/present-history.ts";
import { foreseePhase, type PhaseOutlook, phaseToOpen } from "../../domain/oversight/phase-preview.ts";
import { joinedSince } from "../../domain/lots/joined-since.ts";
import { correctPhase } from "../../domain/parties/correct-phase.ts";
import { confirmMandates, openPhase, phaseOf } from "../../domain/parties/phases.ts";
import { may, refuseForParty } from "../../domain/review/permissions.ts";
import { actedAt } from "../../domain/review/outside-acts.ts";
import type { Refused } from "../../domain/base/decision.ts";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import {
  groupTimeline,
  nextPhases,
  phaseDetails,
  phasePreview,
  phaseViews,
  type PhasesKnown,
  type PhaseToDo,
} from "../../domain/views/phases.ts";
import * as api from "../../schemas/api/endpoints/phases.ts";
import type { PartyId, PhaseId } from "../../schemas/base/ids.ts";
import type { Group } from "../../schemas/model/group.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { changeOf, commandOn } from "../commands/execute-command.ts";
import { all } from "../io/pages.ts";
import type { Ids } from "../io/ports/accounts.ts";
import type { Store } from "../io/ports/store.ts";
import { isRefused } from "../shell/http/problem.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { livePairings } from "../use-cases/oversight/live-pairings.ts";

export interface PhaseIo extends RouteIo {
  readonly ids: Ids;
}

const groupAggregates = (store: Store): Promise<readonly Aggregate<"group">[]> =>
  all((paging) => store.list("group", paging));
const everyGroup = async (store: Store): Promise<readonly Group[]> =>
  (await groupAggregates(store)).map(({ state }) => state);

/** Returns the gate after a phase, from the current reviews of its groups. */
const gateAfter = async (store: Store, groups: readonly Group[], now: Instant): Promise<PhaseGate> => {
  const aggregates = await store.loadMany(
    "review",
    gateGroups(groups, dayOf(now)).flatMap(({ reviews }) => reviews),
  );
  return countGate(
    groups,
    aggregates.map(({ state }) => presentHistory(state)),
    now,
  );
};

const phasesKnown = async (store: Store, now: Instant): Promise<PhasesKnown> => {
  const [groups, opened] = await Promise.all([everyGroup(store), all((paging) => store.list("phase", paging))]);
  const gates = new Map<PhaseId, PhaseGate>();
  for (const next of nextPhases(groups, dayOf(now))) gates.set(next.id, await gateAfter(store, next.groups, now));
  return { groups, opened: opened.map(({ state }) => state), gates };
};

const viewOf = async (store: Store, id: PhaseId, now: Instant) => {
  const known = await phasesKnown(store, now);
  return { known, view: phaseViews(known, dayOf(now)).find((one) => one.id === id) };
};

const reviewsOf = async (store: Store, groups: readonly Pick<Group, "reviews">[]) => {
  const ids = new Set(groups.flatMap(({ reviews }) => reviews));
  return (await store.loadMany("review", [...ids])).map(({ state }) => state);
};

/** Returns the reviews of a phase as stored, and the parties that take part in them. */
const takingPart = async (store: Store, groups: readonly Pick<Group, "reviews">[]) => {
  const reviews = await reviewsOf(store, groups);
  const ids = new Set(reviews.flatMap(({ seats }) => Object.values(seats).map(({ party }) => party)));
  return { reviews, parties: (await store.loadMany("party", [...ids])).map(({ state }) => state) };
};

/** Returns the open tasks of the secretariat in an open phase, with the groups of the phase before it. */
const toDoIn = async (
  store: Store,
  { reviews, parties }: Awaited<ReturnType<typeof takingPart>>,
  before: readonly Group[],
  now: Instant,
): Promise<PhaseToDo> => {
  const reviewed = new Set(reviews.map(({ party }) => party));
  const missing = (await reviewsOf(store, before)).map(({ party }) => party).filter((party) => !reviewed.has(party));
  const withoutReview = (await store.loadMany("party", missing))
    .filter(({ state }) => state.participation === "takes-part")
    .map(({ state }) => state.id);
  return { joinedSince: joinedSince(reviews, parties, dayOf(now)), withoutReview: withoutReview.toSorted() };
};

/** The phases, as registered users read them. */
export const phaseRoutes = (io: RouteIo): readonly Route[] => [
  route(api.ListPhases, io, async ({ now }) => ({
    reply: { items: phaseViews(await phasesKnown(io.store, now), dayOf(now)) },
  })),

  route(api.GetPhase, io, async ({ params, actor, now }) => {
    const { known, view } = await viewOf(io.store, params.phaseId, now);
    if (view === undefined) return refuse("not-found");
    const phase = known.opened.find(({ id }) => id === params.phaseId);
    const before = known.groups.filter((group) => phase?.groups.some(({ follows }) => follows === group.id) === true);
    const gate = phase === undefined ? known.gates.get(view.id) : await gateAfter(io.store, before, now);
    const seesTo = view.state === "open" && may(actor, "phase.open", {}, now);
    const groups = known.groups.filter((group) => phaseOf(group) === view.id);
    const own = await takingPart(io.store, phase === undefined && !seesTo ? [] : [...groups, ...(phase?.groups ?? [])]);
    const toDo = seesTo ? await toDoIn(io.store, own, before, now) : undefined;
    return { reply: phaseDetails(view, { phase, gate, parties: own.parties, toDo }) };
  }),

  route(api.GetGroupTimeline, io, async ({ params, actor, now }) => {
    const group = await io.store.load("group", params.groupId);
    if (group === undefined) return refuse("not-found");
    const aggregates = await io.store.loadMany("review", group.state.reviews);
    const reviews = aggregates.map(({ state }) => state);
    return { reply: groupTimeline(group.state, reviews, now, may(actor, "figure-members.read", {}, now)) };
  }),

  route(api.ConfirmMandates, io, async ({ params, body, actor, now, change }) => {
    const { partyId } = params;
    const denied = refuseForParty(actor, "mandates.confirm", partyId, now);
    if (denied !== undefined) return denied;
    const acted = actedAt(actor, now);
    if (!acted.ok) return acted;
    return change(async () => {
      const [party, phase] = await Promise.all([io.store.load("party", partyId), io.store.load("phase", body.phase)]);
      if (party === undefined) return refuse("not-found");
      const decision = confirmMandates(party.state, phase?.state, acted.at);
      if (!decision.ok) return decision;
      const made = changeOf("party", partyId, party, decision.facts);
      const at = made.after.mandatesConfirmed?.find((one) => one.phase === body.phase)?.at ?? acted.at;
      const outcome = { reply: { party: partyId, phase: body.phase, confirmedAt: at } };
      return { ok: true, changes: decision.facts.length === 0 ? [] : [made], outcome };
    });
  }),
];

/** Returns the effects of opening a phase, from current reviews and pairings. */
const foresee = async (
  store: Store,
  phase: PhaseId,
  groups: readonly Group[],
  seedOf: (party: PartyId) => number,
  now: Instant,
): Promise<PhaseOutlook | Refused> => {
  const found = phaseToOpen(phase, groups, now);
  if (!found.ok) return found;
  const { pairings, reviews } = await livePairings(store, found.next.follows, now);
  return foreseePhase(found.next, { reviews: reviews.map(({ state }) => state), pairings }, seedOf, now);
};

/** A preview shows the parties for which lots would be drawn, without results: the opening draws with its own seeds. */
const unseeded = (): number => 0;

const previewRoute = (io: PhaseIo): Route =>
  route(api.PreviewPhaseOpening, io, async ({ params, now }) => {
    const outlook = await foresee(io.store, params.phaseId, await everyGroup(io.store), unseeded, now);
    if (isRefused(outlook)) return outlook;
    const reachable = await io.store.missions(outlook.parties);
    const withoutAddress = outlook.parties.filter((party) => !reachable.has(party));
    return { reply: phasePreview(outlook, withoutAddress) };
  });

const openRoute = (io: PhaseIo): Route =>
  route(api.OpenPhase, io, async ({ params, body, now, change }) => {
    const { phaseId } = params;
    const seeds = new Map<PartyId, number>();
    const seedOf = (party: PartyId): number => {
      const seed = seeds.get(party) ?? io.ids.seed();
      seeds.set(party, seed);
      return seed;
    };
    return change(async () => {
      const opened = await io.store.load("phase", phaseId);
      if (opened !== undefined) return refuse("phase-already-open", { openedOn: dayOf(opened.state.openedAt) });
      const aggregates = await groupAggregates(io.store);
      const groups = aggregates.map(({ state }) => state);
      const outlook = await foresee(io.store, phaseId, groups, seedOf, now);
      if (isRefused(outlook)) return outlook;
      const decision = openPhase(outlook.plan, body, outlook.drawings, now);
      if (!decision.ok) return decision;
      const made = changeOf("phase", phaseId, undefined, decision.facts);
      const reply = await openedView(io.store, made.after, now);
      if (reply === undefined) return refuse("not-found");
      // A party that enters at the same moment is first, or finds the phase open: its review is set up in either case.
      const mustBeUnchanged = aggregates
        .filter(({ id }) => outlook.plan.groups.some(({ follows }) => follows === id))
        .map((aggregate) => changeOf("group", aggregate.id, aggregate, []));
      return { ok: true, changes: [made], mustBeUnchanged, outcome: { reply, version: 1 } };
    });
  });

/** Returns the view of a phase after its opening. */
const openedView = async (store: Store, phase: Aggregate<"phase">["state"], now: Instant) => {
  const known = await phasesKnown(store, now);
  const others = known.opened.filter(({ id }) => id !== phase.id);
  return phaseViews({ ...known, opened: [...others, phase] }, dayOf(now)).find(({ id }) => id === phase.id);
};

/** The days on which the reviews were concluded that the gate after some groups counts. */
const concludedDays = async (
  store: Store,
  before: readonly Group[],
  now: Instant,
): Promise<readonly CalendarDate[]> => {
  const { concluded } = await gateAfter(store, before, now);
  return (await store.loadMany("review", concluded)).map(({ state }) => dayOf(state.stageSince));
};

const correctRoute = (io: PhaseIo): Route =>
  route(api.CorrectPhaseOpening, io, async ({ params, body, now, change }) =>
    change(async () => {
      const aggregate = await io.store.load("phase", params.phaseId);
      if (aggregate === undefined) return refuse("phase-not-open");
      const [aggregates, entries] = await Promise.all([
        groupAggregates(io.store),
        all((paging) => io.store.journalOf("phase", params.phaseId, paging)),
      ]);
      const own = aggregates.filter(({ state }) => phaseOf(state) === params.phaseId);
      const before = aggregates.map(({ state }) => state).filter((group) => phaseOf(group) === aggregate.state.follows);
      const opened = {
        phase: aggregate.state,
        recordedOn: dayOf(entries[0]?.recordedAt ?? now),
        groups: own.map(({ state }) => state),
        before,
        concludedOn: await concludedDays(io.store, before, now),
      };
      const decision = correctPhase(opened, { ...body.to, reason: body.reason }, now);
      // Of a correction and the start of a group one is first.
      const mustBeUnchanged = own.map((group) => changeOf("group", group.id, group, []));
      const made = commandOn(aggregate, decision, ({ state, version }) => ({ state, version }), { mustBeUnchanged });
      if (!made.ok) return made;
      const { state, version } = made.outcome;
      const reply = await openedView(io.store, state, now);
      return reply === undefined ? refuse("not-found") : { ...made, outcome: { reply, version } };
    }),
  );

/** The opening of a phase by the secretariat: previewed, then done, and corrected. */
export const phaseOpeningRoutes = (io: PhaseIo): readonly Route[] => [
  previewRoute(io),
  openRoute(io),
  correctRoute(io),
];
