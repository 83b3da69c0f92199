import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SendMessage } from "../schemas/messages.ts";
import { letterQueues } from "./io/deps-letters.ts";
import { clock, ledger, store } from "./io/deps.ts";
import { needed } from "./io/env.ts";
import { mailClientOptions, sesMail } from "./io/mail.ts";
import { onMessages } from "./shell/batch.ts";
import { deliver } from "./steps/deliver.ts";

const mail = sesMail({
  client: new SESv2Client(mailClientOptions),
  from: needed("MAIL_FROM"),
  replyTo: needed("MAIL_REPLY_TO"),
  configurationSet: needed("MAIL_CONFIGURATION_SET"),
});
const io = {
  store,
  ledger,
  letterQueues,
  mail,
  clock,
  frontEndUrl: needed("FRONT_END_URL"),
  replyTo: needed("MAIL_REPLY_TO"),
};

/** The letters queues: orders to send what was planned. */
export const handler = onMessages("send", SendMessage, ({ letter }) => deliver(io, letter));
