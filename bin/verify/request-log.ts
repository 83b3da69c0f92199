import { readFileSync } from "node:fs";
import * as z from "zod";
import { type Api, itemsOf } from "../../client/client.ts";
import type { Tally } from "./finding.ts";
import type { Entry, Readings } from "./read.ts";

/** A request with what it was answered, as one line of a log in JSON. */
const Line = z.object({
  method: z.string(),
  /** With its query, without the address of the system. */
  path: z.string(),
  /** The caller, in any words; keys are distinguished by it. */
  as: z.string().optional(),
  /** The Idempotency-Key. */
  key: z.string().optional(),
  body: z.unknown().optional(),
  status: z.number(),
  reply: z.unknown().optional(),
});
export type LoggedRequest = z.infer<typeof Line>;

const readLine = (text: string, place: string): LoggedRequest => {
  try {
    return Line.parse(JSON.parse(text));
  } catch {
    throw new Error(`${place} is no request in JSON with method, path and status`);
  }
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new Error(`${file} cannot be read: name the log of requests after --log`);
  }
};

/** The requests of a file with one in each line. Throws where a line is none. */
export const readRequestLog = (file: string): readonly LoggedRequest[] =>
  textOf(file)
    .split("\n")
    .flatMap((line, at) => (line.trim() === "" ? [] : [readLine(line, `line ${at + 1} of ${file}`)]));

type LoggedJournals = ReadonlyMap<string, readonly Entry[]>;
type Facts = Readonly<Record<string, unknown>>;

const rule = "Nothing acknowledged is lost: guarantees.md 3, one accepted command is its facts in the journal";

const entryAt = (journals: LoggedJournals, subject: string, version: number): Entry | undefined =>
  journals.get(subject)?.find((entry) => entry.version === version);

const factIn = (journals: LoggedJournals, subject: string, wanted: Facts): boolean =>
  (journals.get(subject) ?? []).some(({ facts }) =>
    facts.some((fact) => Object.entries(wanted).every(([name, value]) => fact[name] === value)),
  );

interface AnsweredRequest {
  readonly ids: Readonly<Record<string, string>>;
  readonly body: Facts;
  readonly reply: unknown;
  readonly journals: LoggedJournals;
  readonly readings: Readings;
  readonly contacts: readonly unknown[];
}

/**
 * Returns why an acknowledged result is missing, or undefined if it exists. Throws a ZodError on a reply of another
 * shape.
 */
type WhyMissing = (request: AnsweredRequest) => string | undefined;

const InReviews = z.looseObject({
  mandate: z.string(),
  successor: z.looseObject({ mandate: z.string() }).optional(),
  reviews: z.array(z.looseObject({ id: z.string(), version: z.number() })),
});
const Versioned = z.looseObject({ version: z.number() });
const Named = z.looseObject({ id: z.string() });
const Contacts = z.looseObject({ contacts: z.array(z.unknown()) });
const contactsPath = /^\/v1\/contacts$/u;

const inEveryReview =
  (facts: (reply: z.infer<typeof InReviews>) => readonly Facts[]): WhyMissing =>
  ({ journals, reply }) => {
    const read = InReviews.parse(reply);
    const lost = read.reviews.find(
      ({ id, version }) =>
        entryAt(journals, `review#${id}`, version) === undefined ||
        facts(read).some((fact) => !factIn(journals, `review#${id}`, fact)),
    );
    return lost === undefined ? undefined : `${lost.id} knows nothing of it at version ${lost.version}`;
  };

/** Returns whether stored data contain the sent or returned data, member by member. */
const holds = (there: unknown, said: unknown): boolean => {
  if (typeof said !== "object" || said === null) return there === said;
  if (typeof there !== "object" || there === null) return false;
  const members = new Map(Object.entries(there));
  return Object.entries(said).every(([name, value]) => holds(members.get(name), value));
};

const ofReview: WhyMissing = ({ ids, reply, journals }) => {
  const { version } = Versioned.parse(reply);
  return entryAt(journals, `review#${ids["review"] ?? ""}`, version) === undefined
    ? `the journal has no entry ${version}`
    : undefined;
};

/** The result of each command; a line for each path, and the first match counts. */
const rules: readonly (readonly [method: string, path: RegExp, missing: WhyMissing])[] = [
  [
    "POST",
    contactsPath,
    ({ reply, contacts }) => {
      const lost = Contacts.parse(reply).contacts.find((one) => !contacts.some((contact) => holds(contact, one)));
      return lost === undefined ? undefined : `the contact log does not hold ${JSON.stringify(lost)}`;
    },
  ],
  [
    "PUT",
    /^\/v1\/parties\/(?<party>[A-Z]{2})\/mission$/u,
    ({ ids, body, reply, journals, readings }) => {
      const party = ids["party"] ?? "";
      const { version } = Versioned.parse(reply);
      const entry = entryAt(journals, `party#${party}`, version);
      if (entry?.facts.some(({ kind }) => kind === "mission-contacts-set") !== true)
        return `entry ${version} of ${party} sets no contacts`;
      const last = (journals.get(`party#${party}`) ?? []).findLast(({ facts }) =>
        facts.some(({ kind }) => kind === "mission-contacts-set"),
      );
      if (last?.version !== version) return undefined;
      return holds(readings.missions.get(party)?.contacts, body) ? undefined : "the contacts are others";
    },
  ],
  [
    "POST",
    /^\/v1\/parties\/[A-Z]{2}\/mandates$/u,
    inEveryReview(({ mandate }) => [{ kind: "mandate-began", mandate }]),
  ],
  [
    "POST",
    /^\/v1\/parties\/[A-Z]{2}\/mandates\/[^/]+\/(?:replacement|removal)$/u,
    inEveryReview(({ mandate, successor }) => [
      { kind: "mandate-ended", mandate },
      ...(successor === undefined ? [] : [{ kind: "mandate-began", mandate: successor.mandate }]),
    ]),
  ],
  [
    "POST",
    /^\/v1\/groups\/(?<group>[^/]+)\/start$/u,
    ({ ids, body, journals }) =>
      ["group-started", "group-start-ordered"].some((kind) =>
        factIn(journals, `group#${ids["group"] ?? ""}`, { kind, startedOn: body["startedOn"] }),
      )
        ? undefined
        : "the group has not started",
  ],
  [
    "POST",
    /^\/v1\/users$/u,
    ({ reply, journals }) => {
      const { id } = Named.parse(reply);
      return factIn(journals, `user#${id}`, { kind: "user-registered" }) ? undefined : `${id} is not registered`;
    },
  ],
  [
    "POST",
    /^\/v1\/bulletins$/u,
    ({ reply, journals }) => {
      const { id } = Named.parse(reply);
      return factIn(journals, `bulletin#${id}`, { kind: "bulletin-ordered" }) ? undefined : `${id} was not ordered`;
    },
  ],
  [
    "PUT",
    /^\/v1\/texts\/(?<text>[^/]+)$/u,
    ({ ids, reply, journals }) => {
      const { version } = Versioned.parse(reply);
      const wanted = { kind: "text-stored", version };
      return factIn(journals, `text#${ids["text"] ?? ""}`, wanted) ? undefined : `version ${version} is not stored`;
    },
  ],
  [
    "POST",
    /^\/v1\/letters\/(?<letter>[0-9a-f]{40})\/settlement$/u,
    ({ ids, body, readings }) => {
      const letter = readings.letters.find((one) => one.letter.id === ids["letter"]);
      return letter?.settlement?.outcome === body["outcome"]
        ? undefined
        : `the letter is ${letter?.letter.state ?? "not there"}, settled as ${letter?.settlement?.outcome ?? "nothing"}`;
    },
  ],
  [
    "POST",
    /^\/v1\/bulletins\/(?<bulletin>[^/]+)\/settlement$/u,
    ({ ids, body, journals }) => {
      const wanted = { kind: "bulletin-settled", outcome: body["outcome"] };
      return factIn(journals, `bulletin#${ids["bulletin"] ?? ""}`, wanted)
        ? undefined
        : `the bulletin was never settled as ${String(body["outcome"])}`;
    },
  ],
  // Drafts are kept outside the journal, and only their party may read them.
  ["PUT", /^\/v1\/reviews\/[^/]+\/(?:answers|feedback\/[A-Z]{2})\/drafts\//u, () => undefined],
  ["POST", /^\/v1\/reviews\/(?<review>(?:[a-z]{2,12}[1-9]\d?-)?c[1-4]-[A-Z]{2})\/(?!clarifications)/u, ofReview],
  ["PUT", /^\/v1\/reviews\/(?<review>(?:[a-z]{2,12}[1-9]\d?-)?c[1-4]-[A-Z]{2})\/officer$/u, ofReview],
];

const isWrite = ({ method, status }: LoggedRequest): boolean => method !== "GET" && status >= 200 && status < 300;

/** Reports two commands with different requests that were answered with one version of one aggregate. */
const checkTwins = (lines: readonly LoggedRequest[], tally: Tally): void => {
  const seen = new Map<string, LoggedRequest>();
  for (const line of lines) {
    const read = Versioned.safeParse(line.reply);
    if (!read.success || line.method === "GET") continue;
    const [, subject = line.path] = /^(\/v1\/(?:reviews\/[^/]+|parties\/[A-Z]{2}\/mission))/u.exec(line.path) ?? [];
    if (/\/drafts\/|\/observations$/u.test(line.path)) continue;
    const place = `${subject} ${read.data.version}`;
    const before = seen.get(place);
    if (before === undefined) seen.set(place, line);
    else if (before.path === line.path && JSON.stringify(before.body) !== JSON.stringify(line.body))
      tally.report(
        "write-lost",
        `${line.method} ${line.path}`,
        `two different requests were both answered with version ${read.data.version}`,
        rule,
      );
  }
};

/** Each write that was acknowledged is there; the same key again has the same answer and counts once. */
export const checkRequestLog = async (
  lines: readonly LoggedRequest[],
  journals: LoggedJournals,
  readings: Readings,
  api: Api,
  tally: Tally,
): Promise<void> => {
  const byKey = new Map<string, LoggedRequest>();
  const once: LoggedRequest[] = [];
  for (const line of lines.filter(isWrite)) {
    const place = line.key === undefined ? undefined : `${line.as ?? ""} ${line.method} ${line.path} ${line.key}`;
    const before = place === undefined ? undefined : byKey.get(place);
    if (before === undefined) once.push(line);
    else if (JSON.stringify(before.reply) !== JSON.stringify(line.reply))
      tally.report("write-lost", `${line.method} ${line.path}`, `key ${line.key ?? ""} was answered in two ways`, rule);
    if (place !== undefined) byKey.set(place, line);
  }
  const contacts = once.some(({ path }) => contactsPath.test(path))
    ? await itemsOf((query) => api.GET("/v1/contacts", { params: { query } }))
    : [];
  for (const line of once) {
    const [path = ""] = line.path.split("?");
    const found = rules.find(([method, pattern]) => method === line.method && pattern.test(path));
    if (found === undefined) {
      tally.count("acknowledged writes without a rule");
      continue;
    }
    tally.count("acknowledged writes");
    const [, pattern, missing] = found;
    const ids = pattern.exec(path)?.groups ?? {};
    const body = z.record(z.string(), z.unknown()).catch({}).parse(line.body);
    const why = missing({ ids, body, reply: line.reply, journals, readings, contacts });
    if (why !== undefined) tally.report("write-lost", `${line.method} ${path}`, why, rule);
  }
  checkTwins(once, tally);
};
