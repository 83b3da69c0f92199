import { type Api, answerOf } from "../../client/client.ts";
import { ApiProblem } from "../../client/problem.ts";
import { addPeriod, dayOf, type Period } from "./calendar.ts";
import type { RecordedEntry } from "./course.ts";
import type { Tally } from "./finding.ts";
import { isJudged } from "./judged.ts";
import type { LetterRow } from "./letters.ts";
import { each, readText } from "./read.ts";
import type { ReminderClock } from "./reminders.ts";

const keptRule = "guarantees.md: proof of notice: the address that a letter went to is kept for 24 months [D]";
const erasedRule = "guarantees.md: of a person who was erased nothing says who it was";
const addressKept: Period = { months: 24 };

/**
 * Number of the oldest letters that are read of each kind: an address that is erased too early is missing in these
 * first.
 */
const readOfEachKind = 2;

interface KeptReading {
  readonly api: Api;
  readonly timing: ReminderClock;
}

/** Reads the oldest letters of each kind, which keep the address that they went to. */
const checkAddressesKept = async (
  rows: readonly LetterRow[],
  erased: ReadonlySet<string>,
  { api, timing }: KeptReading,
  tally: Tally,
): Promise<void> => {
  const sent = rows.filter(({ isSent, to }) => isSent && !erased.has(to));
  const young = sent.filter(({ changedAt }) => addPeriod(dayOf(changedAt), addressKept) > dayOf(timing.now));
  const sample = [...Map.groupBy(young, ({ kind }) => kind).values()].flatMap((those) =>
    those.toSorted((one, other) => (one.changedAt < other.changedAt ? -1 : 1)).slice(0, readOfEachKind),
  );
  await each(sample, async ({ id, kind, to, changedAt }) => {
    const body = await readText(api, id);
    tally.count("addresses that letters keep");
    if (body.addressErasedAt !== undefined && isJudged(body.addressErasedAt, timing))
      tally.report(
        "kept-too-short",
        `letter ${id} (${kind}) to ${to}`,
        `it is of ${changedAt}, and its address was erased at ${body.addressErasedAt}`,
        keptRule,
      );
  });
};

/** The person of a user as the API shows it now; undefined where it shows none. */
const shownPerson = async (api: Api, userId: string): Promise<object | undefined> => {
  try {
    return (await answerOf(api.GET("/v1/users/{userId}", { params: { path: { userId } } }))).body.person;
  } catch (error) {
    if (error instanceof ApiProblem && (error.status === 404 || error.status === 410)) return undefined;
    throw error;
  }
};

/** Looks for what is left of people who were erased: as users, and on the letters that went to them. */
const checkErased = async (
  rows: readonly LetterRow[],
  erased: ReadonlySet<string>,
  api: Api,
  tally: Tally,
): Promise<void> => {
  for (const to of erased) {
    const user = to.slice("user:".length);
    tally.count("people who were erased");
    if ((await shownPerson(api, user)) !== undefined)
      tally.report("erasure-incomplete", to, "the API still says who it was", erasedRule);
    const letters = rows.filter((row) => row.to.replace(/:before-\d+$/u, "") === to);
    for (const { id, kind, explanation } of letters) {
      const { recipient } = explanation.letter;
      if ("personName" in recipient && recipient.personName !== undefined)
        tally.report(
          "erasure-incomplete",
          `letter ${id} (${kind}) to ${to}`,
          "it still names its recipient",
          erasedRule,
        );
    }
    await each(letters.slice(-5), async ({ id, kind }) => {
      const body = await readText(api, id);
      const left = (["address", "name", "text", "html"] as const).filter((part) => body[part] !== undefined);
      if (left.length > 0)
        tally.report(
          "erasure-incomplete",
          `letter ${id} (${kind}) to ${to}`,
          `it still has its ${left.join(", ")}`,
          erasedRule,
        );
    });
  }
};

/** Checks that data within their retention are there, and that later data are gone. */
export const checkKept = async (
  rows: readonly LetterRow[],
  users: ReadonlyMap<string, readonly RecordedEntry[]>,
  about: KeptReading,
  tally: Tally,
): Promise<void> => {
  const erased = new Set(
    [...users].flatMap(([user, facts]) =>
      facts.some(({ fact }) => fact.kind === "user-erased") ? [`user:${user}`] : [],
    ),
  );
  await checkAddressesKept(rows, erased, about, tally);
  await checkErased(rows, erased, about.api, tally);
};
