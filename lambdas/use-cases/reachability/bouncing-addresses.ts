import { isToFormerAddress } from "../../../domain/letters/letter-id.ts";
import { bouncesEndedAfter, bouncingAfter, closedBounces } from "../../../domain/letters/address-reputation.ts";
import type { BouncingAddress } from "../../../schemas/model/address.ts";
import type { FactOf } from "../../../schemas/model/fact.ts";
import type { Hash } from "../../../schemas/base/ids.ts";
import type { Letter, PartyRecipient } from "../../../schemas/model/letter.ts";
import type { EmailAddress, Instant } from "../../../schemas/base/values.ts";
import type { Clock } from "../../io/ports/time.ts";
import type { Ledger } from "../../io/ports/outbox.ts";
import type { Store } from "../../io/ports/store.ts";
import {
  contactsOf,
  type ReachIo,
  unsuppressFailedAddress,
  type UnsuppressIo,
  clearUnreachable,
} from "./resolve-address.ts";

export interface ReturnIo {
  readonly store: Pick<Store, "mission" | "person">;
  readonly ledger: Pick<Ledger, "returnedFrom" | "writeReturned">;
}

const contacts = ["first", "second"] as const satisfies readonly BouncingAddress["contact"][];

/** Ends it that letters to a recipient come back from addresses that were given up meanwhile, or unsuppressed. */
const settleReturns = async (
  io: ReturnIo,
  recipient: PartyRecipient,
  at: Instant,
  unsuppressed?: Hash,
): Promise<void> => {
  const places = (await contactsOf(io, recipient))?.places ?? [];
  for (const contact of contacts) {
    const ended = closedBounces(await io.ledger.returnedFrom(recipient, contact), places, unsuppressed, at);
    if (ended !== undefined) await io.ledger.writeReturned(ended);
  }
};

/**
 * Tracks the address of a letter that bounced or arrived: a person must check a bouncing address until a letter
 * arrives. A report may come twice, and late. This function and the one that sets contacts both check the result: one
 * of the two comes second.
 */
export const trackBounce = async (
  io: ReturnIo,
  letter: Letter,
  report: { readonly address: EmailAddress; readonly kind: "bounced" | "delivered"; readonly at: Instant },
): Promise<void> => {
  const { recipient, contact = "first", state } = letter;
  const { address, kind, at } = report;
  // If the letter's state differs from the report, another report had newer data.
  if (recipient.kind === "office" || isToFormerAddress(recipient) || state !== kind) return;
  const before = await io.ledger.returnedFrom(recipient, contact);
  const next =
    kind === "bounced"
      ? bouncingAfter(before, letter, { recipient, address }, at)
      : bouncesEndedAfter(before, letter.id, address, at);
  if (next === undefined) return;
  await io.ledger.writeReturned(next);
  if (kind === "bounced") await settleReturns(io, recipient, at);
};

/** Applies the effects of new contacts: recipients that are reachable again, and addresses that no longer bounce. */
export const closeBounces = async (
  io: ReachIo & ReturnIo & { readonly clock: Clock },
  recipient: PartyRecipient,
): Promise<void> => {
  await clearUnreachable(io, recipient, io.clock.now());
  await settleReturns(io, recipient, io.clock.now());
};

/** Applies the effects of an unsuppressed address. */
export const unsuppressAddressOf = async (
  io: UnsuppressIo & ReturnIo,
  fact: FactOf<"address-released">,
): Promise<void> => {
  const letter = await io.ledger.letter(fact.letter);
  if (letter?.address === undefined || letter.recipient.kind === "office") return;
  const unsuppressed = await unsuppressFailedAddress(io, letter.recipient, letter.address, fact);
  await settleReturns(io, letter.recipient, fact.happenedAt, unsuppressed);
};
