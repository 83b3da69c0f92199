import { addDays } from "../../domain/base/time.ts";
import type { PairedGroup } from "../../schemas/model/data-files.ts";
import type { PartyId, ReviewId } from "../../schemas/base/ids.ts";
import { CalendarDate } from "../../schemas/base/values.ts";
import { chanceFor } from "../chance.ts";
import { tuesdayFrom } from "../population.ts";
import { byTime, type Caller, type DemoStep, type Draft } from "../timeline.ts";
import type { TakeOverState } from "./state.ts";

type Paired = PairedGroup["reviews"][number];

/** The last day of the year that is played after the take-over. */
export const yearEnds: CalendarDate = CalendarDate.parse("2024-06-10");

/** Days on which the secretariat resumes the reminders of each group, by its number. */
export const resumptionDays: ReadonlyMap<number, CalendarDate> = new Map([
  [1, CalendarDate.parse("2023-06-13")],
  [2, CalendarDate.parse("2023-06-27")],
  [3, CalendarDate.parse("2023-09-05")],
]);

/** The day from which parties act: all groups are resumed by then. */
const goesOnFrom = CalendarDate.parse("2023-09-12");

const secretariat: Caller = { role: "secretariat" };

/** Returns the focal point of a party in a review at the take-over. */
const focalPointIn = ({ services }: TakeOverState, review: ReviewId, party: PartyId): Caller => {
  const serving = services.find(
    (one) =>
      one.role === "focal-point" && one.party === party && one.until === undefined && one.reviews.includes(review),
  );
  if (serving === undefined) throw new Error(`${party} has no focal point in ${review}`);
  return { role: "focal-point", party, number: serving.number };
};

const draftsOf = ({ seats }: Paired, party: PartyId): readonly Draft[] =>
  (seats.find((seat) => seat.party === party)?.instruments ?? []).map((instrument) => ({ instrument, version: 1 }));

/** The list is drafted, agreed to and published, from a day on. */
const conclusion = (state: TakeOverState, review: Paired, from: CalendarDate): readonly DemoStep[] => {
  const { id, seats } = review;
  const listed = tuesdayFrom(from);
  const published = tuesdayFrom(addDays(listed, 42));
  return [
    { on: listed, by: secretariat, does: { kind: "list", review: id, version: 1 } },
    ...seats.map(({ party }, place): DemoStep => ({
      on: tuesdayFrom(addDays(listed, 7 * (place + 1))),
      by: focalPointIn(state, id, party),
      does: { kind: "agree", review: id, version: 1 },
    })),
    { on: published, by: secretariat, does: { kind: "publish", review: id, version: 1 } },
  ];
};

/** Plans the clearance of pending feedback and, for some reviews, the publication of the list. */
const afterAnswers = (state: TakeOverState, review: Paired, seed: number): readonly DemoStep[] => {
  const { id, seats } = review;
  const chance = chanceFor(seed, `feedback of ${id}`);
  if (!chance.inHundred(55)) return [];
  const hasCleared = new Set(
    state.sheets
      .flatMap(({ steps }) => steps)
      .filter(({ review: of, step }) => of === id && step === "feedback")
      .map(({ party }) => party),
  );
  const on = tuesdayFrom(addDays(goesOnFrom, chance.between(7, 120)));
  const awaited = seats.filter(({ role, party }) => role !== "under-review" && !hasCleared.has(party));
  const cleared = awaited.flatMap(({ party }): readonly DemoStep[] => {
    const by = focalPointIn(state, id, party);
    const does = { review: id, party, drafts: draftsOf(review, party) };
    return [
      { on, by, does: { kind: "draft-feedback", ...does } },
      { on, by, does: { kind: "clear", ...does } },
    ];
  });
  return chance.inHundred(60) ? [...cleared, ...conclusion(state, review, addDays(on, 21))] : cleared;
};

/** The party under review hands its answers in, or never. */
const answers = (state: TakeOverState, review: Paired, seed: number): readonly DemoStep[] => {
  const { id, party } = review;
  const chance = chanceFor(seed, `answers of ${id}`);
  if (!chance.inHundred(50)) return [];
  const on = tuesdayFrom(addDays(goesOnFrom, chance.between(0, 200)));
  const by = focalPointIn(state, id, party);
  const drafts = draftsOf(review, party);
  return [
    { on, by, does: { kind: "draft-answers", review: id, drafts } },
    { on, by, does: { kind: "submit", review: id, drafts } },
  ];
};

/** The parties meet after all and agree on languages, or do not. */
const consultation = (state: TakeOverState, { id, party }: Paired, seed: number): readonly DemoStep[] => {
  const chance = chanceFor(seed, `consultation of ${id}`);
  if (!chance.inHundred(40)) return [];
  const on = tuesdayFrom(addDays(goesOnFrom, chance.between(0, 220)));
  const languages = { languages: [chance.oneOf(["en", "fr", "es"] as const)] };
  return [{ on, by: focalPointIn(state, id, party), does: { kind: "outcome", review: id, heldOn: on, languages } }];
};

/** Plans the nominations of some of the parties that had no focal point. */
const nominations = (groups: readonly PairedGroup[], { cast }: TakeOverState, seed: number): readonly DemoStep[] =>
  [...cast.without].toSorted().flatMap((party): readonly DemoStep[] => {
    const chance = chanceFor(seed, `nomination of ${party}`);
    if (!chance.inHundred(45)) return [];
    const reviews = groups
      .flatMap((group) => group.reviews)
      .filter(({ seats }) => seats.some((seat) => seat.party === party))
      .map(({ id }) => id);
    return [
      {
        on: tuesdayFrom(addDays(goesOnFrom, chance.between(0, 240))),
        by: { role: "mission", party },
        does: { kind: "name", person: { role: "focal-point", party, number: 1 }, reviews },
      },
    ];
  });

/** Plans the acts of parties and the secretariat in the year after the take-over, in the order of time. */
export const planYear = (groups: readonly PairedGroup[], state: TakeOverState, seed: number): readonly DemoStep[] => {
  const courses = groups
    .flatMap((group) => group.reviews)
    .flatMap((review): readonly DemoStep[] => {
      switch (state.cast.reached.get(review.id)) {
        case "observations":
          return conclusion(state, review, goesOnFrom);
        case "feedback":
          return afterAnswers(state, review, seed);
        case "questionnaire":
          return answers(state, review, seed);
        case "consultation":
          return consultation(state, review, seed);
        default:
          return [];
      }
    });
  return [...nominations(groups, state, seed), ...courses].filter(({ on }) => on < yearEnds).toSorted(byTime);
};
