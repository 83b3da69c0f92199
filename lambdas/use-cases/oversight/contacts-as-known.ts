import { addDays, startOfDay } from "../../../domain/base/time.ts";
import { isContact, type RecordedContact } from "../../../domain/registers/contact-counts.ts";
import type { AggregateKind } from "../../../schemas/model/aggregate-kind.ts";
import type { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import type { Store } from "../../io/ports/store.ts";
import { entriesAsKnown } from "./history-as-known.ts";

const ofContacts: ReadonlySet<AggregateKind> = new Set<AggregateKind>(["contact-log"]);

/** Returns every contact with a party that was recorded by the end of a day, or by now. Reads the whole journal. */
export const contactsAsKnown = async (
  store: Pick<Store, "feed">,
  knownOn: CalendarDate | undefined,
  now: Instant,
): Promise<readonly RecordedContact[]> => {
  const end = knownOn === undefined ? undefined : startOfDay(addDays(knownOn, 1));
  const entries = await entriesAsKnown(store, ofContacts, end, now);
  return entries.flatMap(({ facts }) => facts.filter(isContact));
};
