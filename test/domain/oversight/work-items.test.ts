import { expect, test } from "vitest";
import { verifyNomination } from "../../../domain/review/commands/verify-nomination.ts";
import { type NewContact, recordContact } from "../../../domain/parties/follow-ups.ts";
import { removeMandate } from "../../../domain/review/commands/change-mandates.ts";
import { assignOfficer } from "../../../domain/review/commands/assign-officer.ts";
import { blockedBy, followUpWork, nominationsToCheck } from "../../../domain/oversight/work-items.ts";
import { reviewWork } from "../../fakes/memory/work.ts";
import { FollowUp } from "../../../schemas/model/follow-up.ts";
import { agreedPlay, concludedPlay, inConsultation, inQuestionnaire } from "../review/journey.ts";
import { at, day, mandateId, mission, party, Play, secretariat } from "../review/play.ts";

const said = (play: Play) => blockedBy(play.review).map(({ why, since, party: whose }) => [why, since, whose]);
const endOf = (date: string) => `${date}T22:59:59.999Z`;

test("a review that waits for focal points is blocked from the day they were due", () => {
  const play = new Play().start().name("FR", "focal-point", "2020-12-04");
  expect(said(play)).toEqual(
    [
      ["focal-point-missing", endOf("2020-12-15"), "PE"],
      ["focal-point-missing", endOf("2020-12-15"), "KE"],
    ].toSorted(),
  );
});

test("a review that has not started waits for lots alone, requested or for a seat that was vacated", () => {
  const play = new Play();
  expect([said(play), reviewWork(play.review)]).toEqual([[], []]);
  const [requestedAt, vacatedAt] = [at("2020-11-20"), at("2020-11-18")];
  play.review = {
    ...play.review,
    redrawsAsked: [{ by: party("FR"), seat: party("PE"), at: requestedAt }],
    vacated: [{ party: party("KE"), leftOn: day("2020-11-18"), at: vacatedAt }],
  };
  expect(said(play)).toEqual([
    ["redraw-to-carry-out", vacatedAt, "KE"],
    ["redraw-to-carry-out", requestedAt, "FR"],
  ]);
  expect(reviewWork(play.review)).toMatchObject([{ kind: "review-blocked", since: vacatedAt, review: play.review.id }]);
  play.review = {
    ...play.review,
    discontinued: { leftOn: day("2020-11-21"), at: at("2020-11-21"), document: "C.N.1" },
  };
  expect(said(play)).toEqual([]);
});

test("a consultation is blocked once its target of four weeks has passed", () => {
  expect(said(inConsultation())).toEqual([["consultation-past-target", endOf("2021-01-07"), undefined]]);
});

test("a list that all have agreed to waits for the secretariat from that day, and no longer once published", () => {
  expect(said(agreedPlay())).toEqual([["list-to-publish", at("2022-01-20"), undefined]]);
  expect(said(concludedPlay())).toEqual([]);
});

test("a seat whose focal point leaves on a day ahead is vacant from that day", () => {
  const play = inQuestionnaire();
  const removal = { party: party("KE"), mandate: mandateId("fpKE"), effectiveOn: day("2021-03-01") };
  const outcome = removeMandate([play.review], mission("KE"), removal, at("2021-02-01"));
  if (!outcome.ok) throw new Error(outcome.refusal);
  for (const { facts } of outcome.changes) play.take({ ok: true, facts });
  expect(said(play)).toEqual([
    ["focal-point-missing", "2021-02-28T23:00:00.000Z", "KE"],
    ["duty-overdue", "2021-07-11T21:59:59.999Z", "FR"],
  ]);
});

test("the work items of a review are its officer's, each obligation from the day it was due", () => {
  const play = inQuestionnaire();
  play.do((review) => assignOfficer(review, secretariat.id, at("2021-01-12")));
  expect(reviewWork(play.review).filter(({ kind }) => kind !== "nomination-to-check")).toEqual([
    {
      kind: "review-blocked",
      id: "c1-FR",
      since: "2021-07-11T21:59:59.999Z",
      party: "FR",
      review: "c1-FR",
      officer: secretariat.id,
    },
    {
      kind: "duty-overdue",
      id: "c1-FR#FR#questionnaire",
      since: "2021-07-11T21:59:59.999Z",
      party: "FR",
      review: "c1-FR",
      obligation: "questionnaire",
      officer: secretariat.id,
    },
  ]);
  expect(play.do((review) => assignOfficer(review, secretariat.id, at("2021-01-13")))).toEqual([]);
  play.do((review) => assignOfficer(review, null, at("2021-01-13")));
  expect(new Set(reviewWork(play.review).map(({ officer }) => officer))).toEqual(new Set([undefined]));
});

const kenya = party("KE");
const call = { way: "call", outcome: "promised", officer: secretariat.id } as const;

test("a contact gets the party's next number; no fact contains its note", () => {
  const newContact = { ...call, note: "Ms. Wanjiru will write", nextOn: day("2021-02-08") };
  const recorded = recordContact(kenya, { party: kenya, contacts: 4 }, newContact, undefined, at("2021-02-01"));
  if (!recorded.ok) throw new Error(recorded.refusal);
  expect(recorded.contact).toMatchObject({ number: 5, contactedOn: "2021-02-01", note: "Ms. Wanjiru will write" });
  expect(JSON.stringify(recorded.facts)).not.toContain("Wanjiru");
  expect(recorded.facts).toMatchObject([{ kind: "contact-recorded", number: 5, nextOn: "2021-02-08" }]);
  expect(followUpWork(recorded.contact)).toMatchObject({ id: "KE#5", since: "2021-02-07T23:00:00.000Z" });
});

test("a contact that follows another settles its next step", () => {
  const first = recordContact(kenya, undefined, { ...call, nextOn: day("2021-02-08") }, undefined, at("2021-02-01"));
  if (!first.ok) throw new Error(first.refusal);
  const next = recordContact(
    kenya,
    { party: kenya, contacts: 1 },
    { ...call, follows: 1 },
    first.contact,
    at("2021-02-08"),
  );
  if (!next.ok) throw new Error(next.refusal);
  expect(next.followed).toEqual({ ...first.contact, followedBy: 2 });
  expect([next.followed, next.contact].map((one) => followUpWork(FollowUp.parse(one)))).toEqual([undefined, undefined]);
});

test("a contact ahead, a next step before it, and one that follows none are refused", () => {
  const refusal = (contact: NewContact) => {
    const recorded = recordContact(kenya, undefined, contact, undefined, at("2021-02-01"));
    return recorded.ok ? "accepted" : recorded.refusal;
  };
  expect(refusal({ ...call, contactedOn: day("2021-02-02") })).toBe("date-in-the-future");
  expect(refusal({ ...call, contactedOn: day("2021-01-20"), nextOn: day("2021-01-19") })).toBe("date-too-early");
  expect(refusal({ ...call, follows: 7 })).toBe("unknown-contact");
});

test("a named person is to be checked until ticked or replaced; an observer is not, nor a person who is about to leave", () => {
  const play = new Play().start().name("FR", "focal-point", "2020-12-04").name("PE", "expert", "2020-12-05");
  play.name("FR", "observer", "2020-12-05");
  const listed = () => nominationsToCheck(play.review).map(({ party: whose, role, since }) => [whose, role, since]);
  expect(listed()).toEqual([
    ["FR", "focal-point", "2020-12-03T23:00:00.000Z"],
    ["PE", "expert", "2020-12-04T23:00:00.000Z"],
  ]);
  const take = (outcome: ReturnType<typeof verifyNomination>) => {
    if (!outcome.ok) return outcome.refusal;
    for (const { facts } of outcome.changes) play.take({ ok: true, facts });
    return outcome.changes.length;
  };
  const [french, peruvian] = [mandateId("fpFR"), mandateId("exPE")];
  const check = (code: string, mandate: typeof french) =>
    take(verifyNomination([play.review], { party: party(code), mandate }, at("2020-12-06")));
  expect([check("FR", french), check("FR", french), check("FR", peruvian)]).toEqual([1, 0, "unknown-mandate"]);
  expect(listed().map(([whose]) => whose)).toEqual(["PE"]);
  const removal = { party: party("PE"), mandate: peruvian, effectiveOn: day("2021-03-01") };
  take(removeMandate([play.review], mission("PE"), removal, at("2020-12-07")));
  expect([listed(), check("PE", peruvian)]).toEqual([[], "mandate-ended"]);
});
