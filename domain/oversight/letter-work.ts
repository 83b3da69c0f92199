import { defined } from "../../schemas/base/defined.ts";
import type { BouncingAddress, UnreachableRecipient } from "../../schemas/model/address.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { WorkItem } from "../../schemas/model/work-item.ts";
import { logicalRecipient } from "../letters/letter-id.ts";
import { needsSettlement } from "../letters/lifecycle.ts";

/**
 * Returns the work item that the delivery of a letter is unknown: a person has to find out, or to let it be sent again.
 * Letters of a bulletin are settled together, as a task of the bulletin.
 */
export const unknownLetterWork = (letter: Letter): WorkItem | undefined => {
  const { id, party, recipient, changedAt, content } = letter;
  return !needsSettlement(letter) || content.kind === "bulletin"
    ? undefined
    : {
        kind: "letter-unknown",
        id,
        since: changedAt,
        letter: id,
        ...defined({ party }),
        ...(recipient.kind === "user" ? { user: recipient.user } : {}),
      };
};

const ofRecipient = ({ recipient, party, letter, since }: UnreachableRecipient | BouncingAddress) => ({
  since,
  letter,
  ...defined({ party }),
  ...(recipient.kind === "user" ? { user: recipient.user } : {}),
});

/** Returns the work item that letters come back from an address: a person has to request one that works. */
export const bouncedWork = (row: BouncingAddress): WorkItem | undefined =>
  row.until === undefined
    ? { kind: "address-bounced", id: `${logicalRecipient(row.recipient)}#${row.contact}`, ...ofRecipient(row) }
    : undefined;

/** Returns the work item that no letter reaches a recipient. */
export const unreachableWork = (row: UnreachableRecipient): WorkItem | undefined =>
  row.until === undefined
    ? { kind: "recipient-unreachable", id: logicalRecipient(row.recipient), ...ofRecipient(row) }
    : undefined;
