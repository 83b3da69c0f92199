import { type Api, answerOf, makeIdempotencyKey } from "@review-mechanism/client";
import type { BulletinDetails, BulletinPreview } from "@review-mechanism/client/api-types";
import { area, element, field, on, show, write } from "./page.ts";

/** States without any further automatic change. */
const ends: readonly BulletinDetails["state"][] = ["sent", "unsettled", "stopped", "cancelled", "awaiting-approval"];

const milliseconds = { betweenQuestions: 1000 };

/** The secretariat writes to many: it previews, orders what it saw, and follows it until its last letter is settled. */
export const showBulletin = (api: Api): void => {
  let preview: BulletinPreview | undefined;
  let header = makeIdempotencyKey();
  show("bulletin", true);

  on("bulletin-form", "submit", async () => {
    const text = { subject: field("subject").value, body: area("bulletin-body").value };
    const audience = { roles: ["mission" as const], list: "focal-points-missing" as const };
    ({ body: preview } = await answerOf(api.POST("/v1/bulletins/previews", { body: { audience, text } })));
    const [sample] = preview.samples;
    header = makeIdempotencyKey();
    write("preview-title", sample?.subject ?? "");
    write("preview-text", sample?.text ?? "");
    show("preview", true);
    return `${preview.recipients} recipients, ${preview.withoutAddress} without an address.`;
  });

  on("order", "click", async () => {
    if (preview === undefined) return "Preview it first.";
    const order = { preview: preview.hash };
    const { body } = await answerOf(api.POST("/v1/bulletins", { params: { header }, body: order }));
    show("preview", false);
    show("progress", true);
    return follow(api, body.id);
  });
};

const follow = async (api: Api, bulletinId: string): Promise<string> => {
  for (;;) {
    const { body } = await answerOf(api.GET("/v1/bulletins/{bulletinId}", { params: { path: { bulletinId } } }));
    const { recipients, sent, delivered, waiting } = body.progress;
    const bar = element("progress-bar", HTMLProgressElement);
    bar.max = recipients;
    bar.value = recipients - waiting;
    write("progress-words", `${body.state}: ${sent} sent, ${delivered} delivered, ${waiting} waiting of ${recipients}`);
    if (ends.includes(body.state)) return body.state === "sent" ? "All letters are done." : `It is ${body.state}.`;
    await new Promise((done) => setTimeout(done, milliseconds.betweenQuestions));
  }
};
