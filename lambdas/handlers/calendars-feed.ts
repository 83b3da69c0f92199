import { refuse } from "../../domain/base/decision.ts";
import { hashOf, sha256 } from "../../domain/base/hash.ts";
import { calendarFile } from "../../domain/calendar/calendar-file.ts";
import { calendarWriter } from "../../domain/calendar/calendar-writer.ts";
import { datesOwner, ownDuties } from "../../domain/calendar/own-duties.ts";
import { isLinkInForce } from "../../domain/parties/calendar-links.ts";
import { partiesOfUser } from "../../domain/parties/users.ts";
import * as api from "../../schemas/api/endpoints/calendars.ts";
import type { Hash } from "../../schemas/base/ids.ts";
import type { Instant, Language } from "../../schemas/base/values.ts";
import type { User } from "../../schemas/model/user.ts";
import { loadCalendarWording } from "../io/calendar-words.ts";
import { optionalVariable } from "../io/env.ts";
import type { Store } from "../io/ports/store.ts";
import { partyNamesIn } from "../shell/http/names.ts";
import { ProblemError } from "../shell/http/problem.ts";
import { publicRoute, type PublicRouteIo, type Route } from "../shell/http/route.ts";
import { reviewsOfParties } from "../use-cases/accounts/reviews-of-parties.ts";
import { readableHeads } from "../use-cases/base/skip-unreadable.ts";

/** Nothing between may keep it: a link that was revoked shows nothing from the next request on. */
const keptByTheReader = "private, no-cache";

/** The language in which somebody gets letters. */
const languageFor = async (store: Store, { id, role, party }: User): Promise<Language> => {
  if (role === "permanent-mission" && party !== undefined) return (await store.mission(party))?.language ?? "en";
  return (await store.person(id))?.language ?? "en";
};

/** Whose link it is: `unknown` where nobody was ever given it, `revoked` where it is in force no more. */
const ownerOf = async (store: Store, link: Hash): Promise<User | "unknown" | "revoked"> => {
  const id = await store.userOfCalendarLink(link);
  const user = id === undefined ? undefined : (await store.load("user", id))?.state;
  if (user === undefined) return "unknown";
  return isLinkInForce(user, link) ? user : "revoked";
};

/** The calendar of somebody as a file, in the language in which they get letters. */
const calendarOf = async (io: PublicRouteIo, user: User, now: Instant): Promise<string> => {
  const parties = partiesOfUser(user);
  const [language, ids] = await Promise.all([languageFor(io.store, user), reviewsOfParties(io.store, parties)]);
  const heads = await readableHeads(io.store, "review", ids);
  const duties = ownDuties(
    datesOwner(user),
    heads.map(({ state }) => state),
    now,
  );
  const named = [...new Set([...parties, ...duties.flatMap(({ review, duty }) => [review.party, duty.party])])];
  const [wording, names] = await Promise.all([loadCalendarWording(language), partyNamesIn(language, io, named)]);
  const owner = parties.map((party) => names.get(party) ?? party).join(" / ");
  return calendarFile(calendarWriter(wording, names), {
    duties,
    owner,
    frontEndUrl: optionalVariable("FRONT_END_URL"),
  });
};

/** A calendar, for whoever holds its link. The secret is looked up by its hash, so that no time tells how much of it was right. */
export const calendarRoute = (io: PublicRouteIo): Route =>
  publicRoute(api.GetCalendar, io, async ({ params, now }) => {
    const owner = await ownerOf(io.store, sha256(params.link.slice(0, -".ics".length)));
    if (owner === "unknown") return refuse("not-found");
    if (owner === "revoked") throw new ProblemError("calendar-link-revoked");
    const reply = await calendarOf(io, owner, now);
    return {
      reply,
      headers: {
        "cache-control": keptByTheReader,
        "content-disposition": 'inline; filename="review-mechanism.ics"',
        "referrer-policy": "no-referrer",
        etag: `W/"${hashOf(reply).slice(0, 16)}"`,
      },
    };
  });
