import type { Actor } from "../../domain/base/actor.ts";
import { partyName } from "../../domain/parties/party-names.ts";
import { partiesOfUser } from "../../domain/parties/users.ts";
import { may } from "../../domain/review/permissions.ts";
import type { FreeingAct } from "../../domain/statistics/stalled-reviews.ts";
import { gateProjectionView } from "../../domain/views/gate-projection.ts";
import { stalledReviewsView } from "../../domain/views/stalled-reviews.ts";
import * as api from "../../schemas/api/endpoints/own-figures.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { loadWords } from "../shell/http/words.ts";
import { countOf, type Days } from "./statistics.ts";

/**
 * Whose act somebody may know of: the secretariat of all, as in its worklist; who reads the missing nominations, of these;
 * a party of its own.
 */
const mayKnowOf =
  (actor: Actor, now: Instant) =>
  ({ act, party }: FreeingAct): boolean =>
    may(actor, "worklist.read", {}, now) ||
    (act === "focal-point" && may(actor, "missing-nominations.read", {}, now)) ||
    (party !== undefined && act !== "lots" && partiesOfUser(actor).includes(party));

const knownUpTo = (knownOn: CalendarDate | undefined) => (knownOn === undefined ? {} : { knownOn });

type StalledQuery = Parameters<typeof countOf>[1] & Omit<Days, "since">;

/** Two figures besides those of the status paper. Every request reads the whole journal. */
export const ownFigureRoutes = (io: RouteIo): readonly Route[] => {
  const stalledReviewsTo = async (actor: Actor, query: StalledQuery, now: Instant) => {
    const { count } = await countOf(io.store, query, now);
    const data = { ...stalledReviewsView(count, mayKnowOf(actor, now)), ...knownUpTo(query.knownOn) };
    return { data, parties: count.world.parties };
  };
  return [
    route(api.GetStalledReviewsFigure, io, async ({ query, actor, now, language }) => {
      const [{ data, parties }, words, { drawStalledReviews }] = await Promise.all([
        stalledReviewsTo(actor, query, now),
        loadWords(language),
        // Few requests draw, so what draws is loaded for those.
        import("../../domain/views/draw-stalled-reviews.ts"),
      ]);
      const nameOf: Parameters<typeof drawStalledReviews>[1] = (party) => {
        const known = parties.get(party)?.party;
        return known === undefined ? party : partyName(known, language);
      };
      return { reply: drawStalledReviews(data, nameOf, { language, words }) };
    }),

    route(api.GetStalledReviewsData, io, async ({ query, actor, now }) => ({
      reply: (await stalledReviewsTo(actor, query, now)).data,
    })),

    route(api.GetGateProjectionFigure, io, async ({ query, now, language }) => {
      const [{ count }, words, { drawGateProjection }] = await Promise.all([
        countOf(io.store, query, now),
        loadWords(language),
        import("../../domain/views/draw-gate-projection.ts"),
      ]);
      const data = { ...gateProjectionView(count, words), ...knownUpTo(query.knownOn) };
      return { reply: drawGateProjection(data, { language, words }) };
    }),

    route(api.GetGateProjectionData, io, async ({ query, now, language }) => {
      const [{ count }, words] = await Promise.all([countOf(io.store, query, now), loadWords(language)]);
      return { reply: { ...gateProjectionView(count, words), ...knownUpTo(query.knownOn) } };
    }),
  ];
};
