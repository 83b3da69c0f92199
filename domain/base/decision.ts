import type { Fact } from "../../schemas/model/fact.ts";
import type { RefusalKind } from "../../schemas/problems/problems.ts";

/**
 * The reason for the refusal of a command: a value with a stable name, which the edge turns into a status and a text.
 */
export type Refusal = RefusalKind;

export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
  /** The data that a caller needs to correct the request; never personal data of others. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export type Decision = { readonly ok: true; readonly facts: readonly Fact[] } | Refused;

/** Returns a refusal, with the data that a caller needs to correct the request. */
export const refuse = (refusal: Refusal, details?: Readonly<Record<string, unknown>>): Refused =>
  details === undefined ? { ok: false, refusal } : { ok: false, refusal, details };

/** Returns an accepted command, with its facts. */
export const accept = (facts: readonly Fact[]): Decision => ({ ok: true, facts });

/** A repeat of what is already so: accepted, and nothing happens. */
export const noChange: Decision = { ok: true, facts: [] };

/**
 * Returns one refusal that names each refused entry of a list by its place in the request, or undefined if none is refused.
 * `name` is the property of the body that holds the list.
 */
export const refuseItems = (
  name: string,
  decisions: readonly ({ readonly ok: true } | Refused)[],
): Refused | undefined => {
  const items = decisions.flatMap((decision, place) =>
    decision.ok ? [] : [{ pointer: `#/${name}/${place}`, problem: decision.refusal }],
  );
  return items.length === 0 ? undefined : refuse("items-refused", { items });
};
