import { laterFields } from "./later-fields.ts";

const stops = "Too few have an address for a bulletin to be stopped; test/api/bulletins.test.ts reads of one that was";

const everyLanguage =
  "Every text here is in the language of the recipient, or goes to a mission that reads English: test/api/bulletin-languages.test.ts";

const joinedLater = "No party joins an instrument before a start in this scene: test/api/lives/next-phase.test.ts";
const cutLists =
  "No more letters and contacts are kept in-process than are read: test/use-cases/oversight/presidents-list.test.ts";

const erasures = "No listed or registered person is erased here: test/api/erasure.test.ts";

const ordersOfErasure = "No erasure is ordered here: test/api/erasure.test.ts";

const registeredForOne = "Each person is registered for one party: test/api/two-parties.test.ts";

const someInstruments = "No person here is named for some instruments alone: test/api/some-instruments.test.ts";

const beforeFeedback = "The seat is drawn again before any clearance: test/api/lives/redraw.test.ts";

const firstVersion = "No list is corrected after its publication here: test/api/lives/erratum.test.ts";

const besideSeat = "The seats are drawn outside, without others: test/story/additional-draw.test.ts";

/** Fields about the lots of a seat, in replies about a redraw. */
const besideSeats = [
  ...["additional", "narrowed"].flatMap((part) =>
    ["party", "partyName", "role", "instruments[]"].map((field) => `${part}[].${field}`),
  ),
  "leaving[].party",
  "leaving[].partyName",
  "draw.limitWaived",
  "draw.seed",
  "draw.candidates[].party",
  "draw.candidates[].partyName",
  "draw.additional[].instruments[]",
  "draw.additional[].candidates[].party",
  "draw.additional[].candidates[].partyName",
];

const firstCycle = "All reviews are of the first cycle here: test/api/cycles.test.ts";

const unitemized = "No list here says what its observations are about: test/api/observation-statistics.test.ts";

const ofAllReviews = "A paper counts all reviews, and all that was known: test/api/status-papers.test.ts";

const withoutLanguages =
  "No languages are agreed on by the days of papers here: test/domain/reports/status-paper.test.ts";

const forNoParty = "A paper is ordered for no party: test/api/status-papers.test.ts";

const narrowed = "No list is narrowed to a cluster here: test/api/clusters.test.ts";

const shownLate = "No replaced person here has acted since: test/api/lives/replaced-late.test.ts";

/** The reason for lists that fit one page here: test/use-cases/full-pages.test.ts fills pages. */
const onePage = "All of it is on the first page";

const listElsewhere = "Of no list here the fact alone was taken over: test/api/imports.test.ts";

const readableRows = "Every review can be read here: test/use-cases/unreadable-reads.test.ts";

const neverSeen = (paths: readonly string[], parts: readonly string[], why: string): Record<string, string> =>
  Object.fromEntries(paths.flatMap((path) => parts.map((part) => [`${path}.${part}`, why])));

/** Fields of a reply about the recipients of a letter of a party. */
const recipientsOfParties = [
  "explainLetterAbsence reasons[].recipient",
  "getLetter recipient",
  ...["comes[].to[]", "falls[].to[]", "reminders[].to[]", "told[]"].map((part) => `getReminderPlan change.${part}`),
  "getReminderPlan obligations[].reminders[].to[]",
  "listLetters items[].recipient",
  "listReviewNotices items[].recipient",
  "listSuppressedAddresses items[].recipient",
  "previewBulletin items[].recipient",
  "previewBulletin samples[].recipient",
  "unsuppressAddress recipient",
  "settleLetter recipient",
];

/** Fields that no caller reads in the scenes and side scenes, and the reason. */
export const neverShown: Readonly<Record<string, string>> = {
  ...neverSeen(
    recipientsOfParties,
    ["beforeChange", "office", "officeName"],
    "No address changes and no list goes to the secretariat here: test/api/mission-address.test.ts, names.test.ts",
  ),
  ...neverSeen(
    [
      "explainLetterAbsence reasons[].recipient",
      "listSuppressedAddresses items[].recipient",
      "unsuppressAddress recipient",
    ],
    ["user", "personName"],
    "Only letters to missions failed or were missed: test/api/recipients.test.ts",
  ),
  ...neverSeen(["getBulletin actions[]"], ["party", "partyName"], "What is done with a bulletin is done for no party"),
  "getBulletin audience.cycles[]": firstCycle,
  ...neverSeen(
    [
      "getLetter explanation.obligations[]",
      "explainLetterAbsence reasons[]",
      "getCountryProfile reviews[]",
      "getCurrentFigures figures[].parts[]",
      "getStatistics measures[].parts[]",
      "listMeasureMembers items[]",
      "getMe mandates[]",
      "getMe services[].reviews[]",
      "getPresidentsList groups[].parties[].missing[]",
      "getReview obligations[]",
      "getWorklist items[]",
      "getWorklist items[].contact",
      "listAnswerDrafts items[]",
      "listFeedbackDrafts items[]",
      "listFigureMembers items[]",
      "listGroups items[]",
      "listLetters items[].explanation.obligations[]",
      "listMissingNominations items[]",
      "listObligations items[]",
      "listPairings items[]",
      "listContacts items[]",
      "listPhases items[]",
      "listPublications items[]",
      "listReviews items[]",
    ],
    ["cycle"],
    firstCycle,
  ),
  ...Object.fromEntries(
    ["quick", "middle", "slow"].flatMap((pace) =>
      ["", "steps[]."].map((at) => [
        `getGateProjection ${at}${pace}`,
        "Too little is concluded here to project from: test/domain/statistics/gate-projection.test.ts",
      ]),
    ),
  ),
  ...neverSeen(
    ["getObservations items[]", "putObservations items[]", "listObservationMembers items[]"],
    ["kind", "instrument", "article"],
    unitemized,
  ),
  ...neverSeen(
    ["listObservationMembers items[]"],
    ["review", "cycle", "cluster", "group", "party", "partyName", "sinceDay"],
    unitemized,
  ),
  "listObservationMembers next": unitemized,
  ...neverSeen(
    ["getObservationStatistics parts[]"],
    ["kind", "instrument", "article", "regionalGroup", "count", "lists"],
    unitemized,
  ),
  ...neverSeen(
    ["listRegisterMembers items[].withdrawn"],
    ["at", "reason"],
    "What was withdrawn counts no more: test/domain/registers/register-statistics.test.ts",
  ),
  "getGateProjection cycle": firstCycle,
  "getGateProjection reachedOn": "No gate is reached here: test/domain/statistics/gate-projection.test.ts",
  "getPublishedFigure cluster": ofAllReviews,
  "getPublishedFigure cycle": ofAllReviews,
  "getPublishedFigure group": ofAllReviews,
  "getPublishedFigure knownOn": ofAllReviews,
  "getPublishedFigure rows[].languages": withoutLanguages,
  "listStatusPapers order.party": forNoParty,
  "listStatusPapers order.partyName": forNoParty,
  "getCurrentFigures cluster": narrowed,
  "getCurrentFigures cycle": narrowed,
  "getPresidentsList cluster": narrowed,
  "getPresidentsList cycle": narrowed,
  "getAnswerDraft cycle": firstCycle,
  "getFeedbackDraft cycle": firstCycle,
  "getGroup cycle": firstCycle,
  "getGroupTimeline cycle": firstCycle,
  "getPairing cycle": firstCycle,
  "getPhase cycle": firstCycle,
  "putAnswerDraft cycle": firstCycle,
  "putFeedbackDraft cycle": firstCycle,
  "recordContacts contacts[].cycle": firstCycle,
  "openPhase cycle": firstCycle,
  "previewPhaseOpening cycle": firstCycle,
  "getPublication cycle": firstCycle,
  "getReview cycle": firstCycle,
  "getReviewTimeline cycle": firstCycle,
  "startGroup cycle": firstCycle,
  ...neverSeen(
    ["openPhase groups[]"],
    ["startedOn", "state"],
    "The groups of a phase are planned once its reviews are set up: test/api/phases.test.ts",
  ),
  ...neverSeen(
    ["previewPhaseOpening unfilled[]"],
    ["party", "partyName", "rules[]"],
    "Lots bring all missing reviewers here: test/domain/lots/continue-pairings.test.ts",
  ),
  ...neverSeen(
    ["previewPhaseOpening withoutAddress[]"],
    ["party", "partyName"],
    "Every mission has left an address here: test/domain/oversight/phases.test.ts",
  ),
  "getPhase drawings[].draw.limitWaived": "No limit of reviewers is waived in this scene",
  "getPhase joinedSince[].review": joinedLater,
  "getPhase joinedSince[].cycle": joinedLater,
  "getPhase joinedSince[].cluster": joinedLater,
  "getPhase joinedSince[].party": joinedLater,
  "getPhase joinedSince[].partyName": joinedLater,
  "getPhase joinedSince[].instruments[]": joinedLater,
  "getPhase withoutReview[].party": "All parties have a review in this scene: test/api/lives/next-phase.test.ts",
  "getPhase withoutReview[].partyName": "All parties have a review in this scene: test/api/lives/next-phase.test.ts",
  "refusal errorsLeftOut": "No request has that many faults: test/api/amounts.test.ts",
  "getCurrentFigures leftOut[]": readableRows,
  "listFigureMembers leftOut[]": readableRows,
  "getFeedback next": onePage,
  "listImports next": onePage,
  "getObservations reference": listElsewhere,
  "putObservations reference": listElsewhere,
  "getPublication observations.reference": listElsewhere,
  ...neverSeen(
    ["getPublication observations.items[]"],
    ["article", "instrument", "kind"],
    "No list that is published here says what it is about: test/api/observation-statistics.test.ts",
  ),
  "orderImport errorsLeftOut": "No import here holds so much that is wrong: test/api/imports.test.ts",
  ...neverSeen(
    ["orderImport kept[]"],
    ["sheet", "row", "column", "message"],
    "No import here names a registered person: test/domain/imports/rows.test.ts",
  ),
  "orderImport keptCount": "No import here names a registered person: test/domain/imports/rows.test.ts",
  ...neverSeen(
    ["getImport refused[]", "listImports items[].refused[]", "orderImport import.refused[]"],
    ["about", "refusal"],
    "No caller draws the lots of an import here: test/use-cases/imports/take-over.test.ts",
  ),
  "getPublication next": onePage,
  "getPublication replaces.version": firstVersion,
  "getPublication replaces.reason": firstVersion,
  "getPublication replacedBy.version": firstVersion,
  "getPublication replacedBy.at": firstVersion,
  ...neverSeen(
    ["getPublication decisions[]"],
    ["party", "partyName", "kind", "body", "document", "decidedOn"],
    "No review continues without an obligation here: test/api/lives/silent-party.test.ts",
  ),
  "listAnswerDrafts next": onePage,
  "listClarifications next": onePage,
  "listFeedbackDrafts next": onePage,
  "listMandates next": onePage,
  "askClarification answer.hash": "A new clarification has no answer",
  "askClarification answer.text": "A new clarification has no answer",
  "askClarification settledAt": "A new clarification is not settled",
  ...Object.fromEntries(
    besideSeats.flatMap((field) => [
      [`carryOutRedraw ${field}`, besideSeat],
      [`getPairing redraws[].${field}`, besideSeat],
    ]),
  ),
  "explainLetterAbsence reasons[].since": "All recipients are reachable in-process: test/api/absence.test.ts",
  "getFeedback items[].formerReviewer.replacedBy": beforeFeedback,
  "getFeedback items[].formerReviewer.replacedByName": beforeFeedback,
  "getFeedback items[].formerReviewer.until": beforeFeedback,
  "getReview feedback[].formerReviewer.replacedBy": beforeFeedback,
  "getReview feedback[].formerReviewer.replacedByName": beforeFeedback,
  "getReview feedback[].formerReviewer.until": beforeFeedback,
  "replaceMandate actsSince[].review": shownLate,
  "replaceMandate actsSince[].version": shownLate,
  "replaceMandate actsSince[].recordedAt": shownLate,
  "replaceMandate actsSince[].kinds[]": shownLate,
  "replaceMandate successor.personName": "Nothing is written, so no new person has a name: test/api/names.test.ts",
  "getMandate instruments[]": someInstruments,
  "listMandates items[].instruments[]": someInstruments,
  "getReview seats[].mandates[].instruments[]": someInstruments,
  "getMe mandates[].instruments[]": someInstruments,
  ...Object.fromEntries(
    ["user", "personName", "orderedAt", "reason", "source"].flatMap((field) =>
      ["registerUser ", "listUsers items[]."].map((of) => [`${of}erasureOrdered.${field}`, ordersOfErasure] as const),
    ),
  ),
  "listUsers items[].suspendedUntil": "No listed user is suspended here: test/api/suspension.test.ts",
  "registerUser otherParties[].party": registeredForOne,
  "registerUser otherParties[].partyName": registeredForOne,
  "getMe mandates[].until": "No caller has a mandate that ends on a day ahead: test/api/mandates-ahead.test.ts",
  "getPresidentsList contactsSince": cutLists,
  "getPresidentsList lettersSince": cutLists,
  "getPresidentsList groups[].parties[].letters[].reason":
    "No reminder is skipped in-process: test/api/presidents-list.test.ts",
  "getWorklist items[].contact.followedBy": "A contact that is followed up needs nothing any more",
  "listBulletins items[].stoppedFor.bounced": stops,
  ...neverSeen(
    ["getCountryProfile secretariat"],
    ["email", "institution", "telephone", "webPage"],
    "Nothing says in-process who the secretariat is: test/api/public-office.test.ts",
  ),
  "settleLetter languagesTried[]": everyLanguage,
  "getLabels translationNote": "All callers request English here: test/api/labels.test.ts",
  ...neverSeen(
    ["previewBulletin samples[].recipient"],
    ["personName", "user"],
    "Samples are for the first recipient of each language, a mission here: test/api/refusals/bulletins.ts",
  ),
  "listBulletinRecipients items[].letter.languagesTried[]": everyLanguage,
  "getLetter text.addressErasedAt": erasures,
  "getLetter text.textErasedAt": erasures,
  "listUsers items[].erasedAt": erasures,
  "registerUser erasedAt": erasures,
  "listBulletins items[].stoppedFor.results": stops,
  "previewGroupStart withoutAddress[].party": "Every mission of the prepared data has left an address",
  "previewGroupStart withoutAddress[].partyName": "Every mission of the prepared data has left an address",
  "previewGroupStart joinedSince[].review": joinedLater,
  "previewGroupStart joinedSince[].cycle": joinedLater,
  "previewGroupStart joinedSince[].cluster": joinedLater,
  "previewGroupStart joinedSince[].party": joinedLater,
  "previewGroupStart joinedSince[].partyName": joinedLater,
  "previewGroupStart joinedSince[].instruments[]": joinedLater,
  "listPublications next": "One review is published: there is no page after it",
  "recordContacts contacts[].followedBy": "What has just been recorded is followed up by nothing",
  "listSuppressedAddresses items[].released": "An address that was released is in no list",
  "orderBulletin stoppedFor.bounced": stops,
  "orderBulletin stoppedFor.results": stops,
  "putObservations agreedBy[].party": "No party has agreed to a new version",
  "putObservations agreedBy[].partyName": "No party has agreed to a new version",
  "putObservations publishedAt": "A new version is not published",
  "verifyJournal firstBroken.version": "The chain is whole",
  "verifyJournal firstBroken.why": "The chain is whole",
  ...laterFields,
};
