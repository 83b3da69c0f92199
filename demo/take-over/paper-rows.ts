import type { components } from "../../client/api-types.ts";

type Statistics = components["schemas"]["Statistics"];
type RegisterStatistics = components["schemas"]["RegisterStatistics"];
type RegisterCount = components["schemas"]["RegisterCountView"];
type MeasureName = components["schemas"]["Measure"];
type PartValues = Readonly<Record<string, string | number>>;

/** Counts of the system on the day of the paper, changes since the previous half-year, and the counts then. */
export interface Counts {
  /** As at the day of the paper, compared with the last day of the half-year before. */
  readonly now: Statistics;
  /** As at that day, compared with the half-year before it. */
  readonly halfYearBefore: Statistics;
  /** Counts of the registers as at the day of the paper. */
  readonly registers: RegisterStatistics;
}

/** A number of the paper by its place in the file, and where the system has it. */
export interface PaperRow {
  readonly path: string;
  readonly paragraph: string;
  readonly what: string;
  readonly system: (counts: Counts) => number;
}

const measureIn = ({ measures }: Statistics, name: MeasureName) => {
  const found = measures.find(({ measure }) => measure === name);
  if (found === undefined) throw new Error(`The statistics do not count ${name}`);
  return found;
};

const total =
  (name: MeasureName) =>
  ({ now }: Counts): number =>
    measureIn(now, name).total;

/** Returns the count of the members with exactly these values. */
const partOf = (statistics: Statistics, name: MeasureName, values: PartValues): number =>
  measureIn(statistics, name).parts.find(({ count: _, ...part }) => JSON.stringify(part) === JSON.stringify(values))
    ?.count ?? 0;

const part =
  (name: MeasureName, values: PartValues) =>
  ({ now }: Counts): number =>
    partOf(now, name, values);

const percent =
  (name: MeasureName) =>
  ({ now }: Counts): number =>
    // The paper of 2023 has whole numbers.
    Math.round(measureIn(now, name).share?.percent ?? Number.NaN);

const women =
  (name: MeasureName) =>
  (counts: Counts): number =>
    Math.round((part(name, { gender: "female" })(counts) / total(name)(counts)) * 100);

/** Returns the rise of changes over the previous half-year, in per cent. */
const riseOfChanges = ({ now, halfYearBefore }: Counts): number => {
  const changesIn = (statistics: Statistics): number =>
    measureIn(statistics, "changes-of-focal-point").change?.more ?? 0;
  return Math.round((changesIn(now) / changesIn(halfYearBefore) - 1) * 100);
};

const registerCount = ({ registers }: Counts, name: RegisterCount["name"]): RegisterCount => {
  const found = registers.counts.find((one) => one.name === name);
  if (found === undefined) throw new Error(`The registers do not count ${name}`);
  return found;
};

const inRegisters =
  (name: RegisterCount["name"]) =>
  (counts: Counts): number =>
    registerCount(counts, name).total;

const inRegistersOf =
  (name: RegisterCount["name"], year: number) =>
  (counts: Counts): number =>
    registerCount(counts, name).years.find((one) => one.year === year)?.total ?? 0;

/** Returns the participants of the dialogues of 2023, by kinds. */
const attended =
  (...kinds: readonly string[]) =>
  (counts: Counts): number =>
    (registerCount(counts, "dialogue-participants").years.find(({ year }) => year === 2023)?.parts ?? [])
      .filter(({ attendance }) => attendance !== undefined && kinds.includes(attendance))
      .reduce((sum, { count = 0 }) => sum + count, 0);

const row = (path: string, paragraph: string, what: string, system: PaperRow["system"]): PaperRow => ({
  path,
  paragraph,
  what,
  system,
});

const groupRows = [1, 2, 3].flatMap((group) => [
  row(`groups.${group - 1}.reviews`, "7", `reviews of group ${group}`, part("reviews", { group: `c1-g${group}` })),
  row(
    `groups.${group - 1}.partiesInAnyRole`,
    "7",
    `parties in reviews of group ${group}`,
    part("parties-in-reviews", { group: `c1-g${group}` }),
  ),
]);

const languageRows = [
  ...["en", "fr", "es", "ar"].map((languages) => ["one", languages] as const),
  ...["en+fr", "en+es", "ar+en", "en+ru", "en+zh"].map((languages) => ["two", languages] as const),
  ["three", "ar+en+fr"] as const,
].map(([number, languages]) =>
  row(`languages.${number}.${languages}`, "28", `reviews in ${languages}`, part("languages-agreed", { languages })),
);

const stageRows = (["questionnaire", "feedback", "observations", "concluded"] as const).map((stage) =>
  row(
    `stages.${stage}.value`,
    stage === "concluded" ? "24" : "23",
    `reviews at the stage ${stage}`,
    part("reviews-by-stage", { stage }),
  ),
);

const ofTraining = (name: string): string => `trainingAndDialogue.${name}`;
const ofDialogues = (name: string): string => ofTraining(`dialogues2023.value.${name}`);

/**
 * Counts of the registers (paragraphs 40 to 47); in paragraph 44 other stakeholders are academia and the private
 * sector.
 */
const registerRows = [
  row(ofTraining("officialsTrained.value"), "40", "officials trained", inRegisters("officials-trained")),
  row(ofTraining("statesTrained.value"), "40", "States trained", inRegisters("states-trained")),
  row(ofTraining("trainingLanguages.value"), "40", "languages of training", inRegisters("training-languages")),
  row(
    ofTraining("dialogues2022Stakeholders.value"),
    "44",
    "stakeholders in dialogues of 2022",
    inRegistersOf("dialogue-participants", 2022),
  ),
  row(ofDialogues("meetings"), "44", "dialogues of 2023", inRegistersOf("constructive-dialogues", 2023)),
  row(
    ofDialogues("nonGovernmentalOrganizations"),
    "44",
    "non-governmental organizations there",
    attended("nonGovernmentalOrganizations"),
  ),
  row(
    ofDialogues("otherStakeholders"),
    "44",
    "other stakeholders there",
    attended("academia", "privateSector", "otherStakeholders"),
  ),
  row(ofDialogues("academia"), "44", "from academia", attended("academia")),
  row(ofDialogues("privateSector"), "44", "from the private sector", attended("privateSector")),
  row(ofDialogues("memberStates"), "44", "Member States there", attended("memberStates")),
  row(
    ofDialogues("intergovernmentalOrganizations"),
    "44",
    "intergovernmental organizations there",
    attended("intergovernmentalOrganizations"),
  ),
  row(ofTraining("stakeholdersTrained.value"), "46", "stakeholders trained", inRegisters("stakeholders-trained")),
  row(ofTraining("stakeholderCountries.value"), "46", "countries of theirs", inRegisters("stakeholder-countries")),
  row(ofTraining("hubMembers.value"), "46", "members of the knowledge hub", inRegisters("hub-members")),
  row(ofTraining("hubCountries.value"), "46", "countries of theirs", inRegisters("hub-countries")),
  row(ofTraining("pilotInitiatives.value"), "47", "pilot initiatives", inRegisters("pilot-initiatives")),
];

/** Every number of the paper that the system counts, in the order of its paragraphs. */
export const paperRows: readonly PaperRow[] = [
  row("parties.takingPart.value", "5", "parties taking part", total("parties-taking-part")),
  row("parties.states.value", "5", "States among them", total("states-taking-part")),
  row("parties.organizations.value", "5", "regional organizations among them", total("organizations-taking-part")),
  ...groupRows,
  row("draws.redrawMeetings.value", "7", "meetings at which lots were drawn again", total("redraw-meetings")),
  row("newParties.conventionSinceLaunch.value", "9", "new parties to the Convention", total("new-parties")),
  row(
    "newParties.statesJoiningProtocolsAsStated.value",
    "9",
    "parties that joined protocols",
    total("parties-joining-protocols"),
  ),
  row(
    "newParties.statesNamedInFootnote.value",
    "fn 5",
    "parties that joined protocols",
    total("parties-joining-protocols"),
  ),
  row(
    "newParties.accessionsNamedInFootnote.value",
    "fn 5",
    "protocols that they joined",
    total("accessions-to-protocols"),
  ),
  row("focalPoints.nominated.value", "12", "focal points, persons", total("focal-points")),
  row("focalPoints.statesWith.value", "12", "parties with a focal point", total("parties-with-focal-point")),
  row("focalPoints.female.value", "12", "focal points, women", part("focal-points", { gender: "female" })),
  row("focalPoints.femalePercent.value", "12", "women, per cent", women("focal-points")),
  row(
    "focalPoints.statesWithMoreThanOne.value",
    "13",
    "parties with several",
    total("parties-with-several-focal-points"),
  ),
  row(
    "focalPoints.statesWithMoreThanOnePercent.value",
    "13",
    "of those with one, per cent",
    percent("parties-with-several-focal-points"),
  ),
  row(
    "focalPoints.statesThatChanged.value",
    "14",
    "parties that changed theirs",
    total("parties-that-changed-focal-point"),
  ),
  row(
    "focalPoints.statesThatChangedPercent.value",
    "14",
    "of those with one, per cent",
    percent("parties-that-changed-focal-point"),
  ),
  row("focalPoints.riseOfChangesFirstHalf2023Percent.value", "14", "rise of changes in 2023, per cent", riseOfChanges),
  row("focalPoints.statesWithout.value", "15", "parties without a focal point", total("parties-without-focal-point")),
  row("focalPoints.statesWithoutPercent.value", "15", "of all, per cent", percent("parties-without-focal-point")),
  row("reviewsNotCommencedForMissingFocalPoints.value", "15", "reviews not commenced", total("reviews-not-commenced")),
  row("experts.nominated.value", "18", "governmental experts, persons", total("experts")),
  row("experts.female.value", "18", "governmental experts, women", part("experts", { gender: "female" })),
  row("experts.femalePercent.value", "18", "women, per cent", women("experts")),
  row("observers.states.value", "19", "parties with observers", total("parties-with-observer")),
  row("stages.totalReviews.value", "23", "reviews", total("reviews")),
  row("stages.advancing.value", "23", "reviews advancing", total("reviews-advancing")),
  ...stageRows,
  row("consultations.held.value", "26", "consultations held", total("consultations-held")),
  row("consultations.percentOfReviews.value", "26", "of all reviews, per cent", percent("consultations-held")),
  row("consultations.advancedWithout.value", "fn 9", "advanced without one", total("consultations-without-meeting")),
  row("consultations.advancingInFootnote.value", "fn 9", "reviews advancing", total("reviews-advancing")),
  ...languageRows,
  row("languages.oneLanguagePercentAsStated", "28", "in one language, per cent", percent("reviews-in-one-language")),
  row("questionnaires.submitted.value", "31", "questionnaires submitted", total("questionnaires-submitted")),
  row("writtenFeedback.activeReviews.value", "34", "reviews advancing", total("reviews-advancing")),
  row("writtenFeedback.reached.value", "34", "written feedback reached", total("feedback-reached")),
  row("writtenFeedback.concluded.value", "34", "written feedback concluded", total("feedback-concluded")),
  row("observationLists.finalized.value", "36", "lists published", total("lists-published")),
  row(
    "observationLists.group1AtStage.value",
    "36",
    "reviews of group 1 at the list",
    part("reviews-by-stage", { group: "c1-g1", stage: "observations" }),
  ),
  ...registerRows,
];

const realPairing = "depends on the real pairing";

/** The only rows that may differ, and why. */
export const mayDiffer: Readonly<Record<string, string>> = {
  "groups.0.partiesInAnyRole": realPairing,
  "groups.1.partiesInAnyRole": realPairing,
  "groups.2.partiesInAnyRole": realPairing,
  "draws.redrawMeetings.value": realPairing,
  "newParties.statesJoiningProtocolsAsStated.value": "paragraph 9 says seven, its footnote names six",
  "focalPoints.riseOfChangesFirstHalf2023Percent.value": "the paper names no base",
  "consultations.advancingInFootnote.value": "55 in paragraph 23",
  "languages.oneLanguagePercentAsStated": "35 of 53 is 66",
  "writtenFeedback.activeReviews.value": "55 in paragraph 23",
  "writtenFeedback.reached.value": "25 and 2 in paragraph 23, 27 in paragraph 31",
};
