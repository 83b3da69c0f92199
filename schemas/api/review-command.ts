import * as z from "zod";
import { ReviewId } from "../base/ids.ts";
import { OutsideAct, OutsideDay } from "../model/source.ts";
import type { ProblemKind } from "../problems/problems.ts";
import { plain } from "./endpoint.ts";

const coreViews = () => import("../views/core.ts");

/** The path parameters of what is about one review. */
export const reviewParams = z.strictObject({ reviewId: ReviewId });

/** What any command on a review may be refused for. */
export const commandRefusals: readonly ProblemKind[] = [
  "not-found",
  "not-yours",
  "wrong-stage",
  "stale-version",
  "conflict",
];

/** For whom the secretariat records what that party did outside the system; for nobody else to say. */
export const forParty = { onBehalfOf: OutsideAct.optional() } as const;

/** The day and the source of an act of the secretariat outside the system; today, in the system, where left out. */
export const outsideDay = { outside: OutsideDay.optional() } as const;

/** The body of a command that needs to say nothing else, and may be left out. */
export const ForParty = z.strictObject(forParty).optional().meta({ id: "RecordingRequest" });

/** What the day of an act of the secretariat outside the system may be refused for. */
export const outsideDayRefusals: readonly ProblemKind[] = [
  "source-in-the-future",
  "date-in-the-future",
  "date-too-early",
];

/** What the record of an act outside the system may be refused for. */
export const outsideRefusals: readonly ProblemKind[] = [
  "source-missing",
  "not-in-this-review",
  "source-in-the-future",
  "date-in-the-future",
  "date-too-early",
];

/** A command on one review: answered with the review as its caller sees it then. */
const command = {
  ...plain,
  access: "token",
  method: "POST",
  params: reviewParams,
  reply: async () => (await coreViews()).ReviewView,
  etag: true,
  ifMatch: "optional",
  idempotencyKey: "optional",
} as const;

export const partyCommand = { ...command, function: "review-api" } as const;
export const secretariatCommand = { ...command, function: "secretariat-api" } as const;
