import * as z from "zod";
import { ReviewId } from "../base/ids.ts";
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
