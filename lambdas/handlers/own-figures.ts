import type { Actor } from "../../domain/base/actor.ts";
import { partyName } from "../../domain/parties/party-names.ts";
import { knowsOfAct } from "../../domain/statistics/rows-shown.ts";
import { gateProjectionView } from "../../domain/views/gate-projection.ts";
import { stalledReviewsView } from "../../domain/views/stalled-reviews.ts";
import * as api from "../../schemas/api/endpoints/own-figures.ts";
import type { CalendarDate, Instant, Language } from "../../schemas/base/values.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { labelWords, loadWords } from "../io/words.ts";
import { reportOf, countOf, type Days } from "./statistics.ts";

const knownUpTo = (knownOn: CalendarDate | undefined) => (knownOn === undefined ? {} : { knownOn });

type FigureQuery = Parameters<typeof reportOf>[0] & Omit<Days, "since">;

/** Routes of two figures in addition to those of the status paper. Every request reads the whole journal. */
export const ownFigureRoutes = (io: RouteIo): readonly Route[] => {
  const stalledReviewsTo = async (actor: Actor, query: FigureQuery, now: Instant) => {
    const count = await countOf(io.store, reportOf(query, now), now);
    const data = { ...stalledReviewsView(count, knowsOfAct(actor, now)), ...knownUpTo(query.knownOn) };
    return { data, parties: count.mechanism.parties };
  };
  const gateProjectionIn = async ({ knownOn, ...query }: FigureQuery, language: Language, now: Instant) => {
    const [count, words] = await Promise.all([
      countOf(io.store, reportOf({ ...query, knownOn }, now), now),
      loadWords(labelWords, language),
    ]);
    return { data: { ...gateProjectionView(count, words), ...knownUpTo(knownOn) }, words };
  };
  return [
    route(api.GetStalledReviews, io, async ({ query, actor, now, language, format }) => {
      const { data, parties } = await stalledReviewsTo(actor, query, now);
      if (format !== "svg") return { reply: data };
      const [words, { drawStalledReviews }] = await Promise.all([
        loadWords(labelWords, language),
        // Few requests draw, so what draws is loaded for those.
        import("../../domain/views/draw-stalled-reviews.ts"),
      ]);
      const nameOf: Parameters<typeof drawStalledReviews>[1] = (party) => {
        const known = parties.get(party)?.party;
        return known === undefined ? party : partyName(known, language);
      };
      return { reply: drawStalledReviews(data, nameOf, { language, words }), type: "image/svg+xml" };
    }),

    route(api.GetGateProjection, io, async ({ query, now, language, format }) => {
      const { data, words } = await gateProjectionIn(query, language, now);
      if (format !== "svg") return { reply: data };
      const { drawGateProjection } = await import("../../domain/views/draw-gate-projection.ts");
      return { reply: drawGateProjection(data, { language, words }), type: "image/svg+xml" };
    }),
  ];
};
