import type { UserId } from "../../../schemas/base/ids.ts";
import type { EmailAddress, Instant } from "../../../schemas/base/values.ts";
import type { DayUse } from "../ports/commit.ts";
import type { Condition } from "./conditions.ts";
import type { RecordKey } from "./keys/key.ts";
import type { Step } from "./outcome.ts";

/** The meanings of a failed condition, in the order in which they are reported. */
export const meanings = ["repeated", "stale", "address-taken", "used-up"] as const;
export type Meaning = (typeof meanings)[number];
export type CommitStep = Step<Meaning> & { readonly subject: string };

export interface Writer {
  put(table: "records" | "journal", row: object, condition?: Condition, means?: Meaning): CommitStep;
  check(key: RecordKey, condition: Condition): CommitStep;
  count(use: DayUse): CommitStep;
}

type AddressBefore = (user: UserId) => EmailAddress | undefined;

/** The context that decides how items next to an aggregate are written: earlier addresses, and the time. */
export interface Surroundings {
  readonly addressBefore: AddressBefore;
  readonly at: Instant;
}
