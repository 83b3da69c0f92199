import { readFileSync } from "node:fs";
import type { Action } from "../../schemas/base/actions.ts";
import type { Answer } from "../harness/contract.ts";
import { personOf, type Role } from "../harness/test-api.ts";
import { bulletinOperations } from "./bulletin-operations.ts";
import type { Aim, ActionCalls } from "./operation.ts";
import type { About } from "./grid.ts";
import * as who from "./people.ts";
import { type One, people, review, type Scene } from "./people.ts";
import { ofTheSecretariat } from "./secretariat-operations.ts";

const early: readonly Scene[] = ["scheduled", "nomination", "consultation"];
const ownAndOther: readonly About[] = ["own", "other"];
const isIn = ({ place }: Aim, ...some: readonly Scene[]): boolean => some.includes(place.scene);

/** An additional reviewer reviews one instrument. */
const instrumentOf = (party: string): string => (party === who.additional ? "SOM" : "UNTOC");
const draftOf = ({ place: { drafts } }: Aim, party: string, of = instrumentOf(party)): number =>
  drafts[party]?.find(({ instrument }) => instrument === of)?.version ?? 0;
const partyOf = ({ who: one }: Aim): string => {
  const { party = who.reviewer }: One = people[one];
  return party;
};
/** A party writes about the instruments of its seat, and of no other. */
const ofSeat = ({ place: { life } }: Aim, party: string, instrument: string): { readonly refused?: string } => {
  const seat = [{ party: life.under, instruments: life.instruments }, ...life.reviewers].find(
    (one) => one.party === party,
  );
  return seat?.instruments.includes(instrument) === true ? {} : { refused: "instrument-not-reviewed" };
};
const draftsOf = ({ place: { drafts } }: Aim, party: string) => {
  const ownDrafts = drafts[party] ?? [];
  return { drafts: ownDrafts.length > 0 ? ownDrafts : [{ instrument: instrumentOf(party), version: 1 }] };
};

/** Names who is named already. */
const naming = (role: Role): ActionCalls => ({
  about: ownAndOther,
  on: [
    {
      id: "namePerson",
      body: ({ party }) => ({ role, person: personOf(party, role), reviews: [review] }),
      harmless: "as it is",
    },
  ],
});

const mandateParams = ({ place: { experts }, party }: Aim) => ({
  mandateId: experts[party] ?? experts[who.under],
});
const tooEarly = { effectiveOn: "2020-11-01" };

/** The duty of a party that a scene is about. */
const dutyOf = ({ place: { scene }, party }: Aim): string => {
  const isUnder = party === who.under;
  if ((scene === "questionnaire" || scene === "returned") && isUnder) return `questionnaire:${party}`;
  if (scene === "feedback" && isUnder) return `clarification-3:${party}`;
  if (scene === "feedback" || scene === "returned") return `feedback:${party}`;
  if (early.includes(scene) || scene === "questionnaire") return `focal-point:${party}`;
  return `agreement:${party}`;
};

/** The version of the list that is on the table; once it is published, one that never was. */
const onTheTable = (aim: Aim) => ({ version: isIn(aim, "concluded", "opened") ? 2 : 1 });
const text = { text: "A new text" };
const reason = { reason: "Asked for by its party" };

const parties = readFileSync(new URL("../../data/parties.csv", import.meta.url), "utf8").split("\n");
/** The party file, cut down to its head and the row of the party under review. */
export const oneRow = [parties[0], parties.find((line) => line.split(",")[1] === who.under), ""].join("\n");

const listed = ({ status, body }: Answer): string => {
  const found = status === 200 && body.items.some((item: { review: string }) => item.review === review);
  return found ? "allowed" : "not-found";
};

const byAnybody = (...ids: readonly string[]): ActionCalls => ({ on: ids.map((id) => ({ id })) });

/** How every action is asked, by each of its operations. */
export const operations: Readonly<Record<Action, ActionCalls>> = {
  "system.read": byAnybody("getHealth", "getLabels"),
  "pairings.read": { on: [{ id: "listPairings", query: "?limit=1" }] },
  "country-profile.read": byAnybody("getCountryProfile"),
  "published.read": { on: [{ id: "getPublication" }, { id: "listPublications", outcomeOf: listed }] },
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
  "groups.read": { on: [{ id: "listGroups", query: "?limit=1" }, { id: "getGroup" }] },
  "group.start": {
    on: [
      {
        id: "startGroup",
        body: () => ({ startedOn: "2020-12-01" }),
        harmless: {
          body: () => ({ startedOn: "2099-01-01" }),
          outcome: (aim) => (isIn(aim, "scheduled") ? "date-in-the-future" : "group-already-started"),
        },
      },
    ],
  },
  "reviews.list": { on: ["listReviews", "listObligations"].map((id) => ({ id, query: "?limit=1" })) },
  "review.read": byAnybody("getReview", "listReviewObligations", "getReminderPlan"),
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
  "obligations.read": { about: ownAndOther, on: [{ id: "listPartyObligations" }] },
  "consultation.record": {
    on: [
      { id: "recordMeeting", body: () => ({ heldOn: "2020-12-05" }) },
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
  "languages.record": { on: [{ id: "recordLanguages", body: () => ({ languages: ["en", "es"] }) }] },
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
  "answers.submit": { on: [{ id: "submitAnswers", body: (aim) => draftsOf(aim, who.under) }] },
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
        // A reviewing party reads of another's what it reviews itself.
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
    on: [{ id: "clearFeedback", body: (aim) => draftsOf(aim, aim.party) }],
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
  "observations.read": byAnybody("getObservations"),
  "publication.consent": { on: [{ id: "consentToPublication", body: () => ({ parts: ["dialogue"] }) }] },
  "delay.notify": {
    about: ownAndOther,
    on: [
      {
        id: "notifyDelay",
        params: (aim) => ({ obligationId: dutyOf(aim) }),
        body: () => ({ dueOn: "2022-12-15", reason: "coordination" }),
      },
    ],
  },
  "delay.approve": {
    on: [
      {
        id: "approveDelay",
        params: (aim) => ({ obligationId: dutyOf(aim) }),
        body: () => ({ dueOn: "2022-12-15" }),
      },
    ],
  },
  "delay.refuse": {
    on: [
      {
        id: "refuseDelay",
        params: (aim) => ({ obligationId: dutyOf(aim) }),
        body: () => ({ dueOn: "2022-12-15", ...reason }),
      },
    ],
  },
  "redraw.ask": {
    about: ownAndOther,
    on: [
      {
        id: "askRedraw",
        body: (aim) => ({
          seat: aim.party === who.under ? who.reviewer : aim.party,
          ...(aim.about === "other" || aim.who === "secretariat" ? { party: aim.party } : {}),
        }),
      },
    ],
  },
  "redraw.carry-out": {
    on: [
      {
        id: "carryOutRedraw",
        body: () => ({
          from: who.reviewer,
          drawn: { party: "US", instruments: ["UNTOC"] },
          deviation: "Drawn outside, on paper",
        }),
      },
    ],
  },
  "date.correct": { on: [{ id: "correctDate", body: () => ({ what: "start", to: "2020-12-02", ...reason }) }] },
  "letters.read": {
    about: ownAndOther,
    on: [
      { id: "listPartyLetters", query: "?limit=1" },
      { id: "getLetter", params: ({ place, party }) => ({ letterId: place.letters[party] }) },
      { id: "getLetterText", params: ({ place, party }) => ({ letterId: place.letters[party] }) },
      { id: "explainLetterAbsence", query: "?date=2020-12-08" },
      { id: "explainLetter", params: ({ place, party }) => ({ letterId: place.letters[party] }) },
    ],
  },
  "notices.read": { on: [{ id: "listReviewNotices", query: "?limit=1" }] },
  ...bulletinOperations,
  ...ofTheSecretariat,
};
