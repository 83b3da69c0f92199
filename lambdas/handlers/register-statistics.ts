import { defined } from "../../schemas/base/defined.ts";
import { dayOf, addDays, startOfDay } from "../../domain/base/time.ts";
import { contactCounts, isContact, type RecordedContact } from "../../domain/registers/contact-counts.ts";
import { countedIn, registerStatistics } from "../../domain/registers/register-statistics.ts";
import { registerEntryView } from "../../domain/views/registers.ts";
import * as api from "../../schemas/api/endpoints/register-statistics.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { refuseWrongDays } from "./statistics.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { labelWords, loadWords } from "../io/words.ts";
import { registerEntriesAsKnown } from "../use-cases/oversight/register-entries-as-known.ts";
import type { AggregateKind } from "../../schemas/model/aggregate-kind.ts";
import type { Store } from "../io/ports/store.ts";
import { entriesAsKnown } from "../use-cases/oversight/history-as-known.ts";

const ofContacts: ReadonlySet<AggregateKind> = new Set<AggregateKind>(["contact-log"]);

/** Returns every contact with a party that was recorded by the end of a day, or by now. Reads the whole journal. */
const contactsAsKnown = async (
  store: Pick<Store, "feed">,
  knownOn: CalendarDate | undefined,
  now: Instant,
): Promise<readonly RecordedContact[]> => {
  const end = knownOn === undefined ? undefined : startOfDay(addDays(knownOn, 1));
  const entries = await entriesAsKnown(store, ofContacts, end, now);
  return entries.flatMap(({ facts }) => facts.filter(isContact));
};

interface Days {
  readonly asAt?: CalendarDate | undefined;
  readonly knownOn?: CalendarDate | undefined;
}

/** Entries of the registers with the days for which they are counted, which are checked first. */
const entriesFor = async (store: RouteIo["store"], query: Days, now: Instant) => {
  refuseWrongDays(query, dayOf(now));
  const { asAt = dayOf(now), knownOn } = query;
  const known = await registerEntriesAsKnown(store, knownOn, now);
  const entries = known.map(({ state }) => state);
  const versions = new Map(known.map(({ state, version }) => [state.id, version]));
  return { entries, versions, days: { asAt, ...defined({ knownOn }) } };
};

/** Routes of counts from the registers as at any day, and of the entries behind each count. */
export const registerStatisticsRoutes = (io: RouteIo): readonly Route[] => [
  route(api.GetRegisterStatistics, io, async ({ query, now, language }) => {
    const [{ entries, days }, words] = await Promise.all([
      entriesFor(io.store, query, now),
      loadWords(labelWords, language),
    ]);
    const contacts = contactCounts(await contactsAsKnown(io.store, days.knownOn, now), days.asAt);
    const counts = registerStatistics(entries, days.asAt, (name) => words.registerCounts[name].definition);
    return { reply: { ...days, counts, contacts } };
  }),

  route(api.ListRegisterMembers, io, async ({ params: { register }, query, cursors, now }) => {
    const { limit, cursor, ...criteria } = query;
    const { after = "" } = await cursors.open(cursor);
    const { entries, versions, days } = await entriesFor(io.store, criteria, now);
    const members = countedIn(register, entries, days.asAt).map((state) => ({
      place: `${state.content.happenedOn} ${state.id}`,
      state,
    }));
    const ahead = members.filter(({ place }) => place > after);
    const last = ahead.length > limit ? ahead[limit - 1]?.place : undefined;
    const items = ahead
      .slice(0, limit)
      .map(({ state }) => registerEntryView({ state, version: versions.get(state.id) ?? 0 }));
    return { reply: { register, ...days, count: members.length, items, ...(await cursors.seal(last)) } };
  }),
];
