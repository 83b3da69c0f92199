import { type SESv2Client, type SendEmailCommand, SESv2ServiceException } from "@aws-sdk/client-sesv2";
import { epochOf } from "../../domain/base/time.ts";
import { sesMail } from "../../lambdas/io/aws/mail.ts";
import type { Clock } from "../../lambdas/io/ports/time.ts";
import { newActivity } from "../../local/base/activity.ts";
import { openStackClock, type StackClock } from "../../local/base/clock.ts";
import { openStateDb } from "../../local/base/state-db.ts";
import type { EventBus } from "../../local/services/event-bus.ts";
import { type Fault, type Faults, newFaults } from "../../local/services/faults.ts";
import { type MailService, openMail } from "../../local/services/mail.ts";
import type { MailToSend } from "../../local/services/mailbox.ts";
import { accountOf, refusals } from "../fakes/mail-refusals.ts";
import type { TestApp } from "./test-app.ts";

/** The local mail service with its mailbox, its events and its faults, inside the process. */
export interface InProcessMail {
  readonly mailbox: MailService;
  readonly faults: Faults;
  readonly close: () => void;
}

const mailUse = { action: "ses:SendEmail", resource: "arn:aws:ses:eu-central-1:000000000000:identity/example.org" };
const set = {
  name: "letters",
  suppresses: ["BOUNCE", "COMPLAINT"],
  events: ["send", "delivery", "bounce", "complaint", "deliverydelay", "reject"],
};

/** Returns the error that the SDK throws for a fault of a call. */
const thrown = ({ effect, error }: Fault): Error => {
  if (effect === "error")
    return new SESv2ServiceException({
      name: error.type,
      message: error.message,
      $fault: error.status < 500 ? "client" : "server",
      $metadata: { httpStatusCode: error.status },
    });
  const [name, code] = effect === "reset" ? ["Error", "ECONNRESET"] : ["TimeoutError", "ETIMEDOUT"];
  return Object.assign(new Error("The answer never came"), { name, code });
};

const namesOf = (list: readonly { Name?: string | undefined; Value?: string | undefined }[] = []) =>
  Object.fromEntries(list.map(({ Name = "", Value = "" }) => [Name, Value]));

const mailOf = ({ input }: SendEmailCommand): MailToSend => {
  const { Simple: simple } = input.Content ?? {};
  return {
    from: input.FromEmailAddress ?? "",
    to: input.Destination?.ToAddresses ?? [],
    replyTo: input.ReplyToAddresses ?? [],
    subject: simple?.Subject?.Data ?? "",
    text: simple?.Body?.Text?.Data ?? "",
    html: simple?.Body?.Html?.Data ?? "",
    headers: namesOf(simple?.Headers),
    tags: namesOf(input.EmailTags),
    configurationSet: input.ConfigurationSetName ?? "",
    attachments: (simple?.Attachments ?? []).map(({ FileName, ContentType, RawContent }) => ({
      name: FileName ?? "",
      type: ContentType ?? "",
      data: Buffer.from(RawContent ?? []).toString("base64"),
    })),
  };
};

/** Refuses faults without effect in one process, because the test would assert something false. */
const checked = (fault: Fault): Fault => {
  const isNoticed = fault.effect !== "kill" && fault.effect !== "late";
  if (isNoticed && (fault.action === undefined || fault.action === mailUse.action)) return fault;
  throw new RangeError(`In one process no fault happens to ${fault.action ?? fault.effect}: test it in test/system`);
};

const stackClock = (clock: Clock): StackClock => ({
  ...openStackClock(0, () => undefined),
  now: () => epochOf(clock.now()),
  instant: () => clock.now(),
});

/** Returns an object that is opened at the first use of a member: most copies of a system send no mail. */
const lazily = <T extends object>(open: () => T): { readonly object: T; readonly opened: () => T | undefined } => {
  let opened: T | undefined;
  const get = (_: T, name: string | symbol): unknown => Reflect.get((opened ??= open()), name);
  return { object: new Proxy({} as T, { get }), opened: () => opened };
};

/** Sends the mail of a system in memory through the local mail service, read as the sender reads Amazon SES. */
export const mailInProcess = (app: TestApp): InProcessMail => {
  const stateDb = lazily(() => openStateDb(undefined));
  const faults = newFaults();
  const emit: EventBus["emit"] = ({ source, detail }) =>
    app.queues.receipts.put({ source, time: app.clock.now(), detail });
  const clock = stackClock(app.clock);
  const plan = { identities: [], configurationSets: [set] };
  const { object: mailbox } = lazily(() =>
    openMail({ stateDb: stateDb.object, clock, activity: newActivity(), bus: { emit }, faults, plan }),
  );
  const send = async (command: SendEmailCommand) => {
    const mail = mailOf(command);
    const call = { caller: "send", uses: [mailUse], addresses: mail.to.map((address) => address.toLowerCase()) };
    const before = faults.onCall(call, "before");
    if (before !== undefined) throw thrown(before);
    const MessageId = mailbox.accept(mail);
    const after = faults.onCall(call, "after");
    if (after !== undefined) throw thrown(after);
    return { MessageId };
  };
  const client = { send } as unknown as SESv2Client;
  const ses = sesMail({
    client,
    from: "reviews@example.org",
    replyTo: "secretariat@example.org",
    configurationSet: set.name,
  });
  app.mail.send = async (outgoing) => {
    const count = mailbox.count();
    const answer = await ses.send(outgoing);
    const [accepted] = mailbox.count() > count ? mailbox.find({ letter: outgoing.letter, limit: 1 }) : [];
    if (accepted !== undefined)
      app.mail.inbox.push({ ...outgoing, at: app.clock.now(), messageId: accepted.id, unreported: false });
    return answer;
  };
  app.mail.account.read = () => accountOf(refusals.find((kind) => faults.all().some((one) => one.kind === kind)));
  app.suppression.unsuppress = async (address) => {
    mailbox.unsuppress(address);
    app.suppression.unsuppressed.push(address);
  };
  return {
    mailbox,
    faults: { ...faults, add: (description) => checked(faults.add(description)) },
    close: () => stateDb.opened()?.close(),
  };
};
