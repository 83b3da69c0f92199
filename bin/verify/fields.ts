import * as z from "zod";
import { type Course, type RecordedEntry, seatsAt } from "./course.ts";
import { isServing } from "./mandate-times.ts";
import type { Tally } from "./finding.ts";
import { each, type Readings, type Send } from "./read.ts";

type Role = "public" | "mission" | "focal-point" | "expert" | "observer" | "president";

/** A user with an account that was used before, so that requests with it change nothing. */
export interface Account {
  readonly user: string;
  readonly role: Role;
  readonly party: string | undefined;
  /** As the API shows it to the secretariat; of missions and the President it shows none. */
  readonly email: string | undefined;
  /** The subject of the account, where the journal names it. */
  readonly sub: string | undefined;
}

/** Gives a token for an account, or undefined where there is none to be had. */
export type SignIn = (account: Account) => Promise<string | undefined>;

/** The members of a reply that a role may see; `refused` if it may not read the reply at all. */
type AllowedFields = readonly string[] | "refused";

interface Rule {
  /** `{own}` is a review in which the reader serves, `{other}` one in which its party has no seat. */
  readonly path: string;
  readonly allowed: Partial<Readonly<Record<Role, AllowedFields>>>;
  readonly rule: string;
}

const summary = "id party partyName cycle cluster group reviewers stage stageSince startedOn blockedBy version".split(
  " ",
);
const ofReview = [...summary, ..."seats reviewerLimitWaivedOn discontinuedOn obligations actions".split(" ")];
const inside = [
  ...ofReview,
  ..."consultation division decisions answers feedback clarifications observations redraws consents".split(" "),
];
const ownRows = ["measure", "asAt", "count", "ownRowsOnly", "items", "next"];
const secretariatOnly: Rule["allowed"] = {
  public: "refused",
  mission: "refused",
  "focal-point": "refused",
  expert: "refused",
  observer: "refused",
  president: "refused",
};

/**
 * "Who takes part", column "May see": a line for each request, with the members of its reply that each role may see.
 */
const rules: readonly Rule[] = [
  {
    path: "/v1/reviews/{own}",
    allowed: {
      ...secretariatOnly,
      mission: [...ofReview, "consultation", "division", "decisions"],
      "focal-point": inside,
      expert: inside,
      observer: inside,
    },
    rule: "Focal point, expert: the reviews in which they serve; mission: stage and blocker, and what was agreed in its own reviews; the officer is the secretariat's",
  },
  {
    path: "/v1/reviews/{other}",
    allowed: secretariatOnly,
    rule: "Everything else outside one's reviews answers as if it did not exist",
  },
  ...["party={party}", "state=delivered", "include=explanation&state=delivered"].map((query) => ({
    path: `/v1/letters?${query}&limit=1`,
    allowed: { ...secretariatOnly, mission: ["items", "next"] },
    rule: "Permanent mission: its party's letters",
  })),
  {
    path: "/v1/letters?party={another}&limit=1",
    allowed: secretariatOnly,
    rule: "Permanent mission: its party's letters, and no other's",
  },
  {
    path: "/v1/parties/{another}/mission",
    allowed: secretariatOnly,
    rule: "Permanent mission: keeps its own addresses",
  },
  {
    path: "/v1/missing-nominations?limit=1",
    allowed: { ...secretariatOnly, president: ["items", "next"] },
    rule: "President of the Conference: the list of missing nominations",
  },
  {
    path: "/v1/figures/current",
    allowed: Object.fromEntries(
      Object.keys(secretariatOnly).map((role) => [role, role === "public" ? "refused" : ["asOf", "figures"]]),
    ),
    rule: "Aggregates: registered users; public only as in a published paper",
  },
  {
    path: "/v1/figures/current/reviews?limit=1",
    allowed: secretariatOnly,
    rule: "Members of a figure: the secretariat",
  },
  ...["reviews", "duties-open"].map((measure) => ({
    path: `/v1/statistics/${measure}/members?limit=200`,
    allowed: { ...secretariatOnly, mission: ownRows, "focal-point": ownRows, expert: ownRows, observer: ownRows },
    rule: "Members: secretariat; missing nominations also the President; a party its own rows",
  })),
  {
    path: "/v1/statistics/seats-without-focal-point/members?limit=1",
    allowed: { public: "refused", president: ["measure", "asAt", "count", "items", "next"] },
    rule: "Members: secretariat; missing nominations also the President",
  },
  ...[
    "/v1/journal?month=2020-12&limit=1",
    "/v1/journal/user?limit=1",
    "/v1/journal/review/{own}?limit=1",
    "/v1/worklist?limit=1",
    "/v1/contacts?limit=1",
    "/v1/suppressed-addresses?limit=1",
    "/v1/bulletins?limit=1",
  ].map((path) => ({ path, allowed: secretariatOnly, rule: "Secretariat: everything; no other role may see this" })),
  {
    path: "/v1/pairings/{own}",
    allowed: {
      public: [
        "review",
        "party",
        "partyName",
        "cycle",
        "cluster",
        "group",
        "reviewers",
        "reviewerLimitWaivedOn",
        "redraws",
        "additions",
        "entry",
      ],
    },
    rule: "Public: pairings [W]; history of redraws [S6], a waiver of the limit of reviewers with them [P28(c)]",
  },
  {
    path: "/v1/country-profiles/{party}",
    allowed: {
      public: ["party", "partyName", "focalPointInstitutions", "office", "secretariat", "reviews", "redraws"],
    },
    rule: "Public: country profiles: institution and office with the party's consent, else the secretariat, group, start, stage [S20, D]; counter of redraws [S6]",
  },
];

const Body = z.record(z.string(), z.unknown());
const Rows = z.looseObject({ items: z.array(z.looseObject({ party: z.string().optional() })) });
const Seats = z.looseObject({
  seats: z.array(z.looseObject({ party: z.string(), mandates: z.array(z.unknown()).optional() })).optional(),
  obligations: z.array(z.looseObject({ id: z.string(), party: z.string() })).optional(),
});

/** Accounts of each role that were used before: one of each is enough, for the rules know roles only. */
export const accountsIn = (
  courses: readonly Course[],
  users: ReadonlyMap<string, readonly RecordedEntry[]>,
  { mandates, now }: Readings,
  most = 3,
): readonly Account[] => {
  const emails = new Map([...mandates.values()].flat().map(({ person }) => [person.id, person.email] as const));
  const known = new Map<string, { role: string; party: string | undefined; sub: string | undefined; seen: boolean }>();
  for (const [user, facts] of users)
    for (const { fact } of facts) {
      const before = known.get(user);
      if (fact.kind === "user-registered")
        known.set(user, { role: fact.role, party: fact.party, sub: fact.sub, seen: fact.sub !== undefined });
      if (before === undefined) continue;
      if (fact.kind === "account-created") known.set(user, { ...before, sub: fact.sub });
      if (fact.kind === "user-first-seen") known.set(user, { ...before, seen: true });
      // A user who was closed or erased, or has another account now, has no access any more with the account that was
      // used.
      const isEnd = fact.kind === "user-closed" || fact.kind === "user-erased" || fact.kind === "user-readdressed";
      if (isEnd) known.set(user, { ...before, seen: false });
    }
  const found: Account[] = [];
  const add = (user: string, role: Role, party: string | undefined): void => {
    const account = known.get(user);
    if (account?.seen === true && found.filter((one) => one.role === role).length < most)
      found.push({ user, role, party, email: emails.get(user), sub: account.sub });
  };
  for (const [user, { role, party }] of known) {
    const isSeated = courses.some(({ seats }) => seats.some((seat) => seat.party === party));
    // A mission that is also an observer may see more than one that is not.
    const serves = courses.some(({ mandates: those }) => [...those.values()].some((mandate) => mandate.user === user));
    if (role === "permanent-mission" && isSeated && !serves) add(user, "mission", party);
    if (role === "president") add(user, "president", undefined);
  }
  for (const role of ["focal-point", "expert", "observer"] as const)
    for (const { mandates: those } of courses)
      for (const mandate of those.values()) {
        const isDelegate = known.get(mandate.user)?.role === "delegate";
        if (
          mandate.role === role &&
          isDelegate &&
          isServing(mandate, now) &&
          !found.some(({ user }) => user === mandate.user)
        )
          add(mandate.user, role, mandate.party);
      }
  return found;
};

/** The places that a path names, for one reader; undefined where there is none of them. */
const placesFor = (account: Account, courses: readonly Course[], now: string) => {
  const isOwn = (course: Course): boolean => {
    const isSeated = seatsAt(course, now).some(({ party }) => party === account.party);
    if (account.role === "mission") return isSeated;
    return [...course.mandates.values()].some(
      ({ user, ...mandate }) => user === account.user && isServing({ user, ...mandate }, now),
    );
  };
  const own = courses.find(isOwn) ?? (account.party === undefined ? courses[0] : undefined);
  const other = courses.find(({ seats }) => seats.every(({ party }) => party !== account.party));
  const another = other?.party;
  return { own: own?.id, other: other?.id, party: account.party ?? own?.party, another };
};

type Places = ReturnType<typeof placesFor>;

const fillPath = (path: string, places: Places): string | undefined => {
  const names = [...path.matchAll(/\{(own|other|party|another)\}/gu)].map(([, name]) => name);
  const values = new Map(Object.entries(places));
  if (names.some((name) => values.get(name ?? "") === undefined)) return undefined;
  return path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => values.get(name) ?? "");
};

const request = async (send: Send, token: string | undefined, path: string) => {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const reply = await send(new Request(new URL(path, "http://localhost"), { headers }));
  return { isRead: reply.ok, body: reply.ok ? Body.parse(await reply.json()) : {} };
};

/** Returns the rows of other parties' obligations in a mission's list, which must have only its own. */
const foreignRows = ({ party }: Account, path: string, body: unknown): readonly string[] => {
  const read = Rows.safeParse(body);
  if (!path.startsWith("/v1/statistics/duties-open/") || !read.success) return [];
  return read.data.items.filter((one) => one.party !== party).map((one) => `a row of another party: ${one.party}`);
};

/**
 * Returns the parts about other parties in a mission's reply, which may have only its own obligations and nominations.
 */
const foreignParts = ({ role, party }: Account, path: string, body: unknown): readonly string[] => {
  const read = Seats.safeParse(body);
  if (role !== "mission" || !/^\/v1\/reviews\/[^/]+$/u.test(path) || !read.success) return [];
  const { obligations = [], seats = [] } = read.data;
  return [
    ...obligations.filter((one) => one.party !== party).map(({ id }) => `obligations of another party: ${id}`),
    ...seats
      .filter((seat) => seat.party !== party && (seat.mandates ?? []).length > 0)
      .map((seat) => `mandates of another party: ${seat.party}`),
  ];
};

const checkReading = async (
  send: Send,
  account: Account,
  token: string | undefined,
  { path: template, allowed, rule }: Rule,
  places: Places,
  tally: Tally,
): Promise<void> => {
  const may = allowed[account.role];
  const path = fillPath(template, places);
  if (may === undefined || path === undefined) return;
  const { isRead, body } = await request(send, token, path);
  tally.count("readings by other roles");
  const about = `${account.role}${account.party === undefined ? "" : ` of ${account.party}`}: GET ${path}`;
  if (!isRead) return;
  if (may === "refused") {
    tally.report("field-not-permitted", about, "it is answered, and should be refused", rule);
    return;
  }
  const extra = Object.keys(body).filter((member) => !may.includes(member));
  const rows = account.role === "mission" ? foreignRows(account, path, body) : [];
  for (const member of [...extra, ...foreignParts(account, path, body), ...rows])
    tally.report("field-not-permitted", about, `it contains ${member}`, rule);
};

/** Reads as each role what it may and may not see. Roles for which there is no token are counted as not looked at. */
export const checkFields = async (
  send: Send,
  signIn: SignIn,
  courses: readonly Course[],
  users: ReadonlyMap<string, readonly RecordedEntry[]>,
  readings: Readings,
  tally: Tally,
): Promise<void> => {
  const started = courses.filter(({ stage }) => stage !== "scheduled");
  const publicCaller = { user: "", role: "public", party: undefined, email: undefined, sub: undefined } as const;
  for (const account of [publicCaller, ...accountsIn(started, users, readings)]) {
    const token = account.role === "public" ? undefined : await signIn(account);
    if (token === undefined && account.role !== "public") {
      tally.count(`accounts of a ${account.role} that could not be read as`);
      continue;
    }
    const places = placesFor(account, started, readings.now);
    await each(rules, (rule) => checkReading(send, account, token, rule, places, tally));
  }
};
