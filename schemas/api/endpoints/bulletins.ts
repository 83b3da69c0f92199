import * as z from "zod";
import { Audience } from "../../model/audience.ts";
import { BulletinText, FallbackOrder, TextsByLanguage } from "../../model/bulletin-text.ts";
import * as views from "../../views/bulletin.ts";
import { endpoint, plain } from "../endpoint.ts";
import { BulletinId, Hash, TextId } from "../../base/ids.ts";
import { PageQuery } from "../../base/paging.ts";
import { TextVersion } from "../../model/stored-text.ts";
import { Instant, Language } from "../../base/values.ts";

const bulletinViews = () => import("../../views/bulletin.ts");
const coreViews = () => import("../../views/core.ts");

const common = { ...plain, function: "secretariat-api", access: "token", tag: "Bulletins" } as const;
const ofOne = z.strictObject({ bulletinId: BulletinId });

export const PreviewBulletin = endpoint({
  ...common,
  id: "previewBulletin",
  method: "POST",
  path: "/v1/bulletins/previews",
  action: "bulletin.preview",
  summary: "Preview the recipients and the text of a bulletin, before anything is sent",
  description:
    "Every letter is rendered: what cannot be sent is refused here, with the place or the recipients. `hash` is what the order quotes; it names audience, texts, fallback and every recipient, and is good until `expiresAt`. Each recipient gets the text in their own language where `texts` has it, else in the first language of `fallback` that it has; where a recipient has no text by either, the preview is refused and names them. `languages` counts the recipients of each, and there is a sample of each. `sendAt` is only checked.",
  body: z
    .strictObject({
      audience: Audience,
      /** A text in English for all recipients, texts in several languages, or a stored text. */
      text: BulletinText.optional(),
      texts: TextsByLanguage.optional(),
      fallback: FallbackOrder.optional(),
      /** The latest version where none is named. */
      stored: z.strictObject({ id: TextId, version: TextVersion.optional() }).meta({ id: "TextTaken" }).optional(),
      sendAt: Instant.optional(),
    })
    .refine(({ texts, fallback }) => texts !== undefined || fallback === undefined, {
      error: "goes with `texts` only",
      path: ["fallback"],
    })
    .meta({ id: "BulletinDraft" }),
  reply: async () => (await bulletinViews()).PreviewView,
  refusals: ["not-yours", "empty-audience", "too-many-recipients", "unusable-text", "send-time-past", "date-too-late"],
});

export const ListPreviewRecipients = endpoint({
  ...common,
  id: "listPreviewRecipients",
  method: "GET",
  path: "/v1/bulletins/previews/{hash}/recipients",
  action: "bulletin.preview",
  summary: "The recipients in a preview, each with the reason",
  params: z.strictObject({ hash: Hash }),
  query: z.strictObject({ ...PageQuery.shape, textLanguage: Language.optional() }),
  reply: async () => {
    const { PreviewedAddresseeView } = await bulletinViews();
    const { pageOf } = await coreViews();
    return pageOf("AddresseePage", PreviewedAddresseeView);
  },
  refusals: ["not-yours", "not-found"],
});

export const OrderBulletin = endpoint({
  ...common,
  id: "orderBulletin",
  method: "POST",
  path: "/v1/bulletins",
  action: "bulletin.order",
  summary: "Order the sending of what was previewed, now or at a time",
  description:
    "Answers at once; the letters are planned page by page and leave behind those about deadlines. Who gets it is settled with the order. Refused where the audience is no longer the one of the preview. Above a number of recipients it waits for a second person of the secretariat.",
  body: z.strictObject({ preview: Hash, sendAt: Instant.optional() }).meta({ id: "BulletinOrder" }),
  status: 202,
  reply: async () => (await bulletinViews()).BulletinView,
  idempotencyKey: "required",
  etag: true,
  location: true,
  refusals: [
    "not-yours",
    "preview-expired",
    "preview-used",
    "preview-changed",
    "empty-audience",
    "send-time-past",
    "date-too-late",
    "conflict",
  ],
});

export const ListBulletins = endpoint({
  ...common,
  id: "listBulletins",
  method: "GET",
  path: "/v1/bulletins",
  action: "bulletins.read",
  summary: "Bulletins, in the order in which they were ordered",
  query: PageQuery,
  reply: async () => {
    const { BulletinView } = await bulletinViews();
    const { pageOf } = await coreViews();
    return pageOf("BulletinPage", BulletinView);
  },
  refusals: ["not-yours"],
});

export const GetBulletin = endpoint({
  ...common,
  id: "getBulletin",
  method: "GET",
  path: "/v1/bulletins/{bulletinId}",
  action: "bulletins.read",
  summary: "A bulletin: text, audience and progress",
  description: "`progress` is counted from the letters, a moment behind what was just written.",
  params: ofOne,
  reply: async () => (await bulletinViews()).BulletinDetails,
  etag: true,
  refusals: ["not-yours", "not-found"],
});

export const ListBulletinRecipients = endpoint({
  ...common,
  id: "listBulletinRecipients",
  method: "GET",
  path: "/v1/bulletins/{bulletinId}/recipients",
  action: "bulletins.read",
  summary: "The fixed recipients of a bulletin, with the reason and the outcome of the latest letter",
  description:
    "Name and address are those of the latest letter, as it was sent. `outcome` chooses by what `progress` counts: `bounced`, `delivered` and `complained` are among those `sent`, `to-settle` among those `unknown`.",
  params: ofOne,
  query: z.strictObject({ ...PageQuery.shape, outcome: views.RecipientOutcome.optional() }),
  csv: {
    name: "recipients",
    columns: [
      "party",
      "partyName",
      "recipient.kind",
      "recipient.personName",
      "name",
      "address",
      "reviews",
      "reason.code",
      "outcome",
      "letter.id",
      "letter.state",
      "letter.reason",
      "letter.changedAt",
      "letter.language",
      "letter.languagesTried",
      "clusters",
    ],
  },
  reply: async () => {
    const { BulletinRecipientView } = await bulletinViews();
    const { pageOf } = await coreViews();
    return pageOf("BulletinRecipientPage", BulletinRecipientView);
  },
  refusals: ["not-yours", "not-found"],
});

const command = {
  ...common,
  method: "POST",
  params: ofOne,
  reply: async () => (await bulletinViews()).BulletinView,
  idempotencyKey: "optional",
  etag: true,
} as const;

export const ApproveBulletin = endpoint({
  ...command,
  id: "approveBulletin",
  ifMatch: "optional",
  path: "/v1/bulletins/{bulletinId}/approval",
  action: "bulletin.approve",
  summary: "Approve a bulletin to many, as a second person of the secretariat",
  description: "The user who ordered it cannot approve it. What is due by now leaves with the approval.",
  status: 202,
  refusals: [
    "not-yours",
    "not-found",
    "second-person-needed",
    "too-new-to-approve",
    "not-confirmed",
    "wrong-bulletin-state",
    "conflict",
  ],
});

export const CancelBulletin = endpoint({
  ...command,
  id: "cancelBulletin",
  ifMatch: "optional",
  path: "/v1/bulletins/{bulletinId}/cancellation",
  action: "bulletin.cancel",
  summary: "Give a bulletin up: what is still planned is not sent",
  description:
    "What has left has left; a letter that a sender holds at this moment still leaves. Not possible when every letter has come to its end.",
  refusals: ["not-yours", "not-found", "wrong-bulletin-state", "conflict"],
});

export const ResumeBulletin = endpoint({
  ...command,
  id: "resumeBulletin",
  ifMatch: "optional",
  path: "/v1/bulletins/{bulletinId}/resumption",
  action: "bulletin.resume",
  summary: "Resume a bulletin that the breaker has stopped",
  description: "The breaker starts a new count from here.",
  status: 202,
  refusals: ["not-yours", "not-found", "wrong-bulletin-state", "conflict"],
});

export const ResendBulletin = endpoint({
  ...command,
  id: "resendBulletin",
  ifMatch: "optional",
  path: "/v1/bulletins/{bulletinId}/resend",
  action: "bulletin.resend",
  summary: "Send a bulletin again, only to the recipients that it did not reach",
  description:
    "Letters that failed, bounced or had no usable address; never those that were reported as unwanted, nor those whose delivery is unknown.",
  status: 202,
  idempotencyKey: "required",
  refusals: ["not-yours", "not-found", "wrong-bulletin-state", "nobody-to-resend", "bulletin-under-way", "conflict"],
});
