import type { RecordedEntry } from "./course.ts";
import { isOf } from "./facts.ts";

const ways = ["call", "briefing", "field-office", "president", "meeting-attempted"];

/** The contacts with parties that took place by the end of a day, by way. */
export const contactsOn = (journals: ReadonlyMap<string, readonly RecordedEntry[]>, day: string) => {
  const all = [...journals.values()].flatMap((facts) =>
    facts.flatMap(({ fact }) => (isOf("contact-recorded", fact) && fact.contactedOn <= day ? [fact.way] : [])),
  );
  return {
    number: all.length,
    ways: ways.flatMap((way) => {
      const count = all.filter((one) => one === way).length;
      return count === 0 ? [] : [{ way, count }];
    }),
  };
};
