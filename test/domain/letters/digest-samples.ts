import type { LetterInput } from "../../../domain/letters/content/letter-pages.ts";
import type { ReviewDigested } from "../../../domain/letters/content/digest.ts";
import { GroupId, ReviewId } from "../../../schemas/base/ids.ts";
import { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { party } from "./letter-samples.ts";

const where = { frontEndUrl: "https://reviews.example.org/", replyTo: "secretariat@reviews.example.org" };
const at = (text: string) => Instant.parse(text);
const review = (code: string, name: string) => ({
  id: ReviewId.parse(`c1-${code}`),
  group: GroupId.parse("c1-g1"),
  underReview: party(code, name),
});

const own: ReviewDigested = {
  review: review("FR", "France"),
  role: "under-review",
  stage: "questionnaire",
  copies: [
    {
      deferredAt: at("2021-06-14T07:00:07.000Z"),
      subject:
        "Reminder: answers to the self-assessment questionnaire (cluster 1), due by 12 July 2021 [RM/c1-FR/questionnaire:FR]",
    },
    {
      deferredAt: at("2021-06-17T14:20:00.000Z"),
      subject: "Delay notified: new date 30 September 2021 (cluster 1) [RM/c1-FR/delay-notified/questionnaire:FR]",
    },
    { deferredAt: at("2021-06-18T07:00:05.000Z"), subject: undefined },
  ],
  open: [{ kind: "questionnaire", dueAt: at("2021-09-30T21:59:59.999Z") }],
};
const others: readonly ReviewDigested[] = [
  {
    review: review("CI", "Côte d'Ivoire"),
    role: "reviewing",
    stage: "feedback",
    copies: [
      {
        deferredAt: at("2021-06-16T07:00:03.000Z"),
        subject: "Reminder: written feedback (cluster 1), due by 23 June 2021 [RM/c1-CI/x]",
      },
    ],
    open: [{ kind: "feedback", dueAt: at("2021-06-23T21:59:59.999Z") }],
  },
  {
    review: review("PE", "Peru"),
    role: "reviewing",
    stage: "nomination",
    copies: [],
    open: [{ kind: "experts", dueAt: at("2021-06-29T21:59:59.999Z") }],
  },
];

const weekly = {
  kind: "digest",
  party: party("FR", "France"),
  on: CalendarDate.parse("2021-06-21"),
  now: at("2021-06-21T07:00:02.000Z"),
  ...where,
} as const;

/** The letter of the week to a mission, named as in its golden file. */
export const digestSamples: Readonly<Record<string, LetterInput>> = {
  digest: { ...weekly, reviews: [own, ...others] },
  "digest-of-a-reviewer": {
    ...weekly,
    on: CalendarDate.parse("2021-06-28"),
    now: at("2021-06-28T07:00:02.000Z"),
    reviews: others,
  },
};
