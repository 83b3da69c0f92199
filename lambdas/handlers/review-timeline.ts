import { refuse } from "../../domain/base/decision.ts";
import { may } from "../../domain/review/permissions.ts";
import { partiesToName, timelineEvents, timelineFrame } from "../../domain/views/review-timeline.ts";
import * as api from "../../schemas/api/endpoints/review-timeline.ts";
import { all } from "../io/pages.ts";
import { partyNamesIn } from "../shell/http/names.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { loadTimelineWords, loadWords } from "../io/label-words.ts";

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
      loadTimelineWords(language),
    ]);
    // What was recorded after the review was read is told with the next reading.
    const entries = recorded.filter(({ version }) => version <= head.version);
    const partyNames = await partyNamesIn(language, io, partiesToName(entries));
    const reader = { actor, now, language, labels, words, partyNames };
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
