import { isThrottlingError, isTransientError } from "@smithy/core/retry";
import { Conflict } from "./ports/store.ts";

/** An error with what the SDK reads of it. */
type Failure = Parameters<typeof isTransientError>[0];
const isFailure = (error: unknown): error is Failure => error instanceof Error;

/**
 * Why a service of the platform did not do what it was asked, although nothing is wrong with what was asked: `busy` where
 * it was asked too often, or others are at the same row all the time; `unavailable` where it failed, could not be reached
 * or did not answer in time, after every try. Undefined for every other error, which is a defect or a refusal.
 */
export const unavailabilityOf = (error: unknown): "busy" | "unavailable" | undefined => {
  if (error instanceof Conflict) return error.why === "busy" ? "busy" : undefined;
  if (!isFailure(error)) return undefined;
  if (isThrottlingError(error)) return "busy";
  return isTransientError(error) ? "unavailable" : undefined;
};
