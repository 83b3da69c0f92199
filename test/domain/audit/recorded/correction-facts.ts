import type { Fact } from "../../../../schemas/model/fact.ts";
import { day, party } from "../../../fixtures/changes.ts";
import { hash, review, when } from "./review-facts.ts";

const corrected = { kind: "date-corrected", review, reason: "Recorded wrongly." } as const;

/** Corrections of what is on record, after all else of the review. */
export const correctionFacts: readonly Fact[] = [
  { ...corrected, happenedAt: when("2021-12-17"), what: "meeting", from: day("2021-01-11"), to: day("2021-01-08") },
  { ...corrected, happenedAt: when("2021-12-17"), what: "clock", from: day("2021-01-11"), to: day("2021-02-01") },
  { ...corrected, happenedAt: when("2021-12-17"), what: "answers-due", from: day("2021-08-01"), to: day("2021-07-01") },
  {
    ...corrected,
    happenedAt: when("2021-12-18"),
    what: "feedback",
    party: party("BR"),
    from: day("2021-08-01"),
    to: day("2021-08-02"),
  },
  {
    ...corrected,
    happenedAt: when("2021-12-18"),
    what: "agreement",
    party: party("FR"),
    from: day("2021-12-05"),
    to: day("2021-12-06"),
  },
  {
    ...corrected,
    happenedAt: when("2021-12-18"),
    what: "redraw",
    party: party("PE"),
    from: day("2021-09-09"),
    to: day("2021-09-08"),
  },
  {
    kind: "languages-corrected",
    happenedAt: when("2021-12-19"),
    review,
    languages: ["en", "fr", "es"],
    exception: "Three delegations.",
    reason: "Recorded wrongly.",
  },
  {
    kind: "consultation-round-held",
    happenedAt: when("2021-12-19"),
    review,
    number: 2,
    heldOn: day("2021-01-12"),
    mode: "video",
    party: party("FR"),
    source: { kind: "call", date: day("2021-01-13") },
  },
  {
    ...corrected,
    happenedAt: when("2021-12-19"),
    what: "round",
    round: 2,
    from: day("2021-01-12"),
    to: day("2021-01-13"),
  },
  { kind: "meeting-mode-corrected", happenedAt: when("2021-12-19"), review, mode: "video", reason: "A slip." },
  {
    kind: "meeting-mode-corrected",
    happenedAt: when("2021-12-19"),
    review,
    round: 2,
    mode: "in-person",
    reason: "A slip.",
  },
  {
    kind: "erratum-published",
    happenedAt: when("2021-12-20"),
    review,
    version: 3,
    document: hash("7"),
    reason: "The date of a law was wrong.",
    agreements: [
      { party: party("FR"), happenedOn: day("2021-12-19"), source: { kind: "call", date: day("2021-12-19") } },
    ],
  },
];
