import { demoPeople } from "../../../bin/load-data.ts";
import { fieldOf, itemsOf, objectOf } from "./clients.ts";
import { type Exchange, isDone, type Requests } from "./requests.ts";
import type { System } from "./system.ts";

/** The findings of the bench, in addition to those of the checker. */
export interface Judgement {
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly mails: number;
  readonly letters: number;
  /** Mailed twice in the one documented case: accepted, and neither the answer nor a report of it arrived in time. */
  readonly repeatedAfterUnknown: number;
  readonly mailedTwice: readonly string[];
  /** Letters that wait or are unknown though nothing is wrong any more and their time has passed. */
  readonly stuck: readonly string[];
  /** Unknown letters that are on the secretariat's worklist. */
  readonly forAPerson: number;
}

/** All items of a paged list. */
const listOf = async (requests: Requests, path: string): Promise<readonly unknown[]> => {
  const items: unknown[] = [];
  for (let cursor = ""; ;) {
    const page = `${path}${path.includes("?") ? "&" : "?"}limit=200${cursor}`;
    const { status, reply } = await requests.send({ by: demoPeople.secretariat, method: "GET", path: page });
    if (status !== 200) throw new Error(`GET ${path} was answered ${status}: ${JSON.stringify(reply)}`);
    items.push(...itemsOf(reply));
    const next = fieldOf(reply, "next");
    if (next === undefined) return items;
    cursor = `&cursor=${encodeURIComponent(next)}`;
  }
};

const pathOf = (pattern: RegExp, { method, path }: Exchange, wanted: string): string | undefined =>
  method === wanted ? pattern.exec(path)?.[1] : undefined;

/** Contacts that were acknowledged and are not on their party's list. */
const lostContacts = async (requests: Requests, done: readonly Exchange[]): Promise<readonly string[]> => {
  const named = (contact: unknown): string =>
    ["party", "number", "note"].map((name) => String(fieldOf(contact, name))).join(" ");
  const listed = new Set((await listOf(requests, "/v1/contacts")).map(named));
  return done
    .filter(({ method, path }) => method === "POST" && path === "/v1/contacts")
    .flatMap(({ reply }) => itemsOf(reply, "contacts").map(named))
    .filter((contact) => !listed.has(contact))
    .map((contact) => `contact ${contact}`);
};

const versionOf = ({ etag }: Exchange): number => Number(/\d+/u.exec(etag ?? "")?.[0] ?? 0);

/** Returns acknowledged last settings of missions that were lost, unless a later write got no reply. */
const lostSettings = async (requests: Requests, done: readonly Exchange[]): Promise<readonly string[]> => {
  const lost: string[] = [];
  const ofMissions = /^\/v1\/parties\/(..)\/mission$/u;
  const open = new Set(
    requests.exchanges
      .filter((each) => each.status === undefined || each.status >= 500)
      .map((each) => pathOf(ofMissions, each, "PUT")),
  );
  for (const [party, exchanges] of Map.groupBy(done, (each) => pathOf(ofMissions, each, "PUT"))) {
    if (party === undefined || open.has(party)) continue;
    const last = exchanges.toSorted((a, b) => versionOf(a) - versionOf(b)).at(-1);
    const path = `/v1/parties/${party}/mission`;
    const { reply } = await requests.send({ by: demoPeople.secretariat, method: "GET", path });
    const place = fieldOf(last?.body, "place");
    if (fieldOf(objectOf(reply, "contacts"), "place") !== place) lost.push(`settings of ${party}: ${place}`);
    const versions = exchanges.map(versionOf);
    if (new Set(versions).size < versions.length) lost.push(`settings of ${party}: two writes share a version`);
  }
  return lost;
};

/** Returns acknowledged mandates that are in no journal, and bulletins that are on no list. */
const lostOthers = async (requests: Requests, done: readonly Exchange[]): Promise<readonly string[]> => {
  const named = done.filter((each) => pathOf(/^\/v1\/parties\/(..)\/mandates$/u, each, "POST") !== undefined);
  const lost: string[] = [];
  const journals = new Map<string, string>();
  const journalOf = async (review: string): Promise<string> => {
    const known = journals.get(review);
    if (known !== undefined) return known;
    const journal = JSON.stringify(await listOf(requests, `/v1/journal/review/${review}`));
    journals.set(review, journal);
    return journal;
  };
  for (const { reply } of named) {
    const mandate = fieldOf(reply, "mandate") ?? "";
    const reviews = objectOf(reply, "reviews");
    const served = Array.isArray(reviews) ? reviews.flatMap((each: unknown) => fieldOf(each, "id") ?? []) : [];
    for (const review of served)
      if (!(await journalOf(review)).includes(mandate)) lost.push(`mandate ${mandate} in ${review}`);
  }
  const bulletins = new Set((await listOf(requests, "/v1/bulletins")).map((item) => fieldOf(item, "id")));
  for (const { path, reply } of done)
    if (path === "/v1/bulletins" && !bulletins.has(fieldOf(reply, "id"))) lost.push(`bulletin ${fieldOf(reply, "id")}`);
  return lost;
};

/** Returns the number of mails of each letter. */
const mailsByLetter = async (system: System): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>();
  const answer = (await system.local("GET", "mailbox/messages?limit=1000000")) as {
    messages: readonly { readonly tags: { readonly letter?: string } }[];
  };
  for (const { tags } of answer.messages) {
    const letter = tags.letter ?? "";
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return counts;
};

/** Returns true if the history of a letter records a second attempt without a reply to the first. */
const wasRepeated = async (requests: Requests, letter: string): Promise<boolean> => {
  const path = `/v1/letters/${letter}?include=explanation`;
  const { reply } = await requests.send({ by: demoPeople.secretariat, method: "GET", path });
  const explanation = typeof reply === "object" && reply !== null && "explanation" in reply ? reply.explanation : {};
  const history =
    typeof explanation === "object" && explanation !== null && "history" in explanation ? explanation.history : [];
  const states = Array.isArray(history) ? history.map((move: unknown) => fieldOf(move, "state")) : [];
  const unknown = states.indexOf("unknown");
  return unknown >= 0 && states.indexOf("claimed", unknown) > unknown;
};

/** Compares acknowledged writes with the stored rows, and the mailbox with the ledger, once the system is at rest. */
export const judge = async (system: System, requests: Requests, now: string): Promise<Judgement> => {
  const done = requests.exchanges.filter(isDone);
  const lost = [
    ...(await lostContacts(requests, done)),
    ...(await lostSettings(requests, done)),
    ...(await lostOthers(requests, done)),
  ];
  const mails = await mailsByLetter(system);
  const mailedTwice: string[] = [];
  let repeatedAfterUnknown = 0;
  for (const [letter, count] of mails)
    if (count > 1) {
      if (count === 2 && (await wasRepeated(requests, letter))) repeatedAfterUnknown += 1;
      else mailedTwice.push(`letter ${letter}: ${count} mails`);
    }
  const worklist = await listOf(requests, "/v1/worklist");
  const listed = new Set(worklist.map((item) => fieldOf(item, "letter")));
  // The letters of one bulletin wait for a person as one thing.
  const unsettled = worklist.flatMap((item) =>
    fieldOf(item, "kind") === "bulletin-unsettled" ? `RM/${fieldOf(item, "bulletin")}` : [],
  );
  const waitsForAPerson = (item: unknown): boolean =>
    listed.has(fieldOf(item, "id")) || unsettled.includes(fieldOf(item, "reference") ?? "");
  const stuck: string[] = [];
  let forAPerson = 0;
  const patience = Date.parse(now) - 2 * 3_600_000;
  for (const state of ["planned", "claimed", "unknown"])
    for (const item of await listOf(requests, `/v1/letters?state=${state}`)) {
      const id = fieldOf(item, "id");
      if (fieldOf(item, "kind") === "digest" || Date.parse(fieldOf(item, "changedAt") ?? now) > patience) continue;
      if (state === "unknown" && waitsForAPerson(item)) forAPerson += 1;
      else stuck.push(`letter ${id} (${fieldOf(item, "kind")}): ${state} since ${fieldOf(item, "changedAt")}`);
    }
  return {
    acknowledged: done.length,
    lost,
    mails: [...mails.values()].reduce((sum, count) => sum + count, 0),
    letters: mails.size,
    repeatedAfterUnknown,
    mailedTwice,
    stuck,
    forAPerson,
  };
};
