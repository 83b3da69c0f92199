import { refuse } from "../../domain/base/decision.ts";
import { may } from "../../domain/review/permissions.ts";
import type { TimelineWords } from "../../domain/review/facts/timeline-words.ts";
import { partiesToName, timelineEvents, timelineFrame } from "../../domain/views/review-timeline.ts";
import * as api from "../../schemas/api/endpoints/review-timeline.ts";
import type { Language } from "../../schemas/base/values.ts";
import { all } from "../io/pages.ts";
import { partyNamesIn } from "../shell/http/names.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { labelWords, loadWords } from "../io/words.ts";

/** Loads the sentences of timelines, of all languages in one file, so that a kind of fact has its words in one place. */
const loadTimelines = (): Promise<{ readonly default: Readonly<Record<Language, TimelineWords>> }> =>
  import("../../domain/labels/timeline.json", { with: { type: "json" } });

/**
 * Route of a review's timeline, for callers who may read the review; each sees the facts that the review shows them.
 */
export const reviewTimelineRoute = (io: RouteIo): Route =>
  route(api.GetReviewTimeline, io, async ({ review, query, cursors, actor, now, language }) => {
    const aggregate = await review();
    if (aggregate === undefined || !may(actor, "review.read", { review: aggregate.state }, now))
      return refuse("not-found");
    const { after } = await cursors.open(query.cursor);
    const [recorded, group, labels, { default: timelines }] = await Promise.all([
      all((paging) => io.store.journalOf("review", aggregate.id, paging)),
      io.store.load("group", aggregate.state.group),
      loadWords(labelWords, language),
      loadTimelines(),
    ]);
    // The next request returns facts that were recorded after the review was read.
    const entries = recorded.filter(({ version }) => version <= aggregate.version);
    const partyNames = await partyNamesIn(language, io, partiesToName(entries));
    const reader = { actor, now, language, labels, words: timelines[language], partyNames };
    const left = timelineEvents(aggregate.state, entries, reader).filter(
      ({ place }) => after === undefined || place > after,
    );
    const page = left.slice(0, query.limit);
    const next = left.length > page.length ? page.at(-1)?.place : undefined;
    return {
      reply: {
        ...timelineFrame(aggregate.state, group?.state, reader),
        items: page.map(({ event }) => event),
        ...(await cursors.seal(next)),
      },
    };
  });
