import * as z from "zod";
import { ReviewId } from "../base/ids.ts";
import { OutsideAct, OutsideDay } from "../model/source.ts";
import type { ProblemKind } from "../problems/problems.ts";
import { plain } from "./endpoint.ts";

const coreViews = () => import("../views/core.ts");

/** The path parameters of what is about one review. */
export const reviewParams = z.strictObject({ reviewId: ReviewId });

/** Refusals that every command on a review may return. */
export const commandRefusals: readonly ProblemKind[] = [
  "not-found",
  "not-yours",
  "wrong-stage",
  "stale-version",
  "conflict",
];

/** The party for which the secretariat records an act outside the system. Only the secretariat may state it. */
export const forParty = { onBehalfOf: OutsideAct.optional() } as const;

/** The day and the source of an act of the secretariat outside the system; today, in the system, where left out. */
export const outsideDay = { outside: OutsideDay.optional() } as const;

/** The body of a command that needs to say nothing else, and may be left out. */
export const ForParty = z.strictObject(forParty).optional().meta({ id: "RecordingRequest" });

/** Refusals of the day of an act of the secretariat outside the system. */
export const outsideDayRefusals: readonly ProblemKind[] = [
  "source-in-the-future",
  "date-in-the-future",
  "date-too-early",
];

/** Refusals of the record of an act outside the system. */
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
