import type { FactOf } from "../../schemas/model/fact.ts";
import type { User } from "../../schemas/model/user.ts";

/** Whoever had a link to the calendar of the user reads it no more. */
export const withoutCalendarLink = ({ calendarLink: _, ...user }: User): User => user;

/** A user with the link that a fact gave out, or without any. */
export const withCalendarLink = (user: User, fact: FactOf<"calendar-link-issued" | "calendar-link-revoked">): User =>
  fact.kind === "calendar-link-revoked"
    ? withoutCalendarLink(user)
    : { ...user, calendarLink: { hash: fact.link, issuedAt: fact.happenedAt } };
