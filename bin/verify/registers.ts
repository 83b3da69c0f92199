import { isDeepStrictEqual } from "node:util";
import type { components } from "../../client/api-types.ts";
import { dayOf } from "./calendar.ts";
import type { RecordedEntry } from "./course.ts";
import { isOf } from "./facts.ts";
import type { Tally } from "./finding.ts";

type RegisterEntry = components["schemas"]["RegisterEntry"];

const rule =
  "Correction: nothing is erased; a wrong fact is corrected by a later fact with reason, and figures use the correction";

type RegisterFields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is RegisterFields => typeof value === "object" && value !== null;

/**
 * Returns a reply in the form of a fact: without the names next to the codes of parties, and in lists with the codes
 * alone.
 */
const asInFacts = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((each: unknown) => (isFields(each) ? each["party"] : each));
  if (!isFields(value)) return value;
  const own = Object.entries(value).filter(([name]) => name !== "partyName");
  return Object.fromEntries(own.map(([name, inner]) => [name, asInFacts(inner)]));
};

/** Returns the content that a fact gives an entry, or undefined if the fact has none. */
const contentIn = ({ fact }: RecordedEntry) =>
  isOf("register-entry-recorded", fact) || isOf("register-entry-corrected", fact) ? fact.content : undefined;

/** Returns an error in the history of an entry, or undefined if it is sound. */
const unsound = (facts: readonly RecordedEntry[]): string | undefined => {
  const [first, ...later] = facts;
  if (first?.fact.kind !== "register-entry-recorded") return "it does not begin with its recording";
  if (later.some(({ fact }) => fact.kind === "register-entry-recorded")) return "it is recorded twice";
  if (facts.slice(0, -1).some(({ fact }) => fact.kind === "register-entry-withdrawn"))
    return "it continues after it was withdrawn";
  const ahead = facts.find((one) => (contentIn(one)?.happenedOn ?? "") > dayOf(one.recordedAt));
  return ahead === undefined ? undefined : `version ${ahead.version} states a day in the future`;
};

/** Entries of registers read as the last of their facts says, and none is there without a journal or the reverse. */
export const checkRegisters = (
  journals: ReadonlyMap<string, readonly RecordedEntry[]>,
  entries: readonly RegisterEntry[],
  tally: Tally,
): void => {
  const listed = new Map(entries.map((entry) => [entry.id, entry]));
  for (const id of new Set([...journals.keys(), ...listed.keys()])) {
    tally.count("entries of registers");
    const report = (why: string) => tally.report("register-differs", `register-entry#${id}`, why, rule);
    const facts = journals.get(id) ?? [];
    const entry = listed.get(id);
    const wrong = unsound(facts);
    if (wrong !== undefined) report(wrong);
    if (entry === undefined) {
      report("the list of entries does not have it");
      continue;
    }
    const said = facts.map(contentIn).findLast((content) => content !== undefined);
    if (!isDeepStrictEqual(asInFacts(entry.content), said)) report("it reads otherwise than its last fact says");
    const isWithdrawn = facts.some(({ fact }) => fact.kind === "register-entry-withdrawn");
    if (isWithdrawn !== (entry.withdrawn !== undefined))
      report(isWithdrawn ? "it was withdrawn and reads as if it counted" : "it reads as withdrawn and was not");
  }
};
