import * as z from "zod";
import { endpoint, plain } from "../endpoint.ts";
import { BulletinId, LetterId } from "../../base/ids.ts";
import { SettlementOutcome } from "../../model/letter.ts";
import { Reason } from "../../base/values.ts";

const bulletinViews = () => import("../../views/bulletin.ts");
const letterViews = () => import("../../views/letter.ts");

const common = { ...plain, function: "secretariat-api", access: "token", method: "POST" } as const;

const body = z
  .strictObject({
    outcome: SettlementOutcome.meta({
      description: "`went-out`: it was found out that they left; `send-again`: a new attempt takes their place",
    }),
    reason: Reason.optional().meta({
      description:
        "The basis, for instance a call to the mission; kept with the letter, and shown to the secretariat in its explanation",
    }),
  })
  .meta({ id: "SettlementRequest" });

const wayOut =
  "A letter that the sender claimed and of which neither an answer nor a report came is `unknown`: one about an obligation is sent once more automatically, then it waits for a person, as those of bulletins do at once. A report of the mail service that comes later still moves it. A repeated request is answered as done.";

export const SettleLetter = endpoint({
  ...common,
  id: "settleLetter",
  path: "/v1/letters/{letterId}/settlement",
  tag: "Letters",
  action: "letter.settle",
  summary: "Settle a letter whose delivery is unknown: it went out, or it is sent again",
  description: `${wayOut} Sent again, the letter ends as \`failed\` and a new one is planned, with the next attempt; it is written from the state at that time, and not sent if there is nothing left to say; an invitation counts as the next one of its user. A letter of a bulletin is settled alone while the bulletin itself may be settled: not while it is stopped, nor after it was given up.`,
  params: z.strictObject({ letterId: LetterId }),
  body,
  reply: async () => (await letterViews()).LetterView,
  refusals: ["not-found", "not-yours", "wrong-bulletin-state", "nothing-to-settle", "settled-otherwise", "conflict"],
});

export const SettleBulletin = endpoint({
  ...common,
  id: "settleBulletin",
  idempotencyKey: "optional",
  ifMatch: "optional",
  path: "/v1/bulletins/{bulletinId}/settlement",
  tag: "Bulletins",
  action: "bulletin.settle",
  summary: "Settle all letters of a bulletin whose delivery is unknown, in one act",
  description: `${wayOut} Each letter that waits is settled alike; \`progress.toSettle\` of the bulletin says how many there are, and its recipients with \`outcome=unknown\` which. The bulletin is recorded as settled before its letters are: if some of them could not be settled, repeat the request.`,
  params: z.strictObject({ bulletinId: BulletinId }),
  body,
  reply: async () => (await bulletinViews()).BulletinView,
  etag: true,
  status: 202,
  refusals: ["not-found", "not-yours", "wrong-bulletin-state", "nothing-to-settle", "conflict"],
});
