import * as z from "zod";
import { type Course, type RecordedEntry } from "./course.ts";
import { isServing } from "./mandate-times.ts";
import { type Account, accountsIn, type SignIn } from "./fields.ts";
import type { Tally } from "./finding.ts";
import { each, type Readings, type Send } from "./read.ts";

const questionRule = "Roles and access: a reviewing party reads what is about the instruments that it reviews";
const draftRule =
  "Drafts [D]: only the party itself reads its draft responses, only the reviewers read draft feedback, whatever the role";
const absenceRule =
  "Roles and access: everything else outside a caller's own reviews answers as if it did not exist: 404";
const refusalRule = "api.md: a known resource that the caller's role does not permit answers 403";

const Questions = z.object({ items: z.array(z.looseObject({ number: z.number(), instruments: z.array(z.string()) })) });

const Drafts = z.object({ items: z.array(z.unknown()) });

interface RightsReader extends Account {
  readonly token: string;
}

const get = (send: Send, { token }: RightsReader, path: string): Promise<Response> =>
  send(new Request(new URL(path, "http://localhost"), { headers: { authorization: `Bearer ${token}` } }));

const nameOf = ({ role, party }: Account): string => `${role}${party === undefined ? "" : ` of ${party}`}`;

/** Every question that a person reads is about an instrument of the seat in which they serve. */
const checkQuestions = async (send: Send, reader: RightsReader, course: Course, readings: Readings, tally: Tally) => {
  const seats = readings.reviews.get(course.id)?.seats ?? [];
  const parties = [...course.mandates.values()].filter(({ user }) => user === reader.user).map(({ party }) => party);
  const own = new Set<string>(
    seats.filter(({ party }) => parties.includes(party)).flatMap(({ instruments }) => instruments),
  );
  const path = `/v1/reviews/${course.id}/clarifications?limit=50`;
  const reply = await get(send, reader, path);
  if (!reply.ok) return;
  for (const { number, instruments } of Questions.parse(await reply.json()).items) {
    tally.count("questions read by other roles");
    if (!instruments.some((one) => own.has(one)))
      tally.report(
        "field-not-permitted",
        `${nameOf(reader)}: GET ${path}`,
        `it shows question ${number}, which is about ${instruments.join(", ")} alone`,
        questionRule,
      );
  }
};

/** The party under review reads no draft of feedback, and a reviewing party none of responses: the list is refused, or empty. */
const checkDrafts = async (send: Send, reader: RightsReader, path: string, tally: Tally): Promise<void> => {
  const reply = await get(send, reader, path);
  const drafts = reply.ok ? Drafts.parse(await reply.json()).items : [];
  tally.count("lists of drafts of others");
  if (drafts.length > 0)
    tally.report(
      "field-not-permitted",
      `${nameOf(reader)}: GET ${path}`,
      `it shows ${drafts.length} drafts`,
      draftRule,
    );
};

/** Sends a request that must be refused, and checks the status. */
const expectStatus = async (
  send: Send,
  reader: RightsReader,
  path: string,
  { status, rule }: { readonly status: number; readonly rule: string },
  tally: Tally,
): Promise<void> => {
  const reply = await get(send, reader, path);
  await reply.text();
  tally.count("refusals to other roles");
  if (reply.status !== status)
    tally.report(
      "field-not-permitted",
      `${nameOf(reader)}: GET ${path}`,
      `it answers ${reply.status}, and not ${status}`,
      rule,
    );
};

const checkReader = async (
  send: Send,
  reader: RightsReader,
  courses: readonly Course[],
  readings: Readings,
  tally: Tally,
) => {
  const serves = (course: Course): boolean =>
    [...course.mandates.values()].some((one) => one.user === reader.user && isServing(one, readings.now));
  const isSeated = ({ seats }: Course): boolean => seats.some(({ party }) => party === reader.party);
  const own = courses.filter(serves);
  for (const course of own) {
    await checkQuestions(send, reader, course, readings, tally);
    const path = `/v1/reviews/${course.id}`;
    const isUnder = reader.party === course.party;
    await checkDrafts(send, reader, `${path}/${isUnder ? "feedback" : "answers"}/drafts`, tally);
    await expectStatus(
      send,
      reader,
      `/v1/journal/review/${course.id}?limit=1`,
      { status: 403, rule: refusalRule },
      tally,
    );
  }
  const other = courses.find((course) => !serves(course) && !isSeated(course));
  if (other !== undefined && reader.role !== "president" && reader.role !== "public")
    for (const part of ["", "/answers", "/clarifications?limit=1", "/observations"])
      await expectStatus(send, reader, `/v1/reviews/${other.id}${part}`, { status: 404, rule: absenceRule }, tally);
};

/** Reads as delegates and missions what must be refused to them, and holds what they do read against their instruments. */
export const checkRights = async (
  send: Send,
  signIn: SignIn,
  courses: readonly Course[],
  users: ReadonlyMap<string, readonly RecordedEntry[]>,
  readings: Readings,
  tally: Tally,
): Promise<void> => {
  const started = courses.filter(({ stage }) => stage !== "scheduled");
  // One of each role and party: which seats a person has decides what they read.
  const accounts = accountsIn(started, users, readings, Infinity);
  const chosen = [...new Map(accounts.map((one) => [`${one.role} ${one.party}`, one])).values()].slice(0, mostReaders);
  await each(chosen, async (account) => {
    const token = await signIn(account);
    if (token !== undefined) await checkReader(send, { ...account, token }, started, readings, tally);
  });
};

/** Maximum number of accounts whose view is read: a large system has a thousand. */
const mostReaders = 60;
