import { datesOwner, ownObligations } from "../../../domain/calendar/own-obligations.ts";
import { isLinkInForce } from "../../../domain/parties/calendar-links.ts";
import { missionOf, partiesOfUser } from "../../../domain/parties/users.ts";
import type { Hash } from "../../../schemas/base/ids.ts";
import type { Instant, Language } from "../../../schemas/base/values.ts";
import type { User } from "../../../schemas/model/user.ts";
import { frontEndAddress } from "../../io/letter-sender.ts";
import type { Store } from "../../io/ports/store.ts";
import { calendarOfObligations } from "../base/calendar-of-obligations.ts";
import { readableAggregates } from "../base/skip-unreadable.ts";
import type { NamedParties } from "./named-parties.ts";
import { reviewsOfParties } from "./reviews-of-parties.ts";

interface CalendarIo {
  readonly store: Store;
  readonly parties: NamedParties;
}

/** Returns the language of a user's letters. */
const languageOfUser = async (store: Store, user: User): Promise<Language> => {
  const own = missionOf(user);
  const mission = own && (await store.mission(own));
  return (mission ?? (await store.person(user.id)))?.language ?? "en";
};

/** Returns a user's dates as a calendar file, in the language of their letters. */
const calendarOf = async (io: CalendarIo, user: User, now: Instant): Promise<string> => {
  const owners = partiesOfUser(user);
  const [language, ids] = await Promise.all([languageOfUser(io.store, user), reviewsOfParties(io.store, owners)]);
  const aggregates = await readableAggregates(io.store, "review", ids);
  const reviews = aggregates.map(({ state }) => state);
  const obligations = ownObligations(datesOwner(user), reviews, now);
  return calendarOfObligations(io, { obligations, language, owners, frontEndUrl: frontEndAddress() });
};

/**
 * Returns the calendar of a link, by the hash of its secret, or a refusal if the link never existed or is no longer
 * valid.
 */
export const readCalendar = async (
  io: CalendarIo,
  link: Hash,
  now: Instant,
): Promise<{ readonly calendar: string } | "unknown" | "revoked"> => {
  const id = await io.store.userOfCalendarLink(link);
  const user = id === undefined ? undefined : (await io.store.load("user", id))?.state;
  if (user === undefined) return "unknown";
  return isLinkInForce(user, link, now) ? { calendar: await calendarOf(io, user, now) } : "revoked";
};
