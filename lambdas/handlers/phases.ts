import { refuse } from "../../domain/base/decision.ts";
import { dayOf } from "../../domain/base/time.ts";
import { countGate, gateGroups, type PhaseGate } from "../../domain/oversight/phase-gate.ts";
import { foreseePhase, type PhaseOutlook, phaseToOpen } from "../../domain/oversight/phase-preview.ts";
import { confirmMandates, openPhase } from "../../domain/parties/phases.ts";
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
} from "../../domain/views/phases.ts";
import * as api from "../../schemas/api/endpoints/phases.ts";
import type { PartyId, PhaseId } from "../../schemas/base/ids.ts";
import type { Group } from "../../schemas/model/group.ts";
import type { Phase } from "../../schemas/model/phase.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { changeOf } from "../commands/execute-command.ts";
import { all } from "../io/pages.ts";
import type { Ids } from "../io/ports/accounts.ts";
import type { Store } from "../io/ports/store.ts";
import { isRefused } from "../shell/http/problem.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { livePairings } from "../use-cases/oversight/live-pairings.ts";

export interface PhaseIo extends RouteIo {
  readonly ids: Ids;
}

const everyGroup = async (store: Store): Promise<readonly Group[]> =>
  (await all((paging) => store.list("group", paging))).map(({ state }) => state);

/** The gate after a phase, as the reviews of its groups stand now. */
const gateAfter = async (store: Store, groups: readonly Group[], now: Instant): Promise<PhaseGate> => {
  const heads = await store.loadMany(
    "review",
    gateGroups(groups, dayOf(now)).flatMap(({ reviews }) => reviews),
  );
  return countGate(
    groups,
    heads.map(({ state }) => state),
    dayOf(now),
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

/** The parties that take part in the reviews of a phase which was opened. */
const partiesOf = async (store: Store, { groups }: Phase) => {
  const heads = await store.loadMany(
    "review",
    groups.flatMap(({ reviews }) => reviews),
  );
  const parties = new Set(heads.flatMap(({ state }) => Object.values(state.seats).map(({ party }) => party)));
  return (await store.loadMany("party", [...parties])).map(({ state }) => state);
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
    const parties = phase === undefined ? [] : await partiesOf(io.store, phase);
    const namesUnconfirmed = may(actor, "phase.open", {}, now);
    return { reply: phaseDetails(view, { phase, gate, parties, namesUnconfirmed }) };
  }),

  route(api.GetGroupTimeline, io, async ({ params, actor, now }) => {
    const group = await io.store.load("group", params.groupId);
    if (group === undefined) return refuse("not-found");
    const heads = await io.store.loadMany("review", group.state.reviews);
    const reviews = heads.map(({ state }) => state);
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

/** What opening a phase would bring about, by how reviews and pairings stand now. */
const foresee = async (
  store: Store,
  phase: PhaseId,
  seedOf: (party: PartyId) => number,
  now: Instant,
): Promise<PhaseOutlook | Refused> => {
  const found = phaseToOpen(phase, await everyGroup(store), now);
  if (!found.ok) return found;
  const { pairings, reviews } = await livePairings(store, found.next.follows, now);
  return foreseePhase(found.next, { reviews: reviews.map(({ state }) => state), pairings }, seedOf, now);
};

/** A preview tells for whom lots would be drawn, and not whom they would give: the opening draws by seeds of its own. */
const unseeded = (): number => 0;

const previewRoute = (io: PhaseIo): Route =>
  route(api.PreviewPhaseOpening, io, async ({ params, now }) => {
    const outlook = await foresee(io.store, params.phaseId, unseeded, now);
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
      const outlook = await foresee(io.store, phaseId, seedOf, now);
      if (isRefused(outlook)) return outlook;
      const decision = openPhase(outlook.plan, body, outlook.drawings, now);
      if (!decision.ok) return decision;
      const made = changeOf("phase", phaseId, undefined, decision.facts);
      const reply = await openedView(io.store, made.after, now);
      return reply === undefined ? refuse("not-found") : { ok: true, changes: [made], outcome: { reply, version: 1 } };
    });
  });

/** A phase as it stands once it was opened. */
const openedView = async (store: Store, phase: Aggregate<"phase">["state"], now: Instant) => {
  const known = await phasesKnown(store, now);
  return phaseViews({ ...known, opened: [...known.opened, phase] }, dayOf(now)).find(({ id }) => id === phase.id);
};

/** The opening of a phase by the secretariat: previewed, then done. */
export const phaseOpeningRoutes = (io: PhaseIo): readonly Route[] => [previewRoute(io), openRoute(io)];
