import { pagesOf, previewHash } from "../../domain/bulletin-preview.ts";
import { needsApproval, refusedTime } from "../../domain/bulletins.ts";
import { type Refused, refuse } from "../../domain/decision.ts";
import { checkBulletinText } from "../../domain/letters/bulletin.ts";
import { inForce, mostRecipients, previewRetention } from "../../domain/policy.ts";
import { logicalRecipient } from "../../domain/reminders.ts";
import { dayOf, later } from "../../domain/time.ts";
import type { BulletinWording } from "../../schemas/bulletin.ts";
import type { PreviewView } from "../../schemas/bulletin-views.ts";
import { BulletinId, type UserId } from "../../schemas/ids.ts";
import type { Instant } from "../../schemas/values.ts";
import type { Store } from "../io/ports.ts";
import { type BulletinFor, composeBulletins, type ComposeBulletinsIo } from "./compose-bulletins.ts";
import { resolveAudience } from "./resolve-audience.ts";

export type PreviewIo = ComposeBulletinsIo & { readonly store: Store };

/** A bulletin that does not exist yet, as samples name it. */
const notYet = BulletinId.parse(`b-${"0".repeat(26)}`);
const samples = 3;
/** Faults of so many recipients are told. */
const mostTold = 20;

const unsendable = (letters: readonly BulletinFor[]): Refused | undefined => {
  const problems = letters.flatMap((one) => {
    const recipient = logicalRecipient(one.addressee.recipient);
    if (one.kind === "too-large") return [{ where: "body", problem: "too-large", recipient }];
    if (one.kind !== "value-missing") return [];
    return one.placeholders.map((placeholder) => ({ where: "body", problem: "no-value", placeholder, recipient }));
  });
  return problems.length === 0 ? undefined : refuse("unusable-text", { problems: problems.slice(0, mostTold) });
};

export interface Draft extends BulletinWording {
  readonly sendAt?: Instant | undefined;
}

/**
 * What a bulletin would be if it were ordered now: everybody in the audience, every letter rendered. What cannot be
 * sent is refused with the reason; else it is kept under its hash, until it expires.
 */
export const previewBulletin = async (
  io: PreviewIo,
  { audience, text, sendAt }: Draft,
  madeBy: UserId,
  now: Instant,
): Promise<Refused | PreviewView> => {
  const problems = checkBulletinText(text, now);
  if (problems.length > 0) return refuse("unusable-text", { problems });
  const refused = refusedTime(sendAt, now);
  if (refused !== undefined) return refused;
  const addressees = await resolveAudience(io, audience, now);
  if (addressees.length === 0) return refuse("empty-audience");
  const most = inForce(mostRecipients, dayOf(now));
  if (addressees.length > most) return refuse("too-many-recipients", { most, recipients: addressees.length });
  const letters = await composeBulletins(io, { bulletin: notYet, text }, addressees, now);
  const unsent = unsendable(letters);
  if (unsent !== undefined) return unsent;

  const pages = pagesOf(addressees);
  const hash = previewHash({ audience, text }, addressees);
  const expiresAt = later(now, previewRetention);
  const recipients = addressees.length;
  const kept = { audience, text, hash, recipients, pages: pages.length, madeBy, madeAt: now, expiresAt };
  await io.store.savePreview(kept, pages);
  return {
    hash,
    recipients,
    withoutAddress: letters.filter(({ kind }) => kind === "no-address").length,
    needsApproval: needsApproval(recipients, now),
    expiresAt,
    items: [...(pages[0] ?? [])],
    samples: letters
      .flatMap((one) => (one.kind === "written" ? [one] : []))
      .slice(0, samples)
      .map(({ addressee: { recipient }, letter }) => ({
        recipient,
        subject: letter.subject,
        text: letter.text,
        html: letter.html,
      })),
  };
};
