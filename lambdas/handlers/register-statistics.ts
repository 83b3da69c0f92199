import { defined } from "../../schemas/base/defined.ts";
import { dayOf } from "../../domain/base/time.ts";
import { contactCounts } from "../../domain/registers/contact-counts.ts";
import { countedIn, registerStatistics } from "../../domain/registers/register-statistics.ts";
import { registerEntryView } from "../../domain/views/registers.ts";
import * as api from "../../schemas/api/endpoints/register-statistics.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import { refuseWrongDays } from "./statistics.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { labelWords, loadWords } from "../io/words.ts";
import { contactsAsKnown } from "../use-cases/oversight/contacts-as-known.ts";
import { registerEntriesAsKnown } from "../use-cases/oversight/register-entries-as-known.ts";

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
