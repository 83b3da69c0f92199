import { describe, expect, test } from "vitest";
import { compose } from "../../harness/compose-letter.ts";
import type { LetterInput } from "../../../domain/letters/content/letter-pages.ts";
import { LetterKind } from "../../../schemas/model/letter.ts";
import { everySample } from "./every-sample.ts";

/** Reviews of several clusters run side by side: a letter says which it is about before it is opened, or in every row. */

/** About an account, an address or a person, and no review. */
const aboutNoReview: readonly LetterKind[] = ["access-changed", "mission-readdressed", "person-corrected"];

/** Returns whether the ordering user writes the subject of a letter: it names clusters wherever it names reviews. */
const isWrittenByHand = ({ kind }: LetterInput): boolean => kind === "bulletin";

/** So much of a subject is shown in most lists of mails. */
const shown = 78;

const pattern = /\b(?:RM\/)?(?<cycle>[a-z]{2,12}\d+-)?c(?<cluster>[1-4])(?:-(?:[A-Z]{2}|g\d+))?\b/gu;
const clustersNamed = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(pattern)].flatMap(({ groups }) => groups?.["cluster"] ?? []));

/** Returns the clusters that a subject names, as far as a list of mails shows it. */
const clustersSaid = (subject: string): ReadonlySet<string> => {
  const [, numbers = ""] = /\bclusters? ((?:\d(?:, | and )?)+)/u.exec(subject.slice(0, shown)) ?? [];
  return new Set(numbers.match(/\d/gu) ?? []);
};

/** Returns the names of reviews in a text that are not followed by their cluster, except those in references. */
const silentNames = (text: string): readonly string[] =>
  [
    ...text
      .replaceAll(/RM\/\S+/gu, "")
      .replaceAll(/\s+/gu, " ")
      .matchAll(/\bc([1-4])-[A-Z]{2}\b(.{0,25})/gu),
  ].flatMap(([whole, cluster, after]) => (after?.includes(`cluster ${cluster}`) === true ? [] : [whole]));

const samples = Object.entries(everySample);

test("every kind of letter has a sample, and those about no review name none", () => {
  expect(new Set(samples.map(([, { kind }]) => kind))).toEqual(new Set(LetterKind.options));
  for (const [name, input] of samples)
    if (aboutNoReview.includes(input.kind)) expect([name, clustersNamed(compose(input).text).size]).toEqual([name, 0]);
});

describe.each(samples.filter(([, { kind }]) => !aboutNoReview.includes(kind)))("the letter %s", (_, input) => {
  test("names the clusters of its reviews in its subject, or next to each of them", () => {
    const { subject, text } = compose(input);
    if (isWrittenByHand(input)) expect(silentNames(text)).toEqual([]);
    else expect(clustersSaid(subject)).toEqual(clustersNamed(text));
  });
});

/** Lists of a letter whose items may belong to several clusters. */
const lists = ["reviews", "mandates", "obligations"] as const;
const ofFourthCluster = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(/"c1-(?=[A-Z]{2}"|g\d)/gu, '"c4-'));
/** Returns the letter with its reviews repeated in another cluster. */
const inTwoClusters = (input: LetterInput): LetterInput => {
  const list = lists.find((name) => name in input);
  if (list === undefined) throw new Error(`The letter ${input.kind} lists nothing`);
  const listed: unknown = Reflect.get(input, list);
  if (!Array.isArray(listed)) throw new Error(`${list} of the letter ${input.kind} is no list`);
  return Object.assign({}, input, { [list]: [...listed, ...(ofFourthCluster(listed) as unknown[])] });
};

const spanning = [
  "digest",
  "daily-list",
  "invitation-focal-point",
  "further-nomination",
  "handover",
  "mandate-ended",
  "party-left-several-reviews",
];
test.each([...spanning, "bulletin-seated-expert", "bulletin-listed-mission"])(
  "%s that is about two reviews of a party says of each row which cluster it means",
  (name) => {
    const input = everySample[name];
    if (input === undefined) throw new Error(`There is no sample ${name}`);
    const { subject, text } = compose(inTwoClusters(input));
    expect(clustersNamed(text)).toEqual(new Set(["1", "4"]));
    expect(silentNames(text)).toEqual([]);
    if (!isWrittenByHand(input)) expect(subject).toContain("(clusters 1 and 4)");
  },
);

test("clusters of another cycle say so", () => {
  const input = everySample["handover"];
  if (input === undefined) throw new Error("There is no sample handover");
  const later: unknown = JSON.parse(JSON.stringify(input).replaceAll('"c1-', '"untoc2-c1-'));
  expect(compose(later as LetterInput).subject).toContain("(cluster 1 of the second cycle)");
});
