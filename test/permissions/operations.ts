import { drawnOutside } from "../fixtures/outside-drawings.ts";
import type { Action } from "../../schemas/base/actions.ts";
import { personOf } from "../harness/test-api.ts";
import { bulletinOperations } from "./bulletin-operations.ts";
import { correctionOperations } from "./correction-operations.ts";
import { groupOperations } from "./group-operations.ts";
import type { ActionCalls } from "./operation.ts";
import * as who from "./people.ts";
import { partyOperations } from "./party-operations.ts";
import { aboutPersons } from "./person-operations.ts";
import { paperOperations } from "./paper-operations.ts";
import { registerOperations } from "./register-operations.ts";
import { ofTheSecretariat } from "./secretariat-operations.ts";
import {
  byAnybody,
  draftOf,
  draftsOf,
  obligationAimedAt,
  early,
  instrumentOf,
  isIn,
  lateText,
  listed,
  mandateParams,
  naming,
  ofSeat,
  onTheTable,
  oneRow,
  ownAndOther,
  partyOf,
  reason,
  text,
  tooEarly,
  wholeSeats,
} from "./request-parts.ts";

/** The requests of every action, by each of its operations. */
export const operations: Readonly<Record<Action, ActionCalls>> = {
  "system.read": byAnybody("getHealth", "getLabels"),
  "pairings.read": { on: [{ id: "listPairings", query: "?limit=1" }, { id: "getPairing" }] },
  "country-profile.read": byAnybody("getCountryProfile"),
  "published.read": { on: [{ id: "getPublication" }, { id: "listPublications", outcomeOf: listed }] },
  "public-pages.read": {
    on: [
      { id: "getOverviewPage", params: () => ({ language: "ar" }) },
      { id: "getListPage", params: () => ({ language: "fr", page: "pairings" }) },
      { id: "getSubjectPage", params: () => ({ language: "en", page: "parties", subject: "FR" }) },
    ],
  },
  "calendar.read": { on: [{ id: "getCalendar", params: () => ({ link: `${"A".repeat(43)}.ics` }) }] },
  "me.read": byAnybody("getMe"),
  "parties.read": { on: [{ id: "listParties", query: "?limit=1" }, { id: "getParty" }] },
  "party.import": { on: [{ id: "importParties", raw: () => oneRow, harmless: "as it is" }] },
  "party.correct": {
    on: [
      {
        id: "correctParty",
        body: () => ({ correction: { name: "Another name" }, ...reason }),
        version: ({ place, party }) => place.versions[party] ?? 1,
      },
    ],
  },
  "mission.read": { about: ownAndOther, on: [{ id: "getMission" }] },
  "mission.write": {
    about: ownAndOther,
    on: [
      {
        id: "putMission",
        body: ({ place, party }) => place.missions[party],
        version: ({ place, party }) => place.versions[party] ?? 1,
      },
    ],
  },
  "mission.confirm": {
    on: [
      {
        id: "confirmMission",
        body: () => ({ note: { number: "12/2020", date: "2020-10-20" } }),
        version: ({ place, party }) => place.versions[party] ?? 1,
      },
    ],
  },
  "reviews.list": { on: ["listReviews", "listObligations"].map((id) => ({ id, query: "?limit=1" })) },
  "review.read": byAnybody("getReview", "getReminderPlan", "getReviewTimeline"),
  "mandates.read": { on: [{ id: "listMandates" }, { id: "getMandate", params: mandateParams }] },
  "focal-point.name": naming("focal-point"),
  "expert.name": naming("expert"),
  "observer.name": naming("observer"),
  "mandate.replace": {
    about: ownAndOther,
    on: [
      {
        id: "replaceMandate",
        params: mandateParams,
        body: ({ party }) => ({ person: { ...personOf(party, "expert"), email: "new@example.org" } }),
        harmless: {
          body: ({ party }) => ({ person: personOf(party, "expert"), ...tooEarly }),
          outcome: "date-too-early",
        },
      },
    ],
  },
  "mandate.remove": {
    about: ownAndOther,
    on: [
      {
        id: "removeMandate",
        params: mandateParams,
        body: () => ({}),
        harmless: { body: () => tooEarly, outcome: "date-too-early" },
      },
    ],
  },
  "mandate.reverse": {
    about: ownAndOther,
    on: [
      {
        id: "reverseNomination",
        params: mandateParams,
        body: () => ({ ...reason }),
        harmless: { body: () => ({}), outcome: "invalid-request" },
      },
    ],
  },
  "consultation.record": {
    on: [
      { id: "recordMeeting", body: () => ({ meeting: "first", heldOn: "2020-12-05" }) },
      { id: "concludeConsultation", in: early, body: () => ({ heldOn: "2020-12-05" }) },
    ],
  },
  "consultation.waive-meeting": {
    on: [
      {
        id: "concludeConsultation",
        body: () => ({ withoutMeeting: "No resources to meet", concludedOn: "2020-12-06" }),
      },
    ],
  },
  "round.record": {
    on: [{ id: "recordMeeting", body: () => ({ meeting: "further", heldOn: "2020-12-05", mode: "video" }) }],
  },
  "languages.record": { on: [{ id: "recordLanguages", body: () => ({ languages: ["en", "es"] }) }] },
  "work.divide": { on: [{ id: "divideWork", body: ({ place: { life } }) => ({ parts: wholeSeats(life) }) }] },
  "answers.draft": {
    on: [
      {
        id: "putAnswerDraft",
        params: () => ({ instrument: "UNTOC" }),
        body: () => text,
        version: (aim) => draftOf(aim, who.under),
        valued: (aim, instrument) => ({
          version: draftOf(aim, who.under, instrument),
          ...ofSeat(aim, who.under, instrument),
        }),
      },
    ],
  },
  "answers.read-draft": {
    on: [
      { id: "listAnswerDrafts" },
      { id: "getAnswerDraft", valued: (aim, instrument) => ofSeat(aim, who.under, instrument) },
    ],
  },
  "answers.submit": {
    on: [
      { id: "submitAnswers", body: (aim) => draftsOf(aim, who.under) },
      { id: "recordAnswers", body: () => ({ reference: "Note verbale 7/2022" }) },
    ],
  },
  "answers.read": byAnybody("getAnswers"),
  "answers.return": { on: [{ id: "returnAnswers", body: () => reason }] },
  "answers.open": byAnybody("openAnswers"),
  "feedback.draft": {
    about: ownAndOther,
    reviewersOnly: true,
    on: [
      {
        id: "putFeedbackDraft",
        params: ({ party }) => ({ instrument: instrumentOf(party) }),
        body: () => text,
        version: (aim) => draftOf(aim, aim.party),
        valued: (aim, instrument) => ({
          version: draftOf(aim, aim.party, instrument),
          ...ofSeat(aim, aim.party, instrument),
        }),
      },
    ],
  },
  "feedback.read-draft": {
    reviewersOnly: true,
    on: [
      { id: "listFeedbackDrafts" },
      {
        id: "getFeedbackDraft",
        // A reviewing party reads of another's only the instruments that it reviews itself.
        valued: (aim, instrument) => ({
          ...ofSeat(aim, aim.party, instrument),
          ...ofSeat(aim, partyOf(aim), instrument),
        }),
      },
    ],
  },
  "feedback.clear": {
    about: ownAndOther,
    reviewersOnly: true,
    on: [
      { id: "clearFeedback", body: (aim) => draftsOf(aim, aim.party) },
      { id: "recordFeedback", body: () => ({ reference: "Note verbale 7/2022" }) },
    ],
  },
  "feedback.read": byAnybody("getFeedback"),
  "feedback.return": { reviewersOnly: true, on: [{ id: "returnFeedback", body: () => reason }] },
  "clarification.ask": {
    on: [
      {
        id: "askClarification",
        body: () => text,
        valued: (aim, instrument) => ({
          body: { ...text, instruments: [instrument] },
          inAnyStage: true,
          ...ofSeat(aim, partyOf(aim), instrument),
        }),
      },
    ],
  },
  "clarification.answer": {
    on: [
      {
        id: "answerClarification",
        params: (aim) => ({ number: isIn(aim, "feedback", "returned") ? "3" : "2" }),
        body: () => text,
      },
    ],
  },
  "clarification.close": {
    on: [{ id: "closeClarification", params: (aim) => ({ number: isIn(aim, "feedback", "returned") ? "3" : "1" }) }],
  },
  "clarification.withdraw": {
    on: [{ id: "withdrawClarification", params: (aim) => ({ number: isIn(aim, "feedback", "returned") ? "3" : "1" }) }],
  },
  "clarifications.read": byAnybody("listClarifications"),
  "observations.draft": {
    on: [
      {
        id: "putObservations",
        body: () => ({ list: "Another list", summary: "In short." }),
        version: (aim) => (isIn(aim, "observations", "reopened", "agreed", "concluded", "opened") ? 1 : 0),
      },
    ],
  },
  "observations.agree": { on: [{ id: "agreeToObservations", body: onTheTable }] },
  "observations.publish": { on: [{ id: "publishObservations", body: onTheTable }] },
  "erratum.publish": {
    on: [
      {
        id: "publishErratum",
        body: ({ place: { today } }) => ({
          list: "The list, corrected.",
          summary: "In short.",
          ...reason,
          agreements: [who.under, who.reviewer, who.additional, who.newcomer].map((party) => ({
            party,
            happenedOn: today,
            source: { kind: "call", date: today },
          })),
        }),
      },
    ],
  },
  "observations.read": byAnybody("getObservations"),
  "publication.consent": { on: [{ id: "consentToPublication", body: () => ({ parts: ["dialogue"] }) }] },
  "publication.withdraw": { on: [{ id: "withdrawConsent", body: () => ({ parts: ["answers"] }) }] },
  "decision.record": {
    on: [
      {
        id: "recordDecision",
        params: (aim) => ({ obligationId: obligationAimedAt(aim) }),
        body: (aim) => ({ body: "conference", document: "CTOC/COP/2022/9", decidedOn: aim.place.today }),
      },
    ],
  },
  "delay.reverse": {
    about: ownAndOther,
    on: [
      { id: "reverseDelay", params: (aim) => ({ obligationId: obligationAimedAt(aim) }), body: () => ({ ...reason }) },
    ],
  },
  "delay.notify": {
    about: ownAndOther,
    on: [
      {
        id: "notifyDelay",
        params: (aim) => ({ obligationId: obligationAimedAt(aim) }),
        body: () => ({ dueOn: "2022-12-15", reason: "coordination" }),
      },
    ],
  },
  "redraw.ask": {
    on: [
      {
        id: "askRedraw",
        body: (aim) => ({ seat: partyOf(aim) === who.under ? who.reviewer : partyOf(aim) }),
      },
    ],
  },
  "redraw.withdraw": { on: [{ id: "withdrawRedraw", params: () => ({ seat: who.reviewer }) }] },
  "reviewer-limit.waive": { on: [{ id: "waiveReviewerLimit" }] },
  "reviewer-limit.withdraw-waiver": { on: [{ id: "withdrawReviewerLimitWaiver" }] },
  "instruments.add": { on: [{ id: "addInstruments", body: () => ({ instruments: ["FP"], agreements: [] }) }] },
  "redraw.carry-out": {
    on: [
      {
        id: "carryOutRedraw",
        body: ({ place: { today } }) => ({
          from: who.reviewer,
          drawn: drawnOutside(today, "US", ["UNTOC"], who.under),
        }),
      },
    ],
  },
  ...correctionOperations,
  "text.attach": {
    on: [
      {
        id: "attachText",
        body: () => lateText("2020-12-01"),
        harmless: { body: () => lateText("2099-01-01"), outcome: "source-in-the-future" },
      },
    ],
  },
  "letters.read": {
    about: ownAndOther,
    on: [
      { id: "listLetters", query: ({ party }) => `?limit=1&party=${party}` },
      { id: "getLetter", params: ({ place, party }) => ({ letterId: place.letters[party] }) },
      { id: "explainLetterAbsence", query: "?date=2020-12-08" },
      { id: "getLetter", query: "?include=all", params: ({ place, party }) => ({ letterId: place.letters[party] }) },
    ],
  },
  "notices.read": { on: [{ id: "listReviewNotices", query: "?limit=1" }] },
  ...bulletinOperations,
  ...groupOperations,
  ...registerOperations,
  ...paperOperations,
  ...aboutPersons,
  ...partyOperations,
  ...ofTheSecretariat,
};
