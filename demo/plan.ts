import { addDays } from "../domain/base/time.ts";
import type { PartyId, ReviewId } from "../schemas/base/ids.ts";
import type { CalendarDate } from "../schemas/base/values.ts";
import { type DemoStep, byTime } from "./timeline.ts";
import { chanceFor, inLotsOrder } from "./chance.ts";
import { scenarioOf } from "./review-scenario.ts";
import { type PartyPlan, planPeople } from "./people.ts";
import { newcomersFor } from "./newcomers.ts";
import { type Script, scriptFor, type SeatChange, type ServicePlan, type Traits } from "./script.ts";
import { drawingDays, firstDay, lastDay, tuesdayFrom, type Population, type ReviewView } from "./population.ts";

const vacant: ServicePlan = { focalPoints: [], experts: [] };

/** Two reviews that conclude and are published, and one that waits for its publication. */
const models: readonly NonNullable<Traits["model"]>[] = [
  { published: true },
  { published: true },
  { published: false },
];

/** Special courses of one review each, of those whose focal points are named within half a year. */
const peculiar: readonly Traits[] = [
  { withoutMeeting: true },
  { threeLanguages: true, prompt: true },
  { answersReturned: true, prompt: true },
  { feedbackReturned: true, prompt: true },
  { corrected: "consultation" },
  { corrected: "submission" },
  { answersReturned: true },
];

/** Returns reviews that wait only for one reviewing party, which never names a person: lots may be drawn again. */
const heldUpByOne = ({ seats }: ReviewView, peopleOf: (party: PartyId) => ServicePlan): PartyId | undefined => {
  const never = seats.filter(({ party }) => peopleOf(party).focalPoints.length === 0);
  const [one] = never;
  return never.length === 1 && one !== undefined && one.role === "reviewing" ? one.party : undefined;
};

interface Cast {
  readonly traits: ReadonlyMap<ReviewId, Traits>;
  readonly redraws: readonly (SeatChange & { readonly review: ReviewView })[];
}

/** Assigns the special courses to reviews. */
const castOf = (
  population: Population,
  seed: number,
  peopleOf: (party: PartyId) => ServicePlan,
  exemplary: readonly ReviewView[],
): Cast => {
  const here = population.reviews.filter(({ group }) => group === population.group);
  const traits = new Map<ReviewId, Traits>();
  exemplary.forEach(({ id }, at) => {
    const [model] = models.slice(at, at + 1);
    if (model !== undefined) traits.set(id, { model });
  });
  const others = inLotsOrder(seed, here, ({ id }) => id).filter(({ id }) => !traits.has(id));
  const early = others.filter((review) => {
    const complete = bareScript(review, peopleOf).allServed(firstDay);
    return complete !== undefined && complete < addDays(firstDay, 180);
  });
  const [forRedraw, ...rest] = early;
  rest.forEach(({ id }, at) => {
    const [own] = peculiar.slice(at, at + 1);
    if (own !== undefined) traits.set(id, own);
  });
  const newcomer = newcomersFor(population, seed);
  const heldUp = others.flatMap((review) => {
    const from = heldUpByOne(review, peopleOf);
    return from === undefined ? [] : [{ review, from }];
  });
  const redraws = heldUp.slice(0, 2).flatMap(({ review, from }, at) => {
    const on = drawingDays[at] ?? lastDay;
    const to = newcomer(review, from);
    return to === undefined ? [] : [{ review, from, to, on }];
  });
  const reviewers = forRedraw?.seats.filter(({ role }) => role === "reviewing") ?? [];
  const [leaving] = reviewers.slice(-1);
  const to = forRedraw === undefined || leaving === undefined ? undefined : newcomer(forRedraw, leaving.party);
  const inFeedback =
    forRedraw === undefined || leaving === undefined || to === undefined
      ? []
      : [{ review: forRedraw, from: leaving.party, to, on: drawingDays[2] ?? lastDay }];
  for (const { review, from, to: seat, on } of [...redraws, ...inFeedback])
    traits.set(review.id, { ...traits.get(review.id), prompt: true, redraw: { from, to: seat, on } });
  return { traits, redraws: [...redraws, ...inFeedback] };
};

const bareScript = (review: ReviewView, peopleOf: (party: PartyId) => ServicePlan): Script =>
  scriptFor(review, {}, chanceFor(0, review.id), peopleOf);

/** Returns the acts of the secretariat and the party under review for a redraw. */
const redrawActs = ({ review, from, to, on }: Cast["redraws"][number]): readonly DemoStep[] => [
  {
    on: tuesdayFrom(addDays(on, -21)),
    by: { role: "mission", party: review.party },
    does: { kind: "request-redraw", review: review.id, seat: from },
  },
  {
    on,
    by: { role: "secretariat" },
    does: { kind: "redraw", review: review.id, from, to: to.party, instruments: to.instruments, drawnOn: on },
  },
];

/** Returns the reviews of the group in which each party has a seat. */
const seatsByParty = (here: readonly ReviewView[]): ReadonlyMap<PartyId, readonly ReviewId[]> => {
  const reviewsOf = new Map<PartyId, ReviewId[]>();
  for (const { id, seats } of here.toSorted((one, other) => one.id.localeCompare(other.id)))
    for (const { party } of seats) reviewsOf.set(party, [...(reviewsOf.get(party) ?? []), id]);
  return reviewsOf;
};

/** Leaves concluded reviews out of later nominations. */
const withoutConcluded = (acts: readonly DemoStep[]): readonly DemoStep[] => {
  const ends = new Map(acts.flatMap(({ on, does }) => (does.kind === "publish" ? [[does.review, on] as const] : [])));
  return acts.flatMap((act): DemoStep[] => {
    const { on, does } = act;
    if (does.kind !== "name") return [act];
    const reviews = does.reviews.filter((review) => on <= (ends.get(review) ?? lastDay));
    return reviews.length === 0 ? [] : [{ ...act, does: { ...does, reviews } }];
  });
};

/**
 * What the parties of a group and the secretariat do in two and a half years, drawn from a seed: some in time, some
 * late, some never. The same seed gives the same plan, whatever the order of reviews and parties.
 */
export const planDemo = (population: Population, seed: number): readonly DemoStep[] => {
  const here = population.reviews.filter(({ group }) => group === population.group);
  const exemplary = inLotsOrder(seed, here, ({ id }) => `model ${id}`).slice(0, models.length);
  const diligent = new Set(exemplary.flatMap(({ seats }) => seats.map(({ party }) => party)));
  const planAll = (leaving: ReadonlySet<PartyId>): ReadonlyMap<PartyId, PartyPlan> =>
    new Map(
      [...seatsByParty(here)].map(([party, reviews]) => {
        const steady = diligent.has(party) || leaving.has(party);
        return [
          party,
          planPeople({ party, reviews, openedFrom: firstDay, diligent: diligent.has(party), steady }, seed),
        ];
      }),
    );
  const first = planAll(new Set());
  const { traits, redraws } = castOf(population, seed, (party) => first.get(party) ?? vacant, exemplary);
  const people = planAll(new Set(redraws.map(({ from }) => from)));
  const acts: DemoStep[] = [...people.values()].flatMap((plan) => plan.acts);
  for (const review of here) {
    const redraw = redraws.find((one) => one.review.id === review.id);
    const newcomer = redraw === undefined ? undefined : newcomerOf(redraw, seed);
    const servingOf = (party: PartyId): ServicePlan =>
      redraw?.to.party === party
        ? (newcomer ?? vacant)
        : leftOn(people.get(party) ?? vacant, redraw?.from === party ? redraw.on : undefined);
    const chance = chanceFor(seed, `course of ${review.id}`);
    acts.push(...scenarioOf(scriptFor(review, traits.get(review.id) ?? {}, chance, servingOf)));
    if (redraw !== undefined) acts.push(...redrawActs(redraw), ...(newcomer?.acts ?? []));
  }
  return withoutConcluded(acts.filter(({ on }) => on <= lastDay).toSorted(byTime));
};

/** The people of a party that was drawn for a seat. */
const newcomerOf = ({ review, to, on }: Cast["redraws"][number], seed: number): PartyPlan =>
  planPeople({ party: to.party, reviews: [review.id], openedFrom: on, diligent: true, steady: true }, seed);

/** Returns the people of a party that gave up its seat on a day: no person serves from then on. */
const leftOn = (serving: ServicePlan, day: CalendarDate | undefined): ServicePlan => {
  if (day === undefined) return serving;
  const until = (services: ServicePlan["focalPoints"]) =>
    services
      .filter(({ from }) => from < day)
      .map((one) => (one.until === undefined || one.until > day ? { ...one, until: day } : one));
  return { focalPoints: until(serving.focalPoints), experts: until(serving.experts) };
};
