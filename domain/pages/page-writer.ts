import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import {
  clusterOf,
  cycleOf,
  firstCycle,
  type GroupId,
  partsOfCycle,
  partsOfGroup,
  type PartyId,
  type ReviewId,
} from "../../schemas/base/ids.ts";
import { dayOf, longDate } from "../base/time.ts";
import type en from "../labels/pages.en.json";
import type { Wording } from "../labels/words.ts";
import { localeOf, type MessageWriter, messageWriter } from "./message-writer.ts";

/** The words of the public pages in a language: every message that the English ones have. */
export type PageMessages = Readonly<Record<keyof typeof en, string>>;

/** The writer of the public pages, in a language. Its functions return text; `html` makes HTML of it. */
export interface PageWriter extends Wording, MessageWriter<keyof typeof en> {
  readonly day: (day: CalendarDate) => string;
  /** The day of an instant in Vienna. */
  readonly dayAt: (at: Instant) => string;
  readonly number: (value: number) => string;
  /** Returns the name of a party from the given names; its id if there is none. */
  readonly party: (id: PartyId) => string;
  /** A cluster with what it is about. */
  readonly cluster: (of: ReviewId | GroupId) => string;
  /** A group with the number of its cluster. */
  readonly group: (group: GroupId) => string;
  /** Compares two names by the order of a list in the language. */
  readonly compare: (one: string, other: string) => number;
}

/** Returns the writer of pages: messages of the language, its labels, and the names of parties in it. */
export const pageWriter = (
  messages: PageMessages,
  { language, words }: Wording,
  names: ReadonlyMap<string, string>,
): PageWriter => {
  const numbers = new Intl.NumberFormat(localeOf(language));
  const collator = new Intl.Collator(language);
  const { say, html } = messageWriter(messages, language);
  const titleOf = (cluster: number): string =>
    new Map<string, string>(Object.entries(words.clusters)).get(String(cluster)) ?? String(cluster);
  return {
    language,
    words,
    say,
    html,
    day: (day) => longDate(day, language),
    dayAt: (at) => longDate(dayOf(at), language),
    number: (value) => numbers.format(value),
    party: (id) => names.get(id) ?? id,
    cluster: (of) => {
      const [cycle, number] = [cycleOf(of), clusterOf(of)];
      const values = { number: String(number), title: titleOf(number) };
      return cycle === firstCycle
        ? say("cluster", values)
        : say("clusterOfCycle", { ...values, cycle: String(partsOfCycle(cycle).number) });
    },
    group: (id) => {
      const { cluster, group } = partsOfGroup(id);
      const values = { cluster: String(cluster), group: String(group) };
      const cycle = cycleOf(id);
      return cycle === firstCycle
        ? say("groupOfCluster", values)
        : say("groupOfCycle", { ...values, cycle: String(partsOfCycle(cycle).number) });
    },
    compare: (one, other) => collator.compare(one, other),
  };
};
