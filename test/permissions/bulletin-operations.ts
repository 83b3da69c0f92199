import type { Aim, ActionCalls, Operation } from "./operation.ts";
import { bulletinDraft } from "./places.ts";

const ofBulletin = ({ place }: Aim) => ({ bulletinId: place.bulletin });
/** On a cancelled bulletin every act is refused; the refusal for its state shows the right. */
const onGivenUp = (id: string): Operation => ({
  id,
  params: ofBulletin,
  harmless: "as it is",
  outcomeOf: ({ status, problem }) =>
    status < 300 || problem === "wrong-bulletin-state" ? "allowed" : (problem ?? String(status)),
});

/** Operations on bulletins. */
export const bulletinOperations = {
  "bulletins.read": {
    on: [
      { id: "listBulletins", query: "?limit=1" },
      { id: "getBulletin", params: ofBulletin },
      { id: "listBulletinRecipients", params: ofBulletin, query: "?limit=1" },
    ],
  },
  "bulletin.preview": {
    on: [
      {
        id: "previewBulletin",
        body: () => bulletinDraft,
        harmless: {
          body: () => ({ audience: bulletinDraft.audience, text: { subject: "{{nobody}}", body: "." } }),
          outcome: "unusable-text",
        },
      },
      { id: "listPreviewRecipients", params: ({ place }) => ({ hash: place.preview }), query: "?limit=1" },
    ],
  },
  "texts.read": {
    on: [
      { id: "listTexts", query: "?limit=1" },
      { id: "getText", params: () => ({ textId: "president-reminder" }) },
    ],
  },
  "text.write": {
    on: [
      {
        id: "putText",
        params: () => ({ textId: "president-reminder" }),
        body: () => ({ subject: "A reminder to {{party}}", body: "Nominations are awaited." }),
        version: () => 0,
      },
    ],
  },
  "bulletin.order": {
    on: [
      {
        id: "orderBulletin",
        body: ({ place }) => ({ preview: place.preview }),
        harmless: { body: () => ({ preview: "0".repeat(64) }), outcome: "preview-expired" },
      },
    ],
  },
  "bulletin.approve": { on: [onGivenUp("approveBulletin")] },
  "bulletin.cancel": { on: [onGivenUp("cancelBulletin")] },
  "bulletin.resume": { on: [onGivenUp("resumeBulletin")] },
  "bulletin.resend": { on: [onGivenUp("resendBulletin")] },
  "bulletin.settle": { on: [{ ...onGivenUp("settleBulletin"), body: () => ({ outcome: "went-out" }) }] },
} as const satisfies Readonly<Record<string, ActionCalls>>;
