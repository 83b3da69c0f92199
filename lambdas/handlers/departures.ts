import { refuse, type Refused } from "../../domain/base/decision.ts";
import { correctDeparture, undoDeparture } from "../../domain/review/commands/correct-departure.ts";
import { type Departed, leaveParty } from "../../domain/review/commands/leave-party.ts";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import { partyView } from "../../domain/views/parties.ts";
import * as api from "../../schemas/api/endpoints/departures.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { PartyView } from "../../schemas/views/core.ts";
import { changeOf, changesOf, type CommandDecision } from "../commands/execute-command.ts";
import { endStartChecks } from "../commands/guard-starts.ts";
import type { AnyChange } from "../io/ports/store.ts";
import { type Answer, route, type Route, type RouteIo } from "../shell/http/route.ts";
import { reviewsOfParties } from "../use-cases/accounts/reviews-of-parties.ts";
import { readDeparture, readSurroundings } from "../use-cases/oversight/read-departure.ts";

/** What is committed of a departure, its correction or its undoing: the party first, and each review that it changes. */
const committed = async (
  { store }: RouteIo,
  party: Aggregate<"party">,
  heads: readonly Aggregate<"review">[],
  decided: Departed | Refused,
  now: Instant,
): Promise<Refused | CommandDecision<Answer<PartyView>>> => {
  if (!decided.ok) return decided;
  if (decided.party.length === 0)
    return { ok: true, changes: [], outcome: { reply: partyView(party), version: party.version } };
  const made = changeOf("party", party.id, party, decided.party);
  const reviews = changesOf(
    heads,
    decided.reviews.map(({ id, facts }) => ({ review: { id }, facts })),
  );
  const ahead = await endStartChecks(store, reviews, now);
  const changes: readonly AnyChange[] = [made, ...reviews, ...ahead];
  const version = party.version + 1;
  const reply = partyView({ ...party, state: made.after, version });
  return { ok: true, changes, ahead, outcome: { reply, version } };
};

/** That a party left, as the secretariat records it, corrects it or undoes it. */
export const departureRoutes = (io: RouteIo): readonly Route[] => [
  route(api.LeaveParty, io, ({ params, body, now, change }) =>
    change(async () => {
      const party = await io.store.load("party", params.partyId);
      if (party === undefined) return refuse("not-found");
      const heads = await io.store.loadMany("review", await reviewsOfParties(io.store, [party.state.id]));
      const states = heads.map(({ state }) => state);
      return committed(io, party, heads, leaveParty(party.state, states, body, now), now);
    }),
  ),

  route(api.CorrectDeparture, io, ({ params, body, now, change }) =>
    change(async () => {
      const read = await readDeparture(io.store, params.partyId);
      if ("refusal" in read) return read;
      const decided = correctDeparture(read.departure, read.journals, body, now);
      return committed(io, read.party, read.heads, decided, now);
    }),
  ),

  route(api.UndoDeparture, io, ({ params, body, now, change }) =>
    change(async () => {
      const read = await readDeparture(io.store, params.partyId);
      if ("refusal" in read) return read;
      const around = await readSurroundings(io.store, read);
      const decided = undoDeparture(read.departure, { ...around, journals: read.journals }, body, now);
      const made = await committed(io, read.party, read.heads, decided, now);
      // A group that starts at the same moment is first, or starts the review as well.
      const mustBeUnchanged = around.unstarted.map((group) => changeOf("group", group.id, group, []));
      return made.ok && made.changes.length > 0 ? { ...made, mustBeUnchanged } : made;
    }),
  ),
];
