import { accept, refuse, type Refused } from "../../domain/base/decision.ts";
import { previewDenunciation } from "../../domain/letters/denunciation-preview.ts";
import {
  approveDenunciation,
  orderDenunciation,
  withdrawDenunciationOrder,
} from "../../domain/parties/order-denunciation.ts";
import { correctDenunciation, undoDenunciation } from "../../domain/review/commands/correct-denunciation.ts";
import {
  type DenunciationChanges,
  type Denunciation,
  recordDenunciation,
} from "../../domain/review/commands/record-denunciation.ts";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import { secretariatPartyView } from "../../domain/views/parties.ts";
import { denunciationPreviewView } from "../../domain/views/denunciations.ts";
import * as api from "../../schemas/api/endpoints/denunciations.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { PartyView } from "../../schemas/views/core.ts";
import { changeOf, changesOf, type CommandDecision, commandOn } from "../commands/execute-command.ts";
import { endStartChecks } from "../commands/guard-starts.ts";
import { secondPersonAsRead } from "../commands/second-person.ts";
import type { Answer } from "../shell/http/answer.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { reviewsOfParties } from "../use-cases/accounts/reviews-of-parties.ts";
import { readDenunciation, readSurroundings } from "../use-cases/oversight/read-denunciation.ts";

const partyReply = (party: Aggregate<"party">) => ({ reply: secretariatPartyView(party), version: party.version });

/**
 * Returns the changes of a denunciation, its correction or its undoing: the party first, then each review that changes.
 */
const committed = async (
  { store }: RouteIo,
  party: Aggregate<"party">,
  aggregates: readonly Aggregate<"review">[],
  decided: DenunciationChanges | Refused,
  now: Instant,
): Promise<Refused | CommandDecision<Answer<PartyView>>> => {
  if (!decided.ok) return decided;
  const made = commandOn(party, accept(decided.party), partyReply);
  if (!made.ok || made.changes.length === 0) return made;
  const reviews = changesOf(
    aggregates,
    decided.reviews.map(({ id, facts }) => ({ review: { id }, facts })),
  );
  const ahead = await endStartChecks(store, reviews, now);
  return { ...made, changes: [...made.changes, ...reviews, ...ahead], ahead };
};

/** A party with the reviews that it participates in. */
const readParty = async (store: RouteIo["store"], id: PartyId) => {
  const party = await store.load("party", id);
  if (party === undefined) return undefined;
  const aggregates = await store.loadMany("review", await reviewsOfParties(store, [party.state.id]));
  return { party, aggregates, reviews: aggregates.map(({ state }) => state) };
};

type PartyRead = NonNullable<Awaited<ReturnType<typeof readParty>>>;

/** The effects of a denunciation, from the party, its reviews and the addresses of missions as they are now. */
const preview = async (
  store: RouteIo["store"],
  { party, reviews }: PartyRead,
  denunciation: Denunciation,
  now: Instant,
) => {
  const parties = reviews.flatMap(({ seats }) => Object.values(seats).map((seat) => seat.party));
  const missions = await store.missions([...new Set(parties)]);
  return previewDenunciation(party.state, { reviews, reachable: new Set(missions.keys()) }, denunciation, now);
};

const approvalRoute = (io: RouteIo): Route =>
  route(api.ApproveDenunciation, io, ({ params, actor, now, change }) =>
    change(async () => {
      const read = await readParty(io.store, params.partyId);
      if (read === undefined) return refuse("not-found");
      const { party, aggregates, reviews } = read;
      const { denunciationOrder: order } = party.state;
      if (order === undefined) return refuse("denunciation-not-ordered");
      const { people, unchanged } = await secondPersonAsRead(io.store, actor.id, order.orderedBy);
      const { leftOn, document } = order;
      const denunciation = { leftOn, document };
      const approved = approveDenunciation(party.state, people, await preview(io.store, read, denunciation, now), now);
      if (!approved.ok) return approved;
      const left = recordDenunciation(party.state, reviews, denunciation, now);
      const decided = left.ok ? { ...left, party: [...approved.facts, ...left.party] } : left;
      const made = await committed(io, party, aggregates, decided, now);
      return made.ok ? { ...made, mustBeUnchanged: unchanged } : made;
    }),
  );

const undoingRoute = (io: RouteIo): Route =>
  route(api.ReverseDenunciation, io, ({ params, body, now, change }) =>
    change(async () => {
      const party = await io.store.load("party", params.partyId);
      const withdrawn = party && withdrawDenunciationOrder(party.state, body.reason, now);
      if (party !== undefined && withdrawn !== undefined) return commandOn(party, withdrawn, partyReply);
      const read = await readDenunciation(io.store, params.partyId);
      if ("refusal" in read) return read;
      const around = await readSurroundings(io.store, read);
      const decided = undoDenunciation(read.denunciation, { ...around, journals: read.journals }, body, now);
      const made = await committed(io, read.party, read.aggregates, decided, now);
      // A group that starts at the same moment is first, or starts the review as well.
      const mustBeUnchanged = around.unstarted.map((group) => changeOf("group", group.id, group, []));
      return made.ok && made.changes.length > 0 ? { ...made, mustBeUnchanged } : made;
    }),
  );

/** The denunciation of a party: previewed, ordered, approved by a second person, corrected, and undone. */
export const denunciationRoutes = (io: RouteIo): readonly Route[] => [
  route(api.PreviewDenunciation, io, async ({ params, body, now }) => {
    const read = await readParty(io.store, params.partyId);
    if (read === undefined) return refuse("not-found");
    const previewed = await preview(io.store, read, body, now);
    return previewed.ok ? { reply: denunciationPreviewView(previewed.preview) } : previewed;
  }),

  route(api.OrderDenunciation, io, ({ params, body, actor, now, change }) =>
    change(async () => {
      const read = await readParty(io.store, params.partyId);
      if (read === undefined) return refuse("not-found");
      const previewed = await preview(io.store, read, body, now);
      const order = { ...body, orderedBy: actor.id };
      return commandOn(read.party, orderDenunciation(read.party.state, order, previewed, now), partyReply);
    }),
  ),

  approvalRoute(io),

  route(api.CorrectDenunciation, io, ({ params, body, now, change }) =>
    change(async () => {
      const read = await readDenunciation(io.store, params.partyId);
      if ("refusal" in read) return read;
      const correction = { ...body.to, reason: body.reason };
      const decided = correctDenunciation(read.denunciation, read.journals, correction, now);
      return committed(io, read.party, read.aggregates, decided, now);
    }),
  ),

  undoingRoute(io),
];
