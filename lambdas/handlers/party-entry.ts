import { phaseOf } from "../../domain/parties/phases.ts";
import { refuse, type Refused } from "../../domain/base/decision.ts";
import { type EntryPlace, enterParty, previewEntry } from "../../domain/review/commands/enter-party.ts";
import { recordDeferral } from "../../domain/lots/serving-deferral.ts";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import { partyView } from "../../domain/views/parties.ts";
import { entryPreviewView, pairingRecord } from "../../domain/views/redraws.ts";
import * as api from "../../schemas/api/endpoints/party-entry.ts";
import { cycleOf, type GroupId, groupIdOf, type PartyId, type PhaseId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { changeOf, commandOn } from "../commands/execute-command.ts";
import { all } from "../io/pages.ts";
import type { AnyChange } from "../io/ports/commit.ts";
import type { Store } from "../io/ports/store.ts";
import { route, type Route } from "../shell/http/route.ts";
import { type Live, pairingsIn, type PairingsRead, readPairings } from "../use-cases/oversight/live-pairings.ts";
import { onceWithout, type RedrawIo, unchangedWith } from "./redraws.ts";

/** A group with all live pairings of its phase. */
interface GroupRead {
  readonly group: Aggregate<"group">;
  readonly live: Live;
}

interface PlaceRead extends GroupRead {
  readonly party: Aggregate<"party">;
  /** The group with that number in later phases that are already open, in order. */
  readonly later: readonly GroupRead[];
  readonly place: EntryPlace;
}

/** Returns the group with a number in later open phases; refuses while such a phase has yet to plan it. */
const readLater = async (
  store: Store,
  read: PairingsRead,
  { state: group }: Aggregate<"group">,
  now: Instant,
): Promise<readonly GroupRead[] | Refused> => {
  const phases = (await all((paging) => store.list("phase", paging))).map(({ state }) => state);
  const later: GroupRead[] = [];
  const after = (id: PhaseId) => phases.find(({ follows }) => follows === id);
  for (let phase = after(phaseOf(group)); phase !== undefined; phase = after(phase.id)) {
    const id = groupIdOf(phase.cluster, group.group, cycleOf(phase.id));
    const planned = read.groups.find(({ state }) => state.id === id);
    if (planned === undefined) return refuse("group-not-planned", { group: id });
    later.push({ group: planned, live: pairingsIn(read, phase.id, now) });
  }
  return later;
};

/** Returns a party and the group that it will enter, with all live pairings of the cluster, and of later open ones. */
const readPlace = async (
  store: Store,
  partyId: PartyId,
  groupId: GroupId,
  now: Instant,
): Promise<PlaceRead | Refused> => {
  const [party, group] = await Promise.all([store.load("party", partyId), store.load("group", groupId)]);
  if (party === undefined) return refuse("not-found");
  if (group === undefined) return refuse("group-not-planned", { group: groupId });
  const read = await readPairings(store);
  const live = pairingsIn(read, phaseOf(group.state), now);
  const later = await readLater(store, read, group, now);
  if ("refusal" in later) return later;
  const places = later.map((one) => ({ group: one.group.state, live: one.live.pairings }));
  const place = { party: party.state, group: group.state, live: live.pairings, later: places };
  return { party, group, live, later, place };
};

/** Parties that come after the lots were drawn, by a decision, as the secretariat records it. */
const entryRoutes = (io: RedrawIo): readonly Route[] => [
  route(api.PreviewPartyEntry, io, async ({ params, body, now }) => {
    const read = await readPlace(io.store, params.partyId, body.group, now);
    if ("refusal" in read) return read;
    const previewed = previewEntry(read.place, body.limitWaived === true, now);
    return previewed.ok ? { reply: entryPreviewView(previewed.preview, read.group.state.id) } : previewed;
  }),

  route(api.EnterParty, io, ({ params, body, now, change }) => {
    const seed = io.ids.seed();
    return change(async () => {
      const read = await readPlace(io.store, params.partyId, body.group, now);
      if ("refusal" in read) return read;
      const { party, group, live, later, place } = read;
      const entered = enterParty(place, body, seed, now);
      if (!entered.ok) return entered;
      const review = changeOf("review", entered.id, undefined, entered.review);
      const changes: readonly AnyChange[] = [
        changeOf("party", party.id, party, entered.party),
        changeOf("group", group.id, group, entered.group),
        review,
        ...entered.later.flatMap((one): readonly AnyChange[] => {
          const { id, facts } = one.group;
          const aggregate = later.find((other) => other.group.id === id)?.group;
          return [changeOf("group", id, aggregate, facts), changeOf("review", one.id, undefined, one.review)];
        }),
      ];
      const drawn = Object.values(review.after.seats).map((seat) => seat.party);
      const reply = pairingRecord({ state: review.after, version: 1 }, [{ facts: [...entered.review] }]);
      return {
        ok: true,
        changes,
        mustBeUnchanged: onceWithout(
          [live, ...later.map((one) => one.live)].flatMap((each) => unchangedWith(drawn, review.after, each)),
          [],
        ),
        outcome: { reply, version: 1, location: `/v1/reviews/${review.id}` },
      };
    });
  }),
];

/** Routes by which the secretariat records that a party defers its service as reviewer. */
const partyChangeRoutes = (io: RedrawIo): readonly Route[] => [
  route(api.DeferServing, io, ({ params, body, now, change }) =>
    change(async () => {
      const party = await io.store.load("party", params.partyId);
      if (party === undefined) return refuse("not-found");
      const decision = recordDeferral(party.state, body, now);
      return commandOn(party, decision, (after) => ({ reply: partyView(after), version: after.version }));
    }),
  ),
];

/**
 * Routes by which the secretariat records parties apart from the lots: new parties, and parties that defer their
 * service.
 */
export const partyEntryRoutes = (io: RedrawIo): readonly Route[] => [...entryRoutes(io), ...partyChangeRoutes(io)];
