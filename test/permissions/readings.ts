import { FigureName } from "../../schemas/model/figures.ts";
import { PaperFigure } from "../../schemas/model/paper-figures.ts";
import type { Measure } from "../../schemas/model/statistics.ts";
import { LetterState } from "../../schemas/model/letter.ts";
import { secretariat } from "../harness/test-api.ts";
import type { LifeApi } from "../fixtures/review-life.ts";
import * as who from "./people.ts";
import { review } from "./people.ts";

/**
 * One reading: the operation, its path, and the reading that it extends, if that one already shows the rights: a list
 * by another value of a parameter, a letter's text. The grid covers each operation on its own, for all callers.
 */
export type Reading = readonly [operation: string, path: string, moreOf?: string];

/** Counts of all reviews with their lists, and labels of codes: equal for all who may read them. */
export const sameForAll: ReadonlySet<string> = new Set([
  "getLabels",
  "getCurrentFigures",
  "listFigureMembers",
  "getStatistics",
  "listMeasureMembers",
  "getPaperFigure",
  "getStalledReviews",
  "getGateProjection",
]);

/** One measure of each counted kind, and one for each field that a row may have. */
const measuresRead: readonly Measure[] = [
  "parties-in-reviews",
  "accessions-to-protocols",
  "redraw-meetings",
  "redraws-asked",
  "focal-points",
  "changes-of-focal-point",
  "seats-without-focal-point",
  "reviews-by-stage",
  "reviews-blocked",
  "reviews-behind-timeline",
  "languages-agreed",
  "languages-open",
  "blockers",
  "duties-open",
  "delays-notified",
];

const parties = [who.under, who.reviewer, who.additional, who.outsider];

interface ListedLetter {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly reason?: string;
  readonly languagesTried?: readonly string[];
}

/** Returns letters to a party: the newest of each kind, one that was not sent, and one in another language. */
const lettersTo = async (api: Pick<LifeApi, "get">, party: string): Promise<readonly string[]> => {
  const { body } = await api.get(`/v1/letters?party=${party}&limit=100`, secretariat);
  const items: readonly ListedLetter[] = body.items;
  const byKind = Map.groupBy(items, ({ kind }) => kind);
  const ended = items.filter(({ state }) => ["skipped", "failed", "settled"].includes(state));
  const byEnd = Map.groupBy(ended, ({ state, reason }) => `${state} ${reason ?? ""}`);
  const inAnother = items.filter(({ languagesTried = [] }) => languagesTried.length > 0);
  const some = [...byKind.values(), ...byEnd.values(), inAnother].flatMap((those) => those.slice(0, 1));
  return [...new Set(some.map(({ id }) => id))];
};

/** The explanations of the newest reminders of nominations. */
const reminders = "/v1/letters?include=explanation&limit=100&kind=nomination-reminder";

/** To each party the newest reminder that names several nominations. */
const lettersOfSeveralSteps = async (api: Pick<LifeApi, "get">): Promise<readonly string[]> => {
  const { body } = await api.get(reminders, secretariat);
  const items: readonly (ListedLetter & { party: string; explanation: { further?: unknown } })[] = body.items;
  return parties.flatMap((of) => {
    const found = items.find(({ party, explanation }) => party === of && explanation.further !== undefined);
    return found === undefined ? [] : [found.id];
  });
};

/** Returns every mandate of a party, one by one. */
const mandatesOf = async (api: Pick<LifeApi, "get">, party: string): Promise<readonly Reading[]> => {
  const { body } = await api.get(`/v1/parties/${party}/mandates`, secretariat);
  return body.items.map(({ id }: { id: string }): Reading => ["getMandate", `/v1/parties/${party}/mandates/${id}`]);
};

/** Returns the readings of each bulletin: its text, its recipients, and the list of its preview. */
const ofBulletins = async (api: Pick<LifeApi, "get">): Promise<readonly Reading[]> => {
  const { body } = await api.get("/v1/bulletins", secretariat);
  return body.items.flatMap(({ id, preview }: { id: string; preview: string }): Reading[] => [
    ["getBulletin", `/v1/bulletins/${id}`],
    ["listBulletinRecipients", `/v1/bulletins/${id}/recipients?limit=1`],
    ["listBulletinRecipients", `/v1/bulletins/${id}/recipients?outcome=skipped`],
    ["listPreviewRecipients", `/v1/bulletins/previews/${preview}/recipients`],
    ["listPreviewRecipients", `/v1/bulletins/previews/${preview}/recipients?limit=1`],
  ]);
};

/** Returns the readings of every status paper, and the public ones of those that are published. */
const ofPapers = async (api: Pick<LifeApi, "get">): Promise<readonly Reading[]> => {
  const { body } = await api.get("/v1/reports/status", secretariat);
  return body.items.flatMap(({ id }: { id: string }): Reading[] => [
    ["getStatusPaper", `/v1/reports/status/${id}`],
    ["getPublishedPaper", `/v1/public/reports/status/${id}`],
    ["getPublishedFigure", `/v1/public/reports/status/${id}/figures/status`],
    ["getPublishedFigure", `/v1/public/reports/status/${id}/figures/languages`],
  ]);
};

/** Returns every reading, of the review, of its parties and of an unrelated party. */
export const everyReading = async (api: Pick<LifeApi, "get">): Promise<readonly Reading[]> => {
  const at = `/v1/reviews/${review}`;
  const toParties = (await Promise.all(parties.map((party) => lettersTo(api, party)))).flat();
  const letters = [...new Set([...toParties, ...(await lettersOfSeveralSteps(api))])];
  const mandates = (await Promise.all(parties.map((party) => mandatesOf(api, party)))).flat();
  return [
    ...mandates,
    ["getHealth", "/health"],
    ["getLabels", "/v1/labels"],
    ["getMe", "/v1/me"],
    ["listPairings", "/v1/pairings?limit=100"],
    ["listParties", "/v1/parties?limit=1"],
    ["listGroups", "/v1/groups?limit=1"],
    ["getGroup", "/v1/groups/c1-g1"],
    ["listReviews", "/v1/reviews?limit=1"],
    ["listReviews", "/v1/reviews"],
    ["listPublications", "/v1/publications"],
    ["getPairing", `/v1/pairings/${review}`],
    ["getPublication", `/v1/publications/${review}`],
    ["getReview", at],
    ["listObligations", `/v1/obligations?review=${review}&state=all`],
    ["listObligations", "/v1/obligations?state=all&limit=200"],
    ["listObligations", "/v1/obligations?limit=1"],
    ["getReminderPlan", `${at}/reminder-plan`],
    ["getReviewTimeline", `${at}/timeline`],
    ["getReminderPlan", `${at}/reminder-plan?obligation=questionnaire:${who.under}&newDate=2021-09-30`],
    // A past date is refused with the first permitted day.
    ["getReminderPlan", `${at}/reminder-plan?obligation=questionnaire:${who.under}&newDate=2020-12-01`],
    ["listReviewNotices", `${at}/notices?limit=200`],
    ["getAnswers", `${at}/answers`],
    ["getFeedback", `${at}/feedback`],
    ["listAnswerDrafts", `${at}/answers/drafts`],
    ["listFeedbackDrafts", `${at}/feedback/drafts`],
    ...["UNTOC", "SOM"].map((instrument): Reading => ["getAnswerDraft", `${at}/answers/drafts/${instrument}`]),
    ["getFeedbackDraft", `${at}/feedback/${who.reviewer}/drafts/UNTOC`],
    ["getFeedbackDraft", `${at}/feedback/${who.additional}/drafts/SOM`],
    ["listClarifications", `${at}/clarifications`],
    ["getObservations", `${at}/observations`],
    ["listJournalFeed", "/v1/journal?month=2020-12&limit=200"],
    ["listJournalFeed", "/v1/journal?month=2020-12&limit=1"],
    // The month in which answers and feedback are recorded.
    ["listJournalFeed", "/v1/journal?month=2021-02&limit=200"],
    ["listJournalHeads", "/v1/journal/review?limit=1"],
    ["getJournal", "/v1/journal/party/FR?limit=1"],
    ["getJournal", `/v1/journal/review/${review}?limit=5`],
    ["getJournal", `/v1/journal/review/${review}?limit=200`],
    ["verifyJournal", `/v1/journal/review/${review}/verification`],
    ["listMissingNominations", "/v1/missing-nominations?limit=1"],
    ["getPresidentsList", "/v1/presidents-list"],
    ["listSuppressedAddresses", "/v1/suppressed-addresses?limit=1"],
    ["getWorklist", "/v1/worklist?limit=100"],
    // In-process no mail leaves: letters of unknown outcome fill the page before.
    ["getWorklist", "/v1/worklist?limit=100&kind=follow-up-due"],
    ["listContacts", `/v1/contacts?review=${review}`],
    ["listTexts", "/v1/texts"],
    ["listTexts", "/v1/texts?limit=1"],
    ["getText", "/v1/texts/president-reminder"],
    ["getText", "/v1/texts/briefing"],
    ["listBulletins", "/v1/bulletins"],
    ["listBulletins", "/v1/bulletins?limit=1"],
    ...(await ofBulletins(api)),
    ["listStatusPapers", "/v1/reports/status"],
    ["listStatusPapers", "/v1/reports/status?limit=1"],
    ["listStatusPapers", "/v1/reports/status?asAt=2020-11-02"],
    ["listStatusPapers", "/v1/reports/status?asAt=2020-10-20"],
    ["listPublishedPapers", "/v1/public/reports/status"],
    ["listPublishedPapers", "/v1/public/reports/status?limit=1"],
    ...(await ofPapers(api)),
    ["listPhases", "/v1/phases"],
    ["getPhase", "/v1/phases/c4"],
    ["getGroupTimeline", "/v1/groups/c1-g1/timeline"],
    ["getCurrentFigures", "/v1/figures/current"],
    ["getCurrentFigures", "/v1/figures/current?group=c1-g1"],
    ...FigureName.options.map((figure): Reading => [
      "listFigureMembers",
      `/v1/figures/current/${figure}?limit=20`,
      "figures",
    ]),
    ["getStatistics", "/v1/statistics"],
    [
      "getStatistics",
      "/v1/statistics?since=2020-11-01&knownOn=2020-12-01&cycle=untoc1&cluster=1&group=c1-g1&regionalGroup=WEOG&instrument=UNTOC",
    ],
    ...PaperFigure.options.map((figure): Reading => ["getPaperFigure", `/v1/figures/paper/${figure}`]),
    ["getPaperFigure", "/v1/figures/paper/status?knownOn=2020-12-01&cycle=untoc1&cluster=1&group=c1-g1"],
    ["getStalledReviews", "/v1/figures/stalled-reviews"],
    ["getStalledReviews", "/v1/figures/stalled-reviews?knownOn=2020-12-01&cycle=untoc1&cluster=1&group=c1-g1"],
    ["getObservationStatistics", "/v1/statistics/observations"],
    [
      "getObservationStatistics",
      "/v1/statistics/observations?knownOn=2020-12-01&cycle=untoc1&cluster=1&group=c1-g1&regionalGroup=WEOG&instrument=UNTOC&kind=challenge&article=5",
    ],
    ["listObservationMembers", "/v1/statistics/observations/items"],
    ["getRegisterStatistics", "/v1/statistics/registers"],
    ["getRegisterStatistics", "/v1/statistics/registers?knownOn=2020-12-01"],
    ["getGateProjection", "/v1/figures/gate-projection"],
    ["getGateProjection", "/v1/figures/gate-projection?knownOn=2020-12-01&cycle=untoc1&cluster=1"],
    ...measuresRead.map((measure): Reading => [
      "listMeasureMembers",
      `/v1/statistics/${measure}/members?limit=20`,
      "measures",
    ]),
    ...LetterState.options.map((state): Reading => ["listLetters", `/v1/letters?limit=100&state=${state}`, "letters"]),
    ...LetterState.options.map((state): Reading => [
      "listLetters",
      `/v1/letters?include=explanation&limit=100&state=${state}`,
      "explanations",
    ]),
    ["listLetters", reminders, "explanations"],
    ...letters.flatMap((id): Reading[] => [
      ["getLetter", `/v1/letters/${id}`, `letter ${id}`],
      ["getLetter", `/v1/letters/${id}?include=all`, `letter ${id}`],
    ]),
    ...parties.flatMap((party): Reading[] => [
      ["getCountryProfile", `/v1/country-profiles/${party}`],
      ["getParty", `/v1/parties/${party}`],
      ["getMission", `/v1/parties/${party}/mission`],
      ["listMandates", `/v1/parties/${party}/mandates`],
      ["listObligations", `/v1/obligations?party=${party}&state=all`],
      ["listLetters", `/v1/letters?party=${party}&limit=100&include=explanation`],
      ...["2020-11-30", "2020-12-08", "2021-01-06", "2021-06-01", "2031-01-01"].map((day): Reading => [
        "explainLetterAbsence",
        `/v1/parties/${party}/letters/absence?date=${day}`,
        `absence ${party}`,
      ]),
      ["listContacts", `/v1/contacts?party=${party}&limit=1`],
    ]),
  ];
};
