import { later, type Duration } from "../../domain/base/time.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { Clock } from "./ports/time.ts";

/** Returns a cached reading, repeated only when its result is older than `keptFor`. A failed reading is not cached. */
export const keepReading = <Value>(clock: Clock, keptFor: Duration, read: () => Promise<Value>) => {
  let known: { readonly value: Promise<Value>; readonly until: Instant } | undefined;
  return (): Promise<Value> => {
    const now = clock.now();
    if (known !== undefined && now < known.until) return known.value;
    const value = read().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    known = { value, until: later(now, keptFor) };
    return value;
  };
};
