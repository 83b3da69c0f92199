import { addDays, daysBetween } from "../../domain/base/time.ts";
import type { PairedGroup } from "../../schemas/model/data-files.ts";
import type { PartyId, ReviewId } from "../../schemas/base/ids.ts";
import type { CalendarDate, Language } from "../../schemas/base/values.ts";
import { type Chance, chanceFor } from "../chance.ts";
import type { Reached, TakeOverCast } from "./cast.ts";
import type { TakenService } from "./people-rows.ts";
import { languagesCounted, type StatusPaper } from "./status-paper.ts";

/** A row of the sheet of steps, or of that of delays. */
export type StepRow = Readonly<Record<string, string>>;

type Paired = PairedGroup["reviews"][number];

/** A review that has gone on from its consultation, with what is peculiar to it. */
interface Course {
  readonly review: Paired;
  readonly reached: Reached;
  /** The day of the nomination of its last focal point. */
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  /** The languages that are agreed, if they are. */
  readonly languages: readonly Language[] | undefined;
  readonly withoutMeeting: boolean;
  readonly chance: Chance;
}

/** Returns the day on which every party of a review has its first focal point in it. */
const servedFrom = ({ id, seats }: Paired, services: readonly TakenService[]): CalendarDate => {
  const first = seats.map(({ party }) => {
    const days = services
      .filter((one) => one.role === "focal-point" && one.party === party && one.reviews.includes(id))
      .map(({ namedOn }) => namedOn)
      .toSorted();
    if (days[0] === undefined) throw new Error(`${party} has named no focal point in ${id}`);
    return days[0];
  });
  const last = first.toSorted().at(-1);
  if (last === undefined) throw new Error(`${id} has no seats`);
  return last;
};

/** Number of the steps from consultation to feedback that have been taken. */
const stepsTaken: Readonly<Record<Reached, number>> = {
  nomination: 0,
  consultation: 0,
  questionnaire: 1,
  feedback: 2,
  observations: 3,
};

/** The days of a review's steps, spread over the time that there was. */
const daysOf = ({ from, until, reached, chance }: Course): readonly CalendarDate[] => {
  const steps = stepsTaken[reached];
  const days = daysBetween(from, until);
  // Most of the time passes before the last step, which is far from over.
  const step = Math.max(2, Math.floor(days / (steps + 2)));
  return Array.from({ length: steps }, (_, place) => addDays(from, step * (place + 1) - chance.between(0, 1)));
};

const consultationRows = (
  { review: { id }, languages, withoutMeeting, chance }: Course,
  on: CalendarDate,
): StepRow[] => {
  const of = { review: id };
  const agreed =
    languages === undefined
      ? { ...of, step: "languages-open", day: on, reason: "lack-of-resources", languages: "fr" }
      : {
          ...of,
          step: "languages",
          day: on,
          languages: languages.join(" "),
          ...(languages.length > 2 ? { reason: "Each of the parties works in another language." } : {}),
        };
  if (withoutMeeting)
    return [
      agreed,
      { ...of, step: "outcome", day: on, reason: "The parties agreed in writing that no meeting was needed." },
    ];
  const met = { ...of, step: "meeting", day: addDays(on, -1), mode: chance.inHundred(70) ? "video" : "in-person" };
  return [met, agreed, { ...of, step: "outcome", day: on }];
};

const rowsOf = (course: Course): readonly StepRow[] => {
  const { review, reached } = course;
  const [consulted, answered, cleared] = daysOf(course);
  const of = { review: review.id };
  const reviewers = review.seats.filter(({ role }) => role !== "under-review").map(({ party }) => party);
  const feedback = (party: PartyId, day: CalendarDate): StepRow => ({ ...of, step: "feedback", day, party });
  return [
    ...(consulted === undefined ? [] : consultationRows(course, consulted)),
    ...(answered === undefined ? [] : [{ ...of, step: "answers", day: answered }]),
    ...(cleared === undefined ? [] : reviewers.map((party) => feedback(party, cleared))),
    // Of some reviews one reviewer has cleared, and another is still awaited.
    ...(reached === "feedback" && answered !== undefined && course.chance.inHundred(30)
      ? reviewers.slice(0, 1).map((party) => feedback(party, addDays(answered, 20)))
      : []),
  ];
};

/** Returns the notified delays: of some of the pending answers. */
const delayRowsOf = (course: Course): readonly StepRow[] => {
  const { review, reached, until, chance } = course;
  if (reached !== "questionnaire" || !chance.inHundred(30)) return [];
  const reason = chance.oneOf(["coordination", "information-gathering", "clearance", "digital-gap"]);
  return [
    {
      review: review.id,
      party: review.party,
      duty: "questionnaire",
      told_on: addDays(until, -chance.between(3, 20)),
      due_on: addDays(until, chance.between(60, 150)),
      reason,
    },
  ];
};

/** Returns the history of the reviews by the day of the paper, with the notified delays. */
export const stepsOf = (
  groups: readonly PairedGroup[],
  { reached }: TakeOverCast,
  services: readonly TakenService[],
  paper: StatusPaper,
  seed: number,
): { readonly steps: readonly StepRow[]; readonly delays: readonly StepRow[] } => {
  const languages = languagesCounted(paper);
  const advanced = groups
    .flatMap((group) => group.reviews)
    .filter(({ id }) => stepsTaken[reached.get(id) ?? "nomination"] > 0)
    .toSorted((one, other) => one.id.localeCompare(other.id));
  const courses = advanced.map((review, place): Course => ({
    review,
    reached: reached.get(review.id) ?? "consultation",
    from: servedFrom(review, services),
    until: paper.asAt,
    languages: languages[place],
    withoutMeeting: place >= advanced.length - paper.consultations.advancedWithout.value,
    chance: chanceFor(seed, `course of ${review.id}`),
  }));
  return { steps: courses.flatMap(rowsOf), delays: courses.flatMap(delayRowsOf) };
};

/** The reviews of a group, as rows of the sheets name them. */
export const isOfGroup =
  ({ reviews }: PairedGroup) =>
  ({ review }: { readonly review?: string }): boolean =>
    reviews.some(({ id }: { readonly id: ReviewId }) => id === review);
