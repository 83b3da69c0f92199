import { describe, expect, test } from "vitest";
import { letterIdOf } from "../../../domain/letters/letter-id.ts";
import { reminderSubjectsOf } from "../../../domain/reminders/schedule.ts";
import { GroupId, ObligationId } from "../../../schemas/base/ids.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import { inFeedback } from "../review/journey.ts";
import { at, expert, mandateId, party } from "../review/play.ts";

const obligation = ObligationId.parse("questionnaire:FR");

describe("ids of letters", () => {
  const { review: inReview } = inFeedback();
  const review = inReview.id;
  const reminderSubject = reminderSubjectsOf(inReview)[0];
  if (reminderSubject?.kind !== "feedback") throw new Error("no feedback");
  const contents: readonly Letter["content"][] = [
    { kind: "duty-reminder", reminderSubject, stepName: "d-7" },
    { kind: "answers-received", review, receivedAt: at("2021-06-30") },
    { kind: "answers-returned", review, returnedAt: at("2021-07-01") },
    { kind: "delay-notified", review, obligation, generation: 2 },
    { kind: "delay-reversed", review, obligation, generation: 3 },
    { kind: "clarification-asked", review, number: 1 },
    { kind: "clarification-answered", review, number: 1 },
    { kind: "consultation-opened", review },
    { kind: "consultation-past-target", review },
    { kind: "consultation-agreed", review, recordedAt: at("2021-01-11"), languages: ["en"] },
    { kind: "feedback-complete", review },
    { kind: "decision-recorded", review, obligation },
    { kind: "list-to-agree", review, version: 1 },
    { kind: "list-published", review },
    { kind: "handover", party: party("FR"), mandate: mandateId("fpFR") },
    { kind: "mandate-ended", party: party("FR"), mandate: mandateId("fpFR") },
    { kind: "work-divided", review, number: 1 },
    { kind: "seat-redrawn", review, from: party("PE"), to: party("IT") },
    { kind: "erratum-published", review, version: 2 },
    { kind: "instruments-added", review, addedAt: at("2021-11-20") },
    { kind: "review-entered", review },
    { kind: "party-left", party: party("KE"), recordedAt: at("2021-08-02"), reviews: [review] },
    { kind: "start-corrected", group: GroupId.parse("c1-g1"), party: party("FR"), at: at("2020-12-02") },
  ];

  test("differ where a mandate ends by lot in one review and later in the others", () => {
    const to = { kind: "user", user: expert("FR").id } as const;
    const ended = { kind: "mandate-ended", party: party("FR"), mandate: mandateId("fpFR") } as const;
    expect(letterIdOf({ ...ended, review }, to, 1)).not.toBe(letterIdOf(ended, to, 1));
  });

  test("never change, for they are keys of what was sent", () => {
    const to = { kind: "user", user: expert("FR").id } as const;
    expect(contents.map((content) => letterIdOf(content, to, 1))).toMatchInlineSnapshot(`
      [
        "351751ad060f06d769d9f10209bdb12b8828e7ba",
        "4fa3223e10e4247fa46e0cb0433b1ebc4eb2598f",
        "c977ba7183009b45b4029b1a7b7931ac759e55f3",
        "e6e6da4697a489e4678443ca14772a0acdc662f9",
        "be86964cf30020476d5e101b5241661d6eb0ce8f",
        "c46cca8b6a5451b68c8af4c09bc60c58724293ca",
        "6b29bd673a1a3cb0ad16bfb746b0e0236570e5ba",
        "bc295ba18c0d2ae9dd442c940c16afff679cbc16",
        "73c7b9a0e0a54f32fb871a75bb5c18c8e9876b68",
        "242eed7d19bac5cce994f9e961bc318b952627ab",
        "0dd825f6e831ead164a241d8a7fe86ddb348c163",
        "f285e46fd90c8448a591f946394249fec2ed8d8a",
        "c045f88bb8ef858ee84b2ab787e0b51094ca5561",
        "7c0927254ea30ca1019c85d483e912b5a65ce68d",
        "c0ae686966e87647ac3a8ba548d53615e919476b",
        "9f9df60ac802f89e0b0ebc9fea68d468486b1630",
        "720bad026505eb9c68f3c981ac7f320968c147db",
        "a2e72cada503e6a60e5e3973d2cf0f421b475f94",
        "b5a5d8c3f4d64f88554a82ededdff3112e648a5a",
        "1601aa4ab64d54fc78ce4b0abefd47ad2d7c39a2",
        "f4e6063402741496c2e386830693cfb265aff301",
        "eb63d2f813b4459947a1a8259ae5fad1a25dff09",
        "941604bba5512a2bea3309559b6f1717585290fc",
      ]
    `);
  });
});
