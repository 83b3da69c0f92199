import type { Letter, Occasion } from "../schemas/letter.ts";
import type { AlarmMessage } from "../schemas/messages.ts";
import type { Review } from "../schemas/review.ts";
import type { Instant } from "../schemas/values.ts";
import { plannedLetter } from "./letter-states.ts";
import {
  mergeOccasions,
  momentOf,
  occasionsOf,
  openedOnOf,
  planFor,
  type planOnOpening,
  scheduleName,
  spokenOn,
} from "./reminders.ts";

/** The paragraphs behind each reminder, kept on its letter for the explanation. */
const rules = {
  "focal-point": "Focal point within two weeks of the start: procedures and rules 18, guidelines 5. Reminder ladder: ",
  experts: "Governmental experts within four weeks of the start: guidelines 6. Reminder ladder: ",
  questionnaire: "Answers within six months: background paper, paragraph 30. Reminder ladder: ",
  feedback: "Written feedback within six months from receipt: procedures and rules 35. Reminder ladder: ",
  clarification: "Answer to a request for clarification within four weeks: a target. Reminder ladder: ",
  agreement: "Agreement to the list of observations within the phase of two years. Reminder ladder: ",
} as const satisfies Record<Occasion["kind"], string>;

/** The next moment to look at an occasion again, as a schedule of that name. */
export interface Alarm {
  readonly name: string;
  readonly at: Instant;
  readonly message: AlarmMessage;
}

/** What an occasion asks for at a moment: the letter that should be in the ledger, and the alarm that should be armed. */
export interface Asked {
  readonly letter?: Letter;
  readonly alarm?: Alarm;
}

/**
 * What an occasion asks for now, over the given reviews. Undefined when none of them owes anything of it any more:
 * met, or of another date or generation.
 */
export const askedFor = (
  reviews: readonly Review[],
  occasion: Occasion,
  now: Instant,
  planner: typeof planFor | typeof planOnOpening = planFor,
): Asked | undefined => {
  const openedOn = openedOnOf(reviews, occasion);
  if (openedOn === undefined) return undefined;
  const { due, next } = planner(occasion, openedOn, now);
  const letter =
    due === undefined
      ? undefined
      : plannedLetter(
          {
            content: { kind: "nomination-reminder", occasion, rung: due },
            recipient: { kind: "mission", party: occasion.party },
            party: occasion.party,
            plannedFor: momentOf(due, openedOn, occasion.dueAt),
            rule: `${rules[occasion.kind]}${due}.`,
            speaksOf: spokenOn(reviews, occasion),
          },
          now,
        );
  return {
    ...(letter === undefined ? {} : { letter }),
    ...(next === undefined
      ? {}
      : {
          alarm: { name: scheduleName(occasion, next.rung), at: next.at, message: { occasion, rung: next.rung } },
        }),
  };
};

/** What everything that the given reviews owe asks for now: each party's letters and alarms, group by group. */
export const askedForAll = (reviews: readonly Review[], now: Instant): readonly Asked[] =>
  mergeOccasions(reviews.flatMap(occasionsOf)).flatMap((occasion) => {
    const { group, party } = occasion;
    const concerned = reviews.filter((review) => review.group === group && review.seats[party] !== undefined);
    return askedFor(concerned, occasion, now) ?? [];
  });
