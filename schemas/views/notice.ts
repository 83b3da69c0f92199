import * as z from "zod";
import { LetterId, ObligationId, PartyId } from "../base/ids.ts";
import { PartyName } from "../base/names.ts";
import { Contact, LetterKind, LetterState, StepName } from "../model/letter.ts";
import { ObligationKind } from "../model/review.ts";
import { CalendarDate, Instant, Language } from "../base/values.ts";
import { RecipientView } from "./named.ts";

/** The last report of the mail service about a letter. */
const ReceiptState = LetterState.extract(["delivered", "bounced", "complained", "failed"]);

/** A letter of a review as evidence of a notification; for persons only the id, for addresses only which one. */
export const NoticeView = z
  .strictObject({
    letter: LetterId,
    kind: LetterKind,
    party: PartyId,
    partyName: PartyName,
    recipient: RecipientView,
    contact: Contact.optional(),
    /** The obligation in this review that it speaks of, with the date and the generation that it was written for. */
    obligation: ObligationId.optional(),
    duty: ObligationKind.optional(),
    dueAt: Instant.optional(),
    dueOn: CalendarDate.optional(),
    generation: z.int().min(0).optional(),
    rung: StepName.optional(),
    plannedFor: Instant,
    state: LetterState,
    reason: z.string().optional(),
    /** The time at which the mail service accepted it, as far as known. */
    sentAt: Instant.optional(),
    receipt: ReceiptState.optional(),
    receiptAt: Instant.optional(),
    /** The digest that listed it, if the copy was held for a digest. */
    digest: LetterId.optional(),
    attempt: z.int().min(0),
    messageId: z.string().optional(),
    subject: z.string().optional(),
    reference: z.string().optional(),
    language: Language.optional(),
  })
  .meta({ id: "Notice" });
export type NoticeView = z.infer<typeof NoticeView>;
