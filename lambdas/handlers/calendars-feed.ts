import { refuse } from "../../domain/base/decision.ts";
import { sha256 } from "../../domain/base/hash.ts";
import * as api from "../../schemas/api/endpoints/calendars-feed.ts";
import { etagOfContent } from "../shell/http/etag.ts";
import { ProblemError } from "../shell/http/problem.ts";
import { publicRoute, type PublicRouteIo, type Route } from "../shell/http/route.ts";
import { readCalendar } from "../use-cases/accounts/read-calendar.ts";

/** Nothing between may keep it: a link that was revoked shows nothing from the next request on. */
const keptByTheReader = "private, no-cache";

/**
 * Returns the route of a calendar for the holder of its link. The secret is found by its hash, so that timing reveals
 * no part of it.
 */
export const calendarRoute = (io: PublicRouteIo): Route =>
  publicRoute(api.GetCalendar, io, async ({ params, now }) => {
    const found = await readCalendar(io, sha256(params.link.slice(0, -".ics".length)), now);
    if (found === "unknown") return refuse("not-found");
    if (found === "revoked") throw new ProblemError("calendar-link-revoked");
    const reply = found.calendar;
    return {
      reply,
      headers: {
        "cache-control": keptByTheReader,
        "content-disposition": 'inline; filename="review-mechanism.ics"',
        "referrer-policy": "no-referrer",
        etag: etagOfContent(reply),
      },
    };
  });
