import type { components } from "../../client/api-types.ts";
import { addPeriod } from "./calendar.ts";
import { type CountedObligation, dueOn, isDelayed } from "./counted-obligations.ts";
import { type CountedParty, type CountedPerson, joinedProtocols, joinedSince } from "./counted-parties.ts";
import { type CountedReview, stageOn } from "./counted-review.ts";
import { isHeld, type Stage } from "./dated-facts.ts";
import { type FactKind, type FactOf, isOf } from "./facts.ts";
import { handovers } from "./handovers.ts";
import { stages } from "./rules.ts";
import { timeline } from "./timeline.ts";

export type Measure = components["schemas"]["Measure"];

/** The counted data: everything in the journal, each on its day. */
export interface Counted {
  readonly parties: readonly CountedParty[];
  readonly reviews: readonly CountedReview[];
  readonly people: ReadonlyMap<string, CountedPerson>;
  /** The day that was planned for each group. */
  readonly planned: ReadonlyMap<string, string>;
}

/** One that counts, by a key of its own, and in which group where it counts in one; a key may come in several. */
export interface CountedOne {
  readonly key: string;
  readonly group?: string;
}

/** An obligation with its status at the end of a day. */
type ObligationOnDay = CountedObligation & { readonly current: string; readonly isDelayed: boolean };

type Rule = (counted: Counted, day: string) => readonly CountedOne[];

const partiesBy =
  (fits: (party: CountedParty) => boolean): Rule =>
  ({ parties }, day) =>
    parties
      .filter((party) => party.takesPart !== undefined && isHeld(party.takesPart, day) && fits(party))
      .map(({ id }) => ({ key: id }));

export const drawn = ({ reviews }: Counted, day: string): readonly CountedReview[] =>
  reviews.filter((review) => review.drawnOn <= day);

const hasLeft = ({ leftOn }: CountedReview, day: string): boolean => leftOn !== undefined && leftOn <= day;
const hasStarted = ({ entered }: CountedReview, day: string): boolean => (entered.get("nomination") ?? "9999") <= day;

/** The stage of a review, or that it left. */
export const binOn = (review: CountedReview, day: string): Stage | "discontinued" | undefined =>
  hasLeft(review, day) ? "discontinued" : stageOn(review, day);

const isUnderWay = (review: CountedReview, day: string): boolean =>
  !hasLeft(review, day) && hasStarted(review, day) && stageOn(review, day) !== "concluded";

const reviewsBy =
  (fits: (review: CountedReview, day: string) => boolean): Rule =>
  (counted, day) =>
    drawn(counted, day)
      .filter((review) => fits(review, day))
      .map(({ id, group }) => ({ key: id, group }));

const inStage = (...those: readonly Stage[]): Rule =>
  reviewsBy((review, day) => those.some((stage) => stage === binOn(review, day)));

/** Returns the facts of a kind by the end of a day, in the order of days. */
export const happened = <Kind extends FactKind>(
  { facts }: CountedReview,
  day: string,
  ...kinds: readonly Kind[]
): readonly FactOf<Kind>[] =>
  facts.flatMap(({ fact, day: on }) => (on > day ? [] : kinds.flatMap((kind) => (isOf(kind, fact) ? [fact] : []))));

const seatsOn = ({ seats }: CountedReview, day: string) => seats.filter((seat) => isHeld(seat, day));

/** A party that left the Convention sits nowhere from its day on. */
const hasDenounced = ({ parties }: Counted, party: string, day: string): boolean =>
  parties.some(({ id, leftOn }) => id === party && leftOn !== undefined && leftOn <= day);

const isServed = ({ services }: CountedReview, party: string, role: string, day: string): boolean =>
  services.some((one) => one.party === party && one.role === role && isHeld(one, day));

const emptySeats = (review: CountedReview, role: string, day: string) =>
  isUnderWay(review, day) ? seatsOn(review, day).filter(({ party }) => !isServed(review, party, role, day)) : [];

const seatsWithout =
  (role: string): Rule =>
  (counted, day) =>
    drawn(counted, day).flatMap((review) =>
      emptySeats(review, role, day)
        .filter(({ party }) => !hasDenounced(counted, party, day))
        .map(({ party }) => ({ key: `${review.id} ${party}`, group: review.group })),
    );

/** Returns the persons who serve in a role at the end of a day, in each of their reviews. */
const serving = (counted: Counted, role: string, day: string) =>
  drawn(counted, day).flatMap(({ services, group }) =>
    services.filter((one) => one.role === role && isHeld(one, day)).map(({ user, party }) => ({ user, party, group })),
  );

const people =
  (role: string): Rule =>
  (counted, day) =>
    serving(counted, role, day).map(({ user, group }) => ({ key: user, group }));

const partiesServed =
  (role: string): Rule =>
  (counted, day) =>
    serving(counted, role, day).map(({ party, group }) => ({ key: party, group }));

const partiesSeated: Rule = (counted, day) =>
  drawn(counted, day).flatMap((review) =>
    seatsOn(review, day)
      .filter(({ party }) => !hasDenounced(counted, party, day))
      .map(({ party }) => ({ key: party, group: review.group })),
  );

/** Returns the status of the languages of a review: agreed, or reported as open. */
export const languagesOn = (review: CountedReview, day: string): readonly string[] | "open" | undefined => {
  const last = happened(review, day, "languages-agreed", "languages-left-open").at(-1);
  if (last === undefined) return undefined;
  return last.kind === "languages-agreed" ? last.languages : "open";
};

const languagesAgreed = (fits: (languages: readonly string[]) => boolean, withParts = true): Rule => {
  const rule = reviewsBy((review, day) => {
    const languages = languagesOn(review, day);
    return languages !== undefined && languages !== "open" && fits(languages);
  });
  return withParts ? rule : (counted, day) => rule(counted, day).map(({ key }) => ({ key }));
};

/** "Every party has agreed to one version." */
const isAgreed = (review: CountedReview, day: string): boolean => {
  const version = happened(review, day, "observations-drafted").at(-1)?.version;
  const agreed = happened(review, day, "observations-agreed").filter((fact) => fact.version === version);
  const seats = seatsOn(review, day);
  return seats.length > 0 && seats.every(({ party }) => agreed.some((fact) => fact.party === party));
};

/** "Agreed, awaiting publication": no agreement is pending, by a decision or because it was given. */
const awaitsPublication = (review: CountedReview, day: string): boolean => {
  if (binOn(review, day) !== "observations") return false;
  const version = happened(review, day, "observations-drafted").at(-1)?.version;
  const settled = new Set<string>([
    ...happened(review, day, "observations-agreed").flatMap((fact) => (fact.version === version ? [fact.party] : [])),
    ...happened(review, day, "decision-recorded").flatMap((fact) =>
      fact.obligationKind === "agreement" ? [fact.party] : [],
    ),
  ]);
  return version !== undefined && seatsOn(review, day).every(({ party }) => settled.has(party));
};

/** "A target of 4 weeks after the last focal point is named." */
const isPastTarget = (review: CountedReview, day: string): boolean =>
  binOn(review, day) === "consultation" &&
  happened(review, day, "consultation-concluded").length === 0 &&
  addPeriod(review.entered.get("consultation") ?? day, { weeks: 4 }) < day;

/** Acts that must be done in each stage. */
const awaitedIn: Readonly<Partial<Record<Stage, readonly string[]>>> = {
  questionnaire: ["questionnaire"],
  feedback: ["questionnaire", "feedback", "clarification"],
  observations: ["feedback", "agreement"],
};

/** Returns what a review waits for at the end of a day, each with its own key. */
const awaited = (review: CountedReview, day: string): readonly string[] => {
  const stage = stageOn(review, day);
  if (!isUnderWay(review, day) || stage === undefined) return [];
  const isReady = awaitsPublication(review, day);
  return [
    ...(isReady ? ["publication"] : emptySeats(review, "focal-point", day).map(({ party }) => `focal-point ${party}`)),
    ...review.obligations
      .filter((obligation) => isHeld(obligation, day) && awaitedIn[stage]?.includes(obligation.kind) === true)
      .map(({ obligation }) => obligation),
    ...(isPastTarget(review, day) ? ["consultation"] : []),
  ];
};

/** Returns whether a delay was recorded by mistake, as found on any day: then it counts on none. */
const isReversed = ({ facts }: CountedReview, obligation: string, generation: number): boolean =>
  facts.some(({ fact }) => isOf("delay-reversed", fact) && fact.obligation === obligation && fact.delay === generation);

const obligations =
  (fits: (obligation: ObligationOnDay, day: string) => boolean): Rule =>
  (counted, day) =>
    drawn(counted, day)
      .filter((review) => isUnderWay(review, day))
      .flatMap((review) =>
        review.obligations
          .filter((obligation) => isHeld(obligation, day))
          .filter((obligation) =>
            fits({ ...obligation, current: dueOn(obligation, day), isDelayed: isDelayed(obligation, day) }, day),
          )
          .map(({ obligation }) => ({ key: `${review.id} ${obligation}`, group: review.group })),
      );

/** Steps whose day was over while a review had not passed them. */
export const stepsBehind = (review: CountedReview, planned: string | undefined, day: string): readonly Stage[] => {
  const stage = binOn(review, day);
  if (planned === undefined || stage === undefined || stage === "discontinued") return [];
  return stages
    .slice(stages.indexOf(stage))
    .filter((step) => timeline[step] !== undefined && addPeriod(planned, timeline[step]) < day);
};

export const redraws = (counted: Counted, day: string) =>
  drawn(counted, day).flatMap(({ id, group, facts }) =>
    facts.flatMap(({ fact, day: on, place }) =>
      on <= day && fact.kind === "seat-redrawn" && fact.carriedFrom === undefined
        ? [{ review: id, group, day: on, place }]
        : [],
    ),
  );

/** Every measure by the words of its definition, as the labels of the product have them. */
export const measures: Readonly<Record<Measure, Rule>> = {
  "parties-taking-part": partiesBy(() => true),
  "states-taking-part": partiesBy(({ kind }) => kind === "STATE"),
  "organizations-taking-part": partiesBy(({ kind }) => kind === "ORG"),
  "parties-to-instruments": ({ parties }, day) =>
    parties
      .filter(
        ({ joined, leftOn }) => Object.values(joined).some((on) => on <= day) && (leftOn === undefined || leftOn > day),
      )
      .map(({ id }) => ({ key: id })),
  "parties-in-reviews": partiesSeated,
  "redraws-asked": (counted, day) => [
    // There is no count by group: imported numbers of a party name no review.
    ...drawn(counted, day).flatMap(({ id, facts }) =>
      facts.flatMap(({ fact, day: on, place }) =>
        on <= day && fact.kind === "redraw-requested" ? [{ key: `${id} ${place}` }] : [],
      ),
    ),
    ...counted.parties.flatMap(({ id, redrawsBefore }) =>
      redrawsBefore.flatMap(({ day: on, number }) =>
        on > day ? [] : Array.from({ length: number }, (_, place) => ({ key: `${id} ${on} ${place}` })),
      ),
    ),
  ],
  "seats-redrawn": (counted, day) =>
    redraws(counted, day).map(({ review, group, place }) => ({ key: `${review} ${place}`, group })),
  "redraw-meetings": (counted, day) => redraws(counted, day).map(({ day: key, group }) => ({ key, group })),
  "new-parties": ({ parties }, day) =>
    parties.filter((party) => joinedSince(party, day).includes("UNTOC")).map(({ id }) => ({ key: id })),
  "parties-joining-protocols": (counted, day) => joinedProtocols(counted, day).map(({ party }) => ({ key: party })),
  "accessions-to-protocols": (counted, day) =>
    joinedProtocols(counted, day).map(({ party, instrument }) => ({ key: `${party} ${instrument}` })),
  "focal-points": people("focal-point"),
  "parties-with-focal-point": partiesServed("focal-point"),
  "parties-with-several-focal-points": (counted, day) =>
    [...Map.groupBy(serving(counted, "focal-point", day), ({ party }) => party)]
      .filter(([, those]) => new Set(those.map(({ user }) => user)).size > 1)
      .map(([key]) => ({ key })),
  "parties-that-changed-focal-point": (counted, day) => {
    const served = new Set(serving(counted, "focal-point", day).map(({ party }) => party));
    return handovers(counted, day)
      .filter(({ party }) => served.has(party))
      .map(({ party, group }) => ({ key: party, group }));
  },
  "changes-of-focal-point": (counted, day) => handovers(counted, day).map(({ key, group }) => ({ key, group })),
  "parties-without-focal-point": (counted, day) => {
    const served = new Set(serving(counted, "focal-point", day).map(({ party }) => party));
    return partiesSeated(counted, day).filter(({ key }) => !served.has(key));
  },
  "seats-without-focal-point": seatsWithout("focal-point"),
  experts: people("expert"),
  "parties-with-expert": partiesServed("expert"),
  "seats-without-expert": seatsWithout("expert"),
  observers: people("observer"),
  "parties-with-observer": partiesServed("observer"),
  reviews: reviewsBy(() => true),
  "reviews-started": reviewsBy(hasStarted),
  "reviews-by-stage": reviewsBy(() => true),
  "reviews-not-commenced": inStage("nomination"),
  "reviews-before-questionnaire": inStage("nomination", "consultation"),
  "reviews-missing-focal-point": reviewsBy((review, day) => emptySeats(review, "focal-point", day).length > 0),
  "reviews-blocked": reviewsBy((review, day) => awaited(review, day).length > 0),
  blockers: (counted, day) =>
    drawn(counted, day).flatMap((review) =>
      awaited(review, day).map((one) => ({ key: `${review.id} ${one}`, group: review.group })),
    ),
  "reviews-awaiting-consultation": reviewsBy(
    (review, day) =>
      binOn(review, day) === "consultation" && happened(review, day, "consultation-concluded").length === 0,
  ),
  "reviews-advancing": inStage("questionnaire", "feedback", "observations"),
  "reviews-concluded": inStage("concluded"),
  "reviews-behind-timeline": (counted, day) =>
    drawn(counted, day).flatMap((review) =>
      stepsBehind(review, counted.planned.get(review.group), day).length > 0
        ? [{ key: review.id, group: review.group }]
        : [],
    ),
  "consultations-held": reviewsBy((review, day) => happened(review, day, "consultation-held").length > 0),
  "consultations-without-meeting": reviewsBy(
    (review, day) => happened(review, day, "consultation-concluded").at(-1)?.withoutMeeting === true,
  ),
  "languages-agreed": languagesAgreed(() => true),
  "reviews-in-one-language": languagesAgreed(({ length }) => length === 1, false),
  "reviews-in-two-languages": languagesAgreed(({ length }) => length === 2, false),
  "reviews-in-three-languages": languagesAgreed(({ length }) => length === 3, false),
  "languages-open": reviewsBy((review, day) => languagesOn(review, day) === "open"),
  "questionnaires-submitted": reviewsBy(
    (review, day) =>
      happened(review, day, "answers-submitted", "answers-returned").at(-1)?.kind === "answers-submitted",
  ),
  "consultation-rounds": (counted, day) =>
    drawn(counted, day).flatMap((review) =>
      happened(review, day, "consultation-round-held").map(({ number }) => ({
        key: `${review.id} ${number}`,
        group: review.group,
      })),
    ),
  "answers-opened": reviewsBy((review, day) => happened(review, day, "answers-opened").length > 0),
  "delays-notified": (counted, day) =>
    drawn(counted, day).flatMap((review) =>
      happened(review, day, "delay-notified")
        .filter(({ obligation, generation }) => !isReversed(review, obligation, generation))
        .map(({ obligation, generation }) => ({
          key: `${review.id} ${obligation} ${generation}`,
          group: review.group,
        })),
    ),
  "feedback-reached": reviewsBy(({ entered }, day) => (entered.get("feedback") ?? "9999") <= day),
  "feedback-concluded": reviewsBy(({ entered }, day) => (entered.get("observations") ?? "9999") <= day),
  "lists-agreed": reviewsBy(isAgreed),
  "lists-published": reviewsBy((review, day) => happened(review, day, "observations-published").length > 0),
  "duties-open": obligations(() => true),
  "duties-overdue": obligations(({ current }, day) => current < day),
  "duties-late": obligations(({ original }, day) => original < day),
  "duties-delayed": obligations((obligation) => obligation.isDelayed),
  "duties-returned": obligations(({ isAgain, kind }) => isAgain && (kind === "questionnaire" || kind === "feedback")),
};
