import type { FactOf } from "../../schemas/model/fact.ts";
import type { User } from "../../schemas/model/user.ts";

/** Returns the user without a link to the calendar: its holders have no access any more. */
export const withoutCalendarLink = ({ calendarLink: _, ...user }: User): User => user;

/** Returns a user with the link that a fact gave out, or without any. */
export const withCalendarLink = (user: User, fact: FactOf<"calendar-link-issued" | "calendar-link-revoked">): User =>
  fact.kind === "calendar-link-revoked"
    ? withoutCalendarLink(user)
    : { ...user, calendarLink: { hash: fact.link, issuedAt: fact.happenedAt } };
