import type { CalendarDate } from "../../schemas/base/values.ts";
import type { ContactCounts } from "../../schemas/model/contact-counts.ts";
import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import { ContactWay } from "../../schemas/model/follow-up.ts";

export type RecordedContact = FactOf<"contact-recorded">;

export const isContact = (fact: Fact): fact is RecordedContact => fact.kind === "contact-recorded";

/** Counts contacts with parties by the day on which they took place, not by the day of recording. A way without contacts is left out. */
export const contactCounts = (contacts: readonly RecordedContact[], asAt: CalendarDate): ContactCounts => {
  const counted = contacts.filter(({ contactedOn }) => contactedOn <= asAt);
  return {
    number: counted.length,
    ways: ContactWay.options
      .map((way) => ({ way, count: counted.filter((contact) => contact.way === way).length }))
      .filter(({ count }) => count > 0),
  };
};
