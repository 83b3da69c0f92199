import { refuse } from "../../domain/base/decision.ts";
import { may } from "../../domain/review/permissions.ts";
import { partiesToName, timelineEvents, timelineFrame } from "../../domain/views/review-timeline.ts";
import type { TimelineWords } from "../../domain/views/timeline-rows.ts";
import * as api from "../../schemas/api/endpoints/review-timeline.ts";
import type { Language } from "../../schemas/base/values.ts";
import { all } from "../io/pages.ts";
import { partyNamesIn } from "../shell/http/names.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { loadWords } from "../shell/http/words.ts";

/** One file per language; one that lacks a sentence does not compile. */
const wordFiles: Readonly<Record<Language, () => Promise<{ readonly default: TimelineWords }>>> = {
  ar: () => import("../../domain/labels/timeline.ar.json", { with: { type: "json" } }),
  en: () => import("../../domain/labels/timeline.en.json", { with: { type: "json" } }),
  es: () => import("../../domain/labels/timeline.es.json", { with: { type: "json" } }),
  fr: () => import("../../domain/labels/timeline.fr.json", { with: { type: "json" } }),
  ru: () => import("../../domain/labels/timeline.ru.json", { with: { type: "json" } }),
  zh: () => import("../../domain/labels/timeline.zh.json", { with: { type: "json" } }),
};

/** The timeline of a review, for whoever may read it: each is told what they see in the review. */
export const reviewTimelineRoute = (io: RouteIo): Route =>
  route(api.GetReviewTimeline, io, async ({ review, query, cursors, actor, now, language }) => {
    const head = await review();
    if (head === undefined || !may(actor, "review.read", { review: head.state }, now)) return refuse("not-found");
    const { after } = await cursors.open(query.cursor);
    const [recorded, group, labels, words] = await Promise.all([
      all((paging) => io.store.journalOf("review", head.id, paging)),
      io.store.load("group", head.state.group),
      loadWords(language),
      wordFiles[language](),
    ]);
    // What was recorded after the review was read is told with the next reading.
    const entries = recorded.filter(({ version }) => version <= head.version);
    const partyNames = await partyNamesIn(language, io, partiesToName(entries));
    const reader = { actor, now, language, labels, words: words.default, partyNames };
    const left = timelineEvents(head.state, entries, reader).filter(
      ({ place }) => after === undefined || place > after,
    );
    const page = left.slice(0, query.limit);
    const next = left.length > page.length ? page.at(-1)?.place : undefined;
    return {
      reply: {
        ...timelineFrame(head.state, group?.state, reader),
        items: page.map(({ event }) => event),
        ...(await cursors.seal(next)),
      },
    };
  });
