import { describe, expect, test } from "vitest";
import { receive } from "../../../domain/letters/receipts.ts";
import { moveLetter, plannedLetter } from "../../../domain/letters/lifecycle.ts";
import { lettersAbout, noticeView, partiesEver } from "../../../domain/views/proof-of-notice.ts";
import { reminderSubjectOf } from "../../../domain/reminders/schedule.ts";
import { BulletinId, MandateId, PartyId, ReviewId, UserId } from "../../../schemas/base/ids.ts";
import type { Letter, LetterContent } from "../../../schemas/model/letter.ts";
import { inQuestionnaire } from "../review/journey.ts";
import { at, day } from "../review/play.ts";

const review = inQuestionnaire().review;
const now = at("2021-07-12T07:00:00.000Z");
const FR = PartyId.parse("FR");
const mission = { kind: "mission", party: FR } as const;
const letterOf = (content: LetterContent, more: Partial<Letter> = {}): Letter => ({
  ...plannedLetter({ content, recipient: mission, party: FR, plannedFor: now, rule: "A rule." }, now),
  ...more,
});
const about = (...letters: Letter[]) => lettersAbout(review, letters);

const obligation = review.obligations["questionnaire:FR" as never];
if (obligation === undefined) throw new Error("No questionnaire is pending");
const reminderSubject = reminderSubjectOf(review, obligation);
const reminder = letterOf({ kind: "duty-reminder", reminderSubject, stepName: "d+1" });
const nomination = (more: Partial<Letter> = {}) =>
  letterOf(
    {
      kind: "nomination-reminder",
      stepName: "d-1",
      reminderSubject: { ...reminderSubject, kind: "experts", review: undefined },
    },
    more,
  );

describe("among the letters about a review", () => {
  test("is a reminder of several reviews only where it spoke of this one", () => {
    const refsOf = (id: string) => [{ review: ReviewId.parse(id), obligation: "experts:FR" as never, generation: 1 }];
    const ours = nomination({ obligationRefs: refsOf(review.id) });
    expect(about(ours, nomination({ obligationRefs: refsOf("c1-ZZ") }))).toEqual([ours]);
    expect(noticeView(ours, FR, review.id)).toMatchObject({ obligation: "experts:FR", duty: "experts", rung: "d-1" });
  });

  test("is one of an earlier version without references, for the parties and the group of the review", () => {
    expect(about(nomination())).toHaveLength(1);
  });

  test("is a bulletin that was sent because of this review, and none that was sent to every party", () => {
    const bulletin = BulletinId.parse(`b-${"0".repeat(26)}`);
    const because = (reason: Extract<LetterContent, { kind: "bulletin" }>["reason"]) =>
      letterOf({ kind: "bulletin", bulletin, round: 1, reason });
    const seated = because({ code: "seated", as: "mission", party: FR, reviews: [review.id] });
    expect(about(seated, because({ code: "registered", as: "mission", party: FR }))).toEqual([seated]);
  });

  test("is the notification to a person about a mandate in it, and no invitation", () => {
    const held = MandateId.parse(Object.keys(review.mandates)[0]);
    const handover = letterOf({ kind: "handover", party: FR, mandate: held });
    const elsewhere = letterOf({ kind: "handover", party: FR, mandate: MandateId.parse(`m-${"z".repeat(26)}`) });
    const invitation = letterOf({ kind: "invitation", user: UserId.parse(`u-${"0".repeat(26)}`) });
    expect(about(handover, elsewhere, invitation)).toEqual([handover]);
  });

  test("is the digest that lists a copy held back, and no other digest", () => {
    const digest = letterOf({ kind: "digest", party: FR, on: day("2021-07-12") });
    const other = letterOf({ kind: "digest", party: FR, on: day("2021-07-19") });
    const held = moveLetter(reminder, "skipped", { at: now, reason: "digest", digest: digest.id });
    expect(about(held, digest, other)).toEqual([held, digest]);
    expect(noticeView(held, FR, review.id)).toMatchObject({ state: "skipped", reason: "digest", digest: digest.id });
  });

  test("is that digest written again, too, because it failed at another address", () => {
    const content = { kind: "digest", party: FR, on: day("2021-07-12") } as const;
    const [first, again] = [1, 2].map((attempt) =>
      plannedLetter({ content, recipient: mission, party: FR, plannedFor: now, rule: "A rule.", attempt }, now),
    ) as [Letter, Letter];
    const held = moveLetter(reminder, "skipped", { at: now, reason: "digest", digest: first.id });
    expect(about(held, first, again)).toEqual([held, first, again]);
  });

  test("are those to a party that was drawn away", () => {
    const away = { party: PartyId.parse("DE"), by: FR, at: now };
    expect(partiesEver({ ...review, drawnAway: [away] })).toContain("DE");
  });
});

describe("a notice says", () => {
  const claimed = moveLetter(reminder, "claimed", { at: at("2021-07-12T07:00:01.000Z") });
  const accepted = moveLetter(claimed, "accepted", { at: at("2021-07-12T07:00:02.000Z"), messageId: "m-1" });
  const readNotice = (letter: Letter | undefined) => {
    if (letter === undefined) throw new Error("The report said nothing new");
    const { state, sentAt, receipt, receiptAt } = noticeView(letter, FR, review.id);
    return { state, sentAt, receipt, receiptAt };
  };

  test("nothing of a sending while it is not known that the mail service took it", () => {
    expect(readNotice(claimed)).toEqual({ state: "claimed" });
    expect(readNotice(moveLetter(claimed, "failed", { at: now, reason: "refused" }))).toEqual({ state: "failed" });
  });

  test("since when the mail service has it, and no receipt before one came", () => {
    expect(readNotice(accepted)).toEqual({ state: "accepted", sentAt: "2021-07-12T07:00:02.000Z" });
  });

  test("the receipt that counts in the end, also where it overtook the mail service's answer", () => {
    const first = "2021-07-12T07:00:01.500Z";
    expect(readNotice(receive(claimed, "delivery", at(first), "m-1"))).toEqual({
      state: "delivered",
      sentAt: first,
      receipt: "delivered",
      receiptAt: first,
    });
    const rejected = at("2021-07-12T07:00:05.000Z");
    expect(readNotice(receive(accepted, "reject", rejected, "m-1"))).toEqual({
      state: "failed",
      sentAt: "2021-07-12T07:00:02.000Z",
      receipt: "failed",
      receiptAt: rejected,
    });
  });
});
