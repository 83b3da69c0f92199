import { IntlMessageFormat } from "intl-messageformat";
import { clusterOf, cycleOf, firstCycle, partsOfCycle, type PartyId, type ReviewId } from "../../schemas/base/ids.ts";
import type { Obligation } from "../../schemas/model/review.ts";
import { dayOf, longDate } from "../base/time.ts";
import type en from "../labels/calendar.en.json";
import type { Wording } from "../labels/words.ts";
import { numberOfClarification } from "../review/obligations.ts";
import type { OwnObligation } from "./own-obligations.ts";

/** The words of calendars in a language: every message that the English ones have. */
export type CalendarMessages = Readonly<Record<keyof typeof en, string>>;

/** A language with the words of calendars in it, and of the codes that they name. */
export interface CalendarWording {
  readonly language: Wording["language"];
  readonly messages: CalendarMessages;
  readonly words: Pick<Wording["words"], "obligations" | "clusters">;
}

/** The writer of calendar entries. */
export interface CalendarWriter {
  /** Returns the name of a calendar with the dates of an owner. */
  readonly name: (owner: string) => string;
  readonly summary: (obligation: OwnObligation) => string;
  readonly description: (obligation: OwnObligation) => string;
}

type CalendarValues = Readonly<Record<string, string | number>>;

/** The remark for a settled obligation in its entry. */
const settled = { open: undefined, met: "met", void: "void" } as const satisfies Record<
  Obligation["state"],
  keyof CalendarMessages | undefined
>;

/**
 * Returns the writer of calendars in a language, with the names of parties in it; a party without a name has its id.
 */
export const calendarWriter = (
  { language, messages, words }: CalendarWording,
  names: ReadonlyMap<string, string>,
): CalendarWriter => {
  const say = (message: keyof CalendarMessages, values: CalendarValues = {}): string => {
    const filled: unknown = new IntlMessageFormat(messages[message], language).format({ ...values });
    if (typeof filled !== "string") throw new TypeError(`${message} is not filled in with text`);
    return filled;
  };
  const partyOf = (id: PartyId): string => names.get(id) ?? id;
  const obligationOf = ({ id, kind }: Obligation): string => {
    const number = numberOfClarification(id);
    const obligation = words.obligations[kind];
    return number === undefined ? obligation : say("numbered", { obligation, number: String(number) });
  };
  const clusterIn = (review: ReviewId): string => {
    const number = String(clusterOf(review));
    const title = new Map<string, string>(Object.entries(words.clusters)).get(number) ?? number;
    const cycle = cycleOf(review);
    return cycle === firstCycle
      ? say("cluster", { number, title })
      : say("clusterOfCycle", { number, title, cycle: String(partsOfCycle(cycle).number) });
  };
  return {
    name: (owner) => say("name", { owner }),
    summary: ({ review, obligation }) =>
      say("summary", {
        obligation: obligationOf(obligation),
        party: partyOf(review.party),
        number: String(clusterOf(review.id)),
      }),
    description: ({ review, obligation }) => {
      const { dueAt, originalDueAt, state, party } = obligation;
      const end = settled[state];
      return [
        say("partyConcerned", { party: partyOf(party) }),
        clusterIn(review.id),
        say("due", { day: longDate(dayOf(dueAt), language) }),
        ...(dayOf(originalDueAt) === dayOf(dueAt)
          ? []
          : [say("moved", { day: longDate(dayOf(originalDueAt), language) })]),
        ...(end === undefined ? [] : [say(end)]),
        say("onRecord"),
      ].join("\n");
    },
  };
};
