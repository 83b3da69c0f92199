import { binOn, type Counted, type CountedOne, happened, languagesOn, type Measure, stepsBehind } from "./measures.ts";
import type { CountedReview } from "./counted-review.ts";
import { reasonOfChange } from "./handovers.ts";

/** The values under which one counts that is counted by a key. */
type ValuesOf = (key: string, counted: Counted, day: string) => readonly string[];

const ofReview =
  (of: (review: CountedReview, day: string, counted: Counted) => readonly string[]): ValuesOf =>
  (key, counted, day) =>
    counted.reviews.filter(({ id }) => id === key).flatMap((review) => of(review, day, counted));

const inLanguages = (review: CountedReview, day: string): readonly string[] => {
  const languages = languagesOn(review, day);
  return languages === undefined || languages === "open" ? [] : [languages.toSorted().join("+")];
};

const whyOpen = (review: CountedReview, day: string): readonly string[] => {
  const last = happened(review, day, "languages-agreed", "languages-left-open").at(-1);
  return last?.kind === "languages-left-open" ? [last.why] : [];
};

/** A delay is named by its review, its obligation and its turn. */
const reasons: ValuesOf = (key, { reviews }, day) =>
  reviews
    .filter(({ id }) => key.startsWith(`${id} `))
    .flatMap((review) =>
      happened(review, day, "delay-notified")
        .filter(({ obligation, generation }) => key === `${review.id} ${obligation} ${generation}`)
        .map(({ reason }) => reason),
    );

const dimensions = {
  stage: ofReview((review, day) => [binOn(review, day) ?? []].flat()),
  step: ofReview((review, day, { planned }) => stepsBehind(review, planned.get(review.group), day)),
  languages: ofReview(inLanguages),
  languagesOpen: ofReview(whyOpen),
  gender: (key, { people }) => [people.get(key)?.gender ?? "not-stated"],
  institutionKind: (key, { people }) => [people.get(key)?.institutionKind ?? "not-stated"],
  reason: reasons,
  endReason: reasonOfChange,
} satisfies Readonly<Record<string, ValuesOf>>;
type Dimension = keyof typeof dimensions | "group";

const byStage = [["stage"], ["group", "stage"]] as const;

/** Dimensions of measures in the paragraphs of the status paper, other than groups. */
const dimensionsByMeasure: Readonly<Partial<Record<Measure, readonly (readonly Dimension[])[]>>> = {
  "reviews-by-stage": byStage,
  "reviews-advancing": byStage,
  "reviews-missing-focal-point": byStage,
  "reviews-behind-timeline": [["step"], ["group", "step"]],
  "focal-points": [["gender"], ["institutionKind"]],
  experts: [["gender"], ["institutionKind"]],
  observers: [["gender"]],
  "languages-agreed": [["languages"]],
  "reviews-in-one-language": [["languages"]],
  "reviews-in-two-languages": [["languages"]],
  "reviews-in-three-languages": [["languages"]],
  "languages-open": [["languagesOpen"]],
  "delays-notified": [["reason"]],
  "changes-of-focal-point": [["endReason"]],
};

/** Returns the sets of dimensions of a measure, each joined in alphabetical order. */
export const dimensionsOf = (measure: Measure): ReadonlySet<string> =>
  new Set((dimensionsByMeasure[measure] ?? []).map((one) => one.join(" and ")));

const valuesIn = (name: Dimension, one: CountedOne, counted: Counted, day: string): readonly string[] => {
  if (name === "group") return one.group === undefined ? [] : [one.group];
  return dimensions[name](one.key, counted, day);
};

/** Returns the count of a measure for each value, and each pair of values, of its dimensions. */
export const partsOf = (
  measure: Measure,
  own: readonly CountedOne[],
  counted: Counted,
  day: string,
): ReadonlyMap<string, number> => {
  const keys = new Map<string, Set<string>>();
  for (const names of dimensionsByMeasure[measure] ?? [])
    for (const one of own) {
      const parts = names.reduce<readonly string[]>(
        (before, name) =>
          before.flatMap((words) => valuesIn(name, one, counted, day).map((value) => `${words} by ${name} ${value}`)),
        [""],
      );
      for (const part of parts) keys.set(part, (keys.get(part) ?? new Set()).add(one.key));
    }
  return new Map([...keys].map(([part, those]) => [part, those.size]));
};
