import { fieldsOf, type Fields, listOf, textOf, textsOf } from "../base/json.ts";
import { region } from "../template/arns.ts";
import type { MailPlan } from "../template/resource-plans.ts";
import { AwsError, namedValues } from "./aws-service.ts";
import { bareAddress, domainOf } from "./mail-addresses.ts";
import type { MailToSend } from "./mailbox.ts";

const mostRecipients = 50;
const validAddress = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/u;
const validTag = /^[A-Za-z0-9_-]{1,256}$/u;
const validHeaderName = /^[\x21-\x39\x3b-\x7e]{1,126}$/u;
const validHeaderValue = /^[\x20-\x7e]{1,870}$/u;

const bad = (message: string): AwsError => new AwsError("BadRequestException", message);

/** Returns all recipients of a request. */
export const recipientsOf = (input: Fields): readonly string[] => {
  const destination = fieldsOf(input["Destination"]);
  return ["ToAddresses", "CcAddresses", "BccAddresses"].flatMap((name) => textsOf(destination[name]));
};

/** The mail that a request wants to send. Throws AwsError where it is written in a way that is not known here. */
export const readMail = (input: Fields): MailToSend => {
  const { Simple, Raw, Template } = fieldsOf(input["Content"]);
  if (Simple === undefined || Raw !== undefined || Template !== undefined) {
    throw bad("Only mails with Content.Simple are known here");
  }
  const simple = fieldsOf(Simple);
  const body = fieldsOf(simple["Body"]);
  const part = (value: unknown): string => textOf(fieldsOf(value)["Data"]) ?? "";
  const set = textOf(input["ConfigurationSetName"]);
  return {
    from: textOf(input["FromEmailAddress"]) ?? "",
    to: recipientsOf(input),
    replyTo: textsOf(input["ReplyToAddresses"]),
    subject: part(simple["Subject"]),
    text: part(body["Text"]),
    html: part(body["Html"]),
    headers: namedValues(simple["Headers"]),
    tags: namedValues(input["EmailTags"]),
    attachments: listOf(simple["Attachments"]).map((each) => {
      const { FileName, ContentType, RawContent } = fieldsOf(each);
      return {
        name: textOf(FileName) ?? "unnamed",
        type: textOf(ContentType) ?? "application/octet-stream",
        data: textOf(RawContent) ?? "",
      };
    }),
    ...(set === undefined ? {} : { configurationSet: set }),
  };
};

const checkSender = ({ from }: MailToSend, { identities }: MailPlan): void => {
  const address = bareAddress(from);
  if (identities.some((each) => each === address || each === domainOf(address))) return;
  const where = region.toUpperCase();
  throw new AwsError(
    "MessageRejected",
    `Email address is not verified. The following identities failed the check in region ${where}: ${from}`,
  );
};

const checkRecipients = ({ to }: MailToSend): void => {
  if (to.length === 0) throw bad("Missing required destination");
  if (to.length > mostRecipients) throw bad(`Recipient count exceeds ${mostRecipients}.`);
  const wrong = to.find((each) => !validAddress.test(bareAddress(each)));
  if (wrong !== undefined) throw bad(`Domain or local part of ${wrong} is not an address`);
};

const checkContent = ({ subject, text, html, tags, headers }: MailToSend): void => {
  if (subject === "" || (text === "" && html === "")) throw bad("Subject or body is empty");
  if (/[\r\n]/u.test(subject)) throw bad("The subject holds a line break");
  for (const [name, value] of Object.entries(tags)) {
    if (!validTag.test(name) || !validTag.test(value)) throw bad(`Invalid tag ${name}=${value}`);
  }
  for (const [name, value] of Object.entries(headers)) {
    if (!validHeaderName.test(name) || !validHeaderValue.test(value)) throw bad(`Invalid header ${name}`);
  }
};

const checkConfigurationSet = ({ configurationSet }: MailToSend, { configurationSets }: MailPlan): void => {
  if (configurationSet === undefined || configurationSets.some(({ name }) => name === configurationSet)) return;
  throw new AwsError("NotFoundException", `Configuration set <${configurationSet}> does not exist.`, 404);
};

/** Throws AwsError if SES refuses a mail of that size for its content: for the first error. */
export const checkMail = (mail: MailToSend, bytes: number, mostBytes: number, plan: MailPlan): void => {
  checkSender(mail, plan);
  checkRecipients(mail);
  checkContent(mail);
  if (bytes > mostBytes) throw bad(`Message length is more than ${mostBytes} bytes long`);
  checkConfigurationSet(mail, plan);
};
