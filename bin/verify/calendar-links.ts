import * as z from "zod";
import { dayOf } from "./calendar.ts";
import { entriesIn, nameOfEntry } from "./calendar-files.ts";
import { type Course, type RecordedEntry, seatsAt, type Span } from "./course.ts";
import { isServing } from "./mandate-times.ts";
import type { Tally } from "./finding.ts";
import type { Entry, Send } from "./read.ts";
import type { LoggedRequest } from "./request-log.ts";
import type { ObligationKind } from "./rules.ts";

const rule =
  "Roles and access: a calendar link shows the obligations in which its owner has a part by a mandate, or its party's";

const Issued = z.object({ feedPath: z.string(), issuedAt: z.string() });

const work: readonly ObligationKind[] = ["questionnaire", "feedback", "clarification"];
const kindsOfRole: Readonly<Record<string, readonly ObligationKind[]>> = {
  "focal-point": [...work, "agreement"],
  expert: work,
  observer: [],
};

/** The last link of each caller that is in force. */
const linksIn = (log: readonly LoggedRequest[]): readonly z.infer<typeof Issued>[] => {
  const links = new Map<string, z.infer<typeof Issued>>();
  for (const { method, path, as = "", status, reply } of log) {
    if (path !== "/v1/me/calendar" || status >= 300) continue;
    if (method === "POST") links.set(as, Issued.parse(reply));
    if (method === "DELETE") links.delete(as);
  }
  return [...links.values()];
};

interface Owner {
  readonly user: string;
  readonly party?: string | undefined;
}

/** The user whose journal says that the link was issued then, with the party whose calendar it shows. */
const ownerOf = (journals: ReadonlyMap<string, readonly Entry[]>, issuedAt: string): Owner | undefined => {
  for (const [subject, entries] of journals) {
    if (!subject.startsWith("user#")) continue;
    const fact = entries
      .flatMap(({ facts }) => facts)
      .find((one) => one.kind === "calendar-link-issued" && one["happenedAt"] === issuedAt);
    if (fact === undefined) continue;
    const party = typeof fact["party"] === "string" ? fact["party"] : undefined;
    return { user: subject.slice("user#".length), party };
  }
  return undefined;
};

const latestSpans = ({ spans }: Course): readonly Span[] => [
  ...new Map(spans.map((span) => [span.obligation, span])).values(),
];

/** The obligations that a link must show now. */
const spansOf = ({ user, party }: Owner, courses: readonly Course[], now: string): readonly Span[] =>
  courses.flatMap((course) => {
    const seated = new Set(seatsAt(course, now).map((seat) => seat.party));
    const served = [...course.mandates.values()].filter((mandate) => mandate.user === user && isServing(mandate, now));
    const isShown = (span: Span): boolean =>
      party === undefined
        ? served.some((one) => one.party === span.party && kindsOfRole[one.role]?.includes(span.kind) === true)
        : span.party === party;
    return latestSpans(course).filter((span) => seated.has(span.party) && isShown(span));
  });

/** Opens each calendar link that the log of requests knows and compares it with the obligations of its owner. */
export const checkCalendarLinks = async (
  log: readonly LoggedRequest[],
  courses: readonly Course[],
  journals: ReadonlyMap<string, readonly Entry[]>,
  { send, now }: { readonly send: Send; readonly now: string },
  users: ReadonlyMap<string, readonly RecordedEntry[]>,
  tally: Tally,
): Promise<void> => {
  for (const { feedPath, issuedAt } of linksIn(log)) {
    const owner = ownerOf(journals, issuedAt);
    const isClosed = users.get(owner?.user ?? "")?.some(({ fact }) => fact.kind === "user-closed") === true;
    if (owner === undefined || isClosed) continue;
    const reply = await send(new Request(new URL(feedPath, "http://localhost")));
    const about = `the calendar link of ${owner.party ?? owner.user}`;
    if (!reply.ok) {
      tally.report("calendar-link-differs", about, `it answers ${reply.status}`, rule);
      continue;
    }
    tally.count("calendar links opened");
    const shown = new Map(entriesIn(await reply.text()).map((entry) => [nameOfEntry(entry), entry]));
    const wanted = new Map(spansOf(owner, courses, now).map((span) => [nameOfEntry(span), span]));
    for (const [name, { dueAt }] of wanted)
      if (shown.get(name)?.day !== dayOf(dueAt))
        tally.report(
          "calendar-link-differs",
          about,
          `it shows ${name} on ${shown.get(name)?.day ?? "no day"}, due on ${dayOf(dueAt)}`,
          rule,
        );
    for (const name of shown.keys())
      if (!wanted.has(name))
        tally.report("calendar-link-differs", about, `it shows ${name}, in which its owner has no part now`, rule);
  }
};
