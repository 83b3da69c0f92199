import { isThrottlingError, isTransientError } from "@smithy/core/retry";
import { Conflict } from "./ports/commit.ts";

/** An error with what the SDK reads of it. */
type Failure = Parameters<typeof isTransientError>[0];
const isFailure = (error: unknown): error is Failure => error instanceof Error;

/**
 * Returns why a service of the platform failed on a valid request: `busy` after too many requests, or permanent
 * conflicts on one row; `unavailable` if it failed, could not be reached, or did not reply in time, after every
 * attempt. Returns undefined for any other error, which is a defect or a refusal.
 */
export const unavailabilityOf = (error: unknown): "busy" | "unavailable" | undefined => {
  if (error instanceof Conflict) return error.why === "busy" ? "busy" : undefined;
  if (!isFailure(error)) return undefined;
  if (isThrottlingError(error)) return "busy";
  return isTransientError(error) ? "unavailable" : undefined;
};
