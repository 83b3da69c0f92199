import { sha256 } from "../../domain/base/hash.ts";
import { refuse } from "../../domain/base/decision.ts";
import type { Actor } from "../../domain/base/actor.ts";
import { issueCalendarLink, partyShown, revokeCalendarLink } from "../../domain/parties/calendar-links.ts";
import { may } from "../../domain/review/permissions.ts";
import * as api from "../../schemas/api/endpoints/calendars.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { User } from "../../schemas/model/user.ts";
import type { CalendarLinkView } from "../../schemas/views/calendar.ts";
import { commandOn } from "../commands/execute-command.ts";
import { randomSecret } from "../io/random.ts";
import { asParticipant } from "../use-cases/accounts/as-participant.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";

const linkView = (user: User): CalendarLinkView => ({
  ...(user.calendarLink === undefined ? {} : { issuedAt: user.calendarLink.issuedAt }),
  ...partyShown(user),
});

/** Missions have the dates of their party, delegates their own; others keep no dates. */
const mayShare = (actor: Actor, now: Instant): boolean =>
  may(actor, "calendar.share", { party: actor.party, person: actor.id }, now);

const getCalendarLinkRoute = (io: RouteIo): Route =>
  route(api.GetCalendarLink, io, async ({ actor, now }) => {
    if (!mayShare(actor, now)) return refuse("not-yours");
    const aggregate = await io.store.load("user", actor.id);
    return aggregate === undefined ? refuse("not-found") : { reply: linkView(aggregate.state) };
  });

const issueCalendarLinkRoute = (io: RouteIo): Route =>
  route(api.IssueCalendarLink, io, async ({ actor, now, change }) => {
    const participant = await asParticipant(io.store, actor, now);
    if (!may(participant, "calendar.issue", { party: actor.party }, now)) return refuse("not-yours");
    // Only this reply contains the secret; the system stores its hash.
    const secret = randomSecret();
    const link = sha256(secret);
    return change(async () => {
      const aggregate = await io.store.load("user", actor.id);
      if (aggregate === undefined) return refuse("not-found");
      const decision = issueCalendarLink(aggregate.state, link, now);
      return commandOn(
        aggregate,
        decision,
        ({ state }) => ({ reply: { ...linkView(state), issuedAt: now, feedPath: `/v1/calendars/${secret}.ics` } }),
        { sideRecords: [{ kind: "calendar-link", user: actor.id, link }] },
      );
    });
  });

const revokeCalendarLinkRoute = (io: RouteIo): Route =>
  route(api.RevokeCalendarLink, io, async ({ actor, now, change }) => {
    if (!mayShare(actor, now)) return refuse("not-yours");
    return change(async () => {
      const aggregate = await io.store.load("user", actor.id);
      if (aggregate === undefined) return refuse("not-found");
      const decision = revokeCalendarLink(aggregate.state, now);
      return commandOn(aggregate, decision, ({ state }) => ({ reply: linkView(state) }));
    });
  });

/** Routes of the link to a calendar with the caller's dates: its status, creation and revocation. */
export const calendarLinkRoutes = (io: RouteIo): readonly Route[] => [
  getCalendarLinkRoute(io),
  issueCalendarLinkRoute(io),
  revokeCalendarLinkRoute(io),
];
