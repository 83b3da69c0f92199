import type { StackClock } from "../base/clock.ts";
import type { Faults } from "./faults.ts";
import { fieldsOf, type Fields, listOf, numberOf, textOf, textsOf } from "../base/json.ts";
import { bareAddress, type MailService } from "./mail.ts";
import type { MailToSend } from "./mailbox.ts";
import { account, region } from "../template/arns.ts";
import type { MailPlan } from "../template/resource-plans.ts";
import type { IamUse } from "../template/iam-usage.ts";
import { json, type AwsAnswer, AwsError, type AwsRequest, type AwsService } from "./aws-service.ts";

/** What the account may send. */
export interface MailLimits {
  readonly perSecond: number;
  readonly perDay: number;
  readonly bytes: number;
}
const defaultLimits: MailLimits = { perSecond: 200, perDay: 50_000, bytes: 10 * 1024 * 1024 };

const mostRecipients = 50;
const day = 24 * 60 * 60 * 1000;
const validTag = /^[A-Za-z0-9_-]{1,256}$/u;

const bad = (message: string): AwsError => new AwsError("BadRequestException", message);
const domainOf = (address: string): string => address.split("@").at(-1) ?? "";

const pairs = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    listOf(value).map((each) => {
      const { Name, Value } = fieldsOf(each);
      return [String(Name), String(Value)];
    }),
  );

const recipientsOf = (input: Fields): readonly string[] => {
  const destination = fieldsOf(input["Destination"]);
  return ["ToAddresses", "CcAddresses", "BccAddresses"].flatMap((name) => textsOf(destination[name]));
};

const mailFrom = (input: Fields): MailToSend => {
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
    headers: pairs(simple["Headers"]),
    tags: pairs(input["EmailTags"]),
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

const check = (mail: MailToSend, plan: MailPlan, bytes: number, limits: MailLimits): void => {
  const from = bareAddress(mail.from);
  const verified = plan.identities.some((each) => each === from || each === domainOf(from));
  if (!verified) {
    const where = region.toUpperCase();
    throw new AwsError(
      "MessageRejected",
      `Email address is not verified. The following identities failed the check in region ${where}: ${mail.from}`,
    );
  }
  if (mail.to.length === 0) throw bad("Missing required destination");
  if (mail.to.length > mostRecipients) throw bad(`Recipient count exceeds ${mostRecipients}.`);
  const wrong = mail.to.find((each) => !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/u.test(bareAddress(each)));
  if (wrong !== undefined) throw bad(`Domain or local part of ${wrong} is not an address`);
  if (mail.subject === "" || (mail.text === "" && mail.html === "")) throw bad("Subject or body is empty");
  if (/[\r\n]/u.test(mail.subject)) throw bad("The subject holds a line break");
  for (const [name, value] of Object.entries(mail.tags)) {
    if (!validTag.test(name) || !validTag.test(value)) throw bad(`Invalid tag ${name}=${value}`);
  }
  for (const [name, value] of Object.entries(mail.headers)) {
    if (!/^[\x21-\x39\x3b-\x7e]{1,126}$/u.test(name) || !/^[\x20-\x7e]{1,870}$/u.test(value)) {
      throw bad(`Invalid header ${name}`);
    }
  }
  if (bytes > limits.bytes) throw bad(`Message length is more than ${limits.bytes} bytes long`);
  const known = plan.configurationSets.some(({ name }) => name === mail.configurationSet);
  if (mail.configurationSet !== undefined && !known) {
    throw new AwsError("NotFoundException", `Configuration set <${mail.configurationSet}> does not exist.`, 404);
  }
};

const arnOf = (kind: string, name: string): string => `arn:aws:ses:${region}:${account}:${kind}/${name}`;

const identityOf = (path: string): string | undefined => /^\/v2\/email\/identities\/([^/]+)$/u.exec(path)?.[1];

export interface MailWireParts {
  readonly mail: MailService;
  readonly plan: MailPlan;
  readonly clock: StackClock;
  readonly faults: Faults;
  readonly limits?: MailLimits;
  /** The mail of a letter that left before the tables were put back; it does not leave again. */
  readonly mailedBefore?: (letter: string) => string | undefined;
}

/**
 * SES v2 on the wire: sending with the checks and limits of the service, the account and its quota, its identities,
 * the suppression list.
 * The rate is counted on the machine's clock, the day on the system's.
 */
export const mailWire = ({
  mail,
  plan,
  clock,
  faults,
  limits = defaultLimits,
  mailedBefore = () => undefined,
}: MailWireParts): AwsService => {
  let recent: number[] = [];
  const isOn = (kind: string): boolean => faults.all().some((fault) => fault.kind === kind);

  const send = (request: AwsRequest): AwsAnswer => {
    const one = mailFrom(request.input);
    check(one, plan, request.raw.length, limits);
    const before = mailedBefore(one.tags["letter"] ?? "");
    if (before !== undefined) {
      mail.reportAgain(before);
      return json({ MessageId: before });
    }
    const now = performance.now();
    recent = recent.filter((instant) => instant > now - 1000);
    if (recent.length + one.to.length > limits.perSecond) {
      throw new AwsError("TooManyRequestsException", "Maximum sending rate exceeded.", 429);
    }
    if (mail.sentSince(clock.now() - day) + one.to.length > limits.perDay) {
      throw new AwsError("LimitExceededException", "Daily message quota exceeded.");
    }
    recent.push(...one.to.map(() => now));
    return json({ MessageId: mail.accept(one) });
  };

  const accountAnswer = (): AwsAnswer =>
    json({
      DedicatedIpAutoWarmupEnabled: false,
      EnforcementStatus: "HEALTHY",
      ProductionAccessEnabled: !isOn("sandbox"),
      SendingEnabled: !isOn("paused"),
      SendQuota: {
        Max24HourSend: limits.perDay,
        MaxSendRate: limits.perSecond,
        SentLast24Hours: mail.sentSince(clock.now() - day),
      },
      SuppressionAttributes: { SuppressedReasons: ["BOUNCE", "COMPLAINT"] },
    });

  const identityAnswer = (identity: string): AwsAnswer => {
    if (!plan.identities.includes(identity))
      throw new AwsError("NotFoundException", `Email identity ${identity} does not exist.`, 404);
    const isVerified = !isOn("unverified");
    return json({
      IdentityType: identity.includes("@") ? "EMAIL_ADDRESS" : "DOMAIN",
      VerificationStatus: isVerified ? "SUCCESS" : "FAILED",
      VerifiedForSendingStatus: isVerified,
    });
  };

  const asSuppressed = ({ address, reason, at }: { address: string; reason: string; at: number }): Fields => ({
    EmailAddress: address,
    Reason: reason,
    LastUpdateTime: at / 1000,
  });

  const suppression = (request: AwsRequest, address: string | undefined): AwsAnswer => {
    if (request.method === "PUT") {
      mail.suppress(textOf(request.input["EmailAddress"]) ?? "", textOf(request.input["Reason"]) ?? "BOUNCE");
      return json({});
    }
    if (address === undefined) {
      const size = numberOf(request.query.get("PageSize") ?? undefined) ?? 1000;
      return json({ SuppressedDestinationSummaries: mail.suppressed().slice(0, size).map(asSuppressed) });
    }
    const found = mail.suppressed().find((each) => each.address === address.toLowerCase());
    if (found === undefined) {
      throw new AwsError("NotFoundException", `Email address ${address} does not exist on your suppression list.`, 404);
    }
    if (request.method === "DELETE") mail.release(address);
    return json(request.method === "DELETE" ? {} : { SuppressedDestination: asSuppressed(found) });
  };

  const uses = ({ method, path, input }: AwsRequest): readonly IamUse[] => {
    if (path.endsWith("/outbound-emails")) {
      const identity = domainOf(bareAddress(textOf(input["FromEmailAddress"]) ?? ""));
      const set = textOf(input["ConfigurationSetName"]);
      return [
        { action: "ses:SendEmail", resource: arnOf("identity", identity) },
        ...(set === undefined ? [] : [{ action: "ses:SendEmail", resource: arnOf("configuration-set", set) }]),
      ];
    }
    if (path === "/v2/email/account") return [{ action: "ses:GetAccount", resource: "*" }];
    const identity = identityOf(path);
    if (identity !== undefined) return [{ action: "ses:GetEmailIdentity", resource: arnOf("identity", identity) }];
    const verbs: Readonly<Record<string, string>> = { PUT: "Put", DELETE: "Delete", GET: "Get" };
    const list = method === "GET" && path.endsWith("/addresses");
    const action = list ? "ListSuppressedDestinations" : `${verbs[method] ?? method}SuppressedDestination`;
    return [{ action: `ses:${action}`, resource: "*" }];
  };

  return {
    takes: (target, path) => target === "" && path.startsWith("/v2/email/"),
    uses,
    addresses: ({ input }) => recipientsOf(input).map(bareAddress),
    answer: (request) => {
      const { method, path } = request;
      if (method === "POST" && path === "/v2/email/outbound-emails") return send(request);
      if (method === "GET" && path === "/v2/email/account") return accountAnswer();
      const identity = identityOf(path);
      if (method === "GET" && identity !== undefined) return identityAnswer(identity);
      const [, rest] = /^\/v2\/email\/suppression\/addresses(?:\/(.+))?$/u.exec(path) ?? [];
      if (path.startsWith("/v2/email/suppression/addresses")) return suppression(request, rest);
      throw new AwsError("NotFoundException", `${method} ${path} is not known here`, 404);
    },
  };
};
