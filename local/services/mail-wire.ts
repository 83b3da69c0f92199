import type { StackClock } from "../base/clock.ts";
import { type Fields, numberOf, textOf } from "../base/json.ts";
import { arn } from "../template/arns.ts";
import type { MailPlan } from "../template/resource-plans.ts";
import { AwsError, type AwsRequest, type AwsService } from "./aws-service.ts";
import type { Faults } from "./faults.ts";
import type { MailService } from "./mail.ts";
import { bareAddress, domainOf } from "./mail-addresses.ts";
import { checkMail, readMail, recipientsOf } from "./outbound-mail.ts";
import { onEverything, type RestAnswer, type RestOperations, restService, type RestUses } from "./rest-service.ts";
import type { SuppressedAddress } from "./suppression-list.ts";

/** Sending limits of the account. */
export interface MailLimits {
  readonly perSecond: number;
  readonly perDay: number;
  readonly bytes: number;
}
const defaultLimits: MailLimits = { perSecond: 200, perDay: 50_000, bytes: 10 * 1024 * 1024 };

const day = 24 * 60 * 60 * 1000;

export interface MailWireParts {
  readonly mail: MailService;
  readonly plan: MailPlan;
  readonly clock: StackClock;
  readonly faults: Faults;
  readonly limits?: MailLimits;
  /** The mail of a letter that left before the tables were put back; it does not leave again. */
  readonly mailedBefore?: (letter: string) => string | undefined;
}

/** Recipients of the last second. The rate is counted on the machine's clock, the day on the system's. */
interface LastSecond {
  readonly count: () => number;
  readonly add: (recipients: number) => void;
}

const newLastSecond = (): LastSecond => {
  let instants: number[] = [];
  return {
    count: () => {
      const now = performance.now();
      instants = instants.filter((instant) => instant > now - 1000);
      return instants.length;
    },
    add: (recipients) => {
      instants.push(...Array<number>(recipients).fill(performance.now()));
    },
  };
};

/** The account that sends, as its operations see it. */
interface MailAccount extends Required<MailWireParts> {
  readonly lastSecond: LastSecond;
}

type MailOperation = RestAnswer<MailAccount>;

const isOn = ({ faults }: MailAccount, kind: string): boolean => faults.all().some((fault) => fault.kind === kind);

const checkLimits = ({ limits, lastSecond, mail, clock }: MailAccount, recipients: number): void => {
  if (lastSecond.count() + recipients > limits.perSecond) {
    throw new AwsError("TooManyRequestsException", "Maximum sending rate exceeded.", 429);
  }
  if (mail.sentSince(clock.now() - day) + recipients > limits.perDay) {
    throw new AwsError("LimitExceededException", "Daily message quota exceeded.");
  }
};

const sendEmail: MailOperation = (account, { input, raw }) => {
  const { mail: service, plan, limits, lastSecond, mailedBefore } = account;
  const mail = readMail(input);
  checkMail(mail, raw.length, limits.bytes, plan);
  const before = mailedBefore(mail.tags["letter"] ?? "");
  if (before !== undefined) {
    service.reportAgain(before);
    return { MessageId: before };
  }
  checkLimits(account, mail.to.length);
  lastSecond.add(mail.to.length);
  return { MessageId: service.accept(mail) };
};

const getAccount: MailOperation = (account) => ({
  DedicatedIpAutoWarmupEnabled: false,
  EnforcementStatus: "HEALTHY",
  ProductionAccessEnabled: !isOn(account, "sandbox"),
  SendingEnabled: !isOn(account, "paused"),
  SendQuota: {
    Max24HourSend: account.limits.perDay,
    MaxSendRate: account.limits.perSecond,
    SentLast24Hours: account.mail.sentSince(account.clock.now() - day),
  },
  SuppressionAttributes: { SuppressedReasons: ["BOUNCE", "COMPLAINT"] },
});

const getEmailIdentity: MailOperation = (account, _request, identity) => {
  if (!account.plan.identities.includes(identity)) {
    throw new AwsError("NotFoundException", `Email identity ${identity} does not exist.`, 404);
  }
  const isVerified = !isOn(account, "unverified");
  return {
    IdentityType: identity.includes("@") ? "EMAIL_ADDRESS" : "DOMAIN",
    VerificationStatus: isVerified ? "SUCCESS" : "FAILED",
    VerifiedForSendingStatus: isVerified,
  };
};

const asDestination = ({ address, reason, at }: SuppressedAddress): Fields => ({
  EmailAddress: address,
  Reason: reason,
  LastUpdateTime: at / 1000,
});

/** Throws AwsError where the address is not on the suppression list. */
const suppressionOf = ({ mail }: MailAccount, address: string): SuppressedAddress => {
  const found = mail.suppression(address);
  if (found !== undefined) return found;
  throw new AwsError("NotFoundException", `Email address ${address} does not exist on your suppression list.`, 404);
};

const putSuppressedDestination: MailOperation = ({ mail }, { input }) => {
  mail.suppress(textOf(input["EmailAddress"]) ?? "", textOf(input["Reason"]) ?? "BOUNCE");
  return {};
};

const listSuppressedDestinations: MailOperation = ({ mail }, { query }) => {
  const size = numberOf(query.get("PageSize")) ?? 1000;
  return { SuppressedDestinationSummaries: mail.suppressed().slice(0, size).map(asDestination) };
};

const getSuppressedDestination: MailOperation = (account, _request, address) => ({
  SuppressedDestination: asDestination(suppressionOf(account, address)),
});

const deleteSuppressedDestination: MailOperation = (account, _request, address) => {
  suppressionOf(account, address);
  account.mail.unsuppress(address);
  return {};
};

const sendEmailUses: RestUses = ({ input }) => {
  const identity = domainOf(bareAddress(textOf(input["FromEmailAddress"]) ?? ""));
  const set = textOf(input["ConfigurationSetName"]);
  return [
    { action: "ses:SendEmail", resource: arn("ses", `identity/${identity}`) },
    ...(set === undefined ? [] : [{ action: "ses:SendEmail", resource: arn("ses", `configuration-set/${set}`) }]),
  ];
};

const identityUses: RestUses = (_request, identity) => [
  { action: "ses:GetEmailIdentity", resource: arn("ses", `identity/${identity}`) },
];

const operations: RestOperations<MailAccount> = {
  "POST /v2/email/outbound-emails": { answer: sendEmail, uses: sendEmailUses },
  "GET /v2/email/account": { answer: getAccount, uses: onEverything("ses:GetAccount") },
  "GET /v2/email/identities/{EmailIdentity}": { answer: getEmailIdentity, uses: identityUses },
  "PUT /v2/email/suppression/addresses": {
    answer: putSuppressedDestination,
    uses: onEverything("ses:PutSuppressedDestination"),
  },
  "GET /v2/email/suppression/addresses": {
    answer: listSuppressedDestinations,
    uses: onEverything("ses:ListSuppressedDestinations"),
  },
  "GET /v2/email/suppression/addresses/{EmailAddress}": {
    answer: getSuppressedDestination,
    uses: onEverything("ses:GetSuppressedDestination"),
  },
  "DELETE /v2/email/suppression/addresses/{EmailAddress}": {
    answer: deleteSuppressedDestination,
    uses: onEverything("ses:DeleteSuppressedDestination"),
  },
};

const unknownCall = ({ method, path }: AwsRequest): AwsError =>
  new AwsError("NotFoundException", `${method} ${path} is not known here`, 404);

/** SES v2 on the wire: sending with the checks and limits of the service, account, identities, suppression list. */
export const mailWire = (parts: MailWireParts): AwsService => {
  const defaults = { limits: defaultLimits, mailedBefore: () => undefined };
  const account: MailAccount = { ...defaults, ...parts, lastSecond: newLastSecond() };
  return {
    takes: (target, path) => target === "" && path.startsWith("/v2/email/"),
    addresses: ({ input }) => recipientsOf(input).map(bareAddress),
    ...restService(operations, account, unknownCall),
  };
};
