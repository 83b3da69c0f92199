import * as z from "zod";
import { LetterSender } from "../schemas/model/letter-sender.ts";
import { ReviewPage } from "../schemas/model/review-page.ts";
import { UserRole } from "../schemas/model/user.ts";
import { apiFloor, neededExecutions, readerExecutions } from "./executions.ts";

/** The settings file of a stage is invalid; the message has one line per error, with file and field. */
export class StageError extends Error {}

const StageName = z.enum(["dev", "test", "prod"]);
export type StageName = z.infer<typeof StageName>;

const noWildcard = (address: string): boolean => !address.includes("*");
const wildcardRefused = "hosts are named in full, without wildcards";

const WebAddress = z.url({ protocol: /^https?$/, error: "give an address that begins with https://" });
const Origin = WebAddress.refine(noWildcard, wildcardRefused).refine(
  (origin) => !URL.canParse(origin) || new URL(origin).origin === origin,
  "an origin is scheme and host, without a path",
);

/** Cognito redirects only to https, except to a front end on a developer's own machine. */
const ReturnUrl = WebAddress.refine(noWildcard, wildcardRefused).refine((url) => {
  if (!URL.canParse(url)) return true;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || hostname === "localhost";
}, "the sign-in returns to https, or to http://localhost");

const TableName = z.string().regex(/^[\w.-]{3,255}$/, "a table has a name of 3 to 255 letters, digits, _, . and -");
const StreamArn = z.string().regex(/^arn:[\w-]+:dynamodb:.+:table\/.+\/stream\/.+$/, "give the ARN of the stream");

const address = z.email("give an e-mail address");
const count = z.int("give a whole number").min(1, "give a whole number from 1 on");

/** Lambda does not permit reserving the last hundred executions of an account. */
const keptUnreserved = 100;

/**
 * 189 parties, each with a mission, a focal point and some experts: a bulletin to all is about a thousand letters. As many
 * again are left for reminders and second addresses.
 */
const usualLettersPerDay = 2000;

const apiShifts = ["at-once", "canary-5-minutes", "canary-30-minutes"] as const;

/** Roles that see and change what concerns every party: production never lets them in by a password alone. */
const alwaysInProduction = ["secretariat", "president"] as const;

const SecondFactor = z.union(
  [z.enum(["everybody", "nobody"]), z.array(UserRole).min(1)],
  `give "everybody", "nobody" or a list of roles: ${UserRole.options.join(", ")}`,
);

/**
 * The permitted and required settings of a stage in `data/stages/NAME.json`. docs/runbooks/deploying.md explains them.
 */
export const StageSettings = z.strictObject({
  /** The address of this stage's front end; letters link to it. */
  frontEndUrl: WebAddress.refine(noWildcard, wildcardRefused),
  /** Browsers on these origins may call the API. */
  corsOrigins: z.array(Origin).min(1, "name at least one origin"),
  /** Permitted redirect addresses after sign-in; `/signed-in` on each of the origins if omitted. */
  callbackUrls: z.array(ReturnUrl).min(1, "name at least one address").optional(),
  /** Permitted redirect addresses after sign-out; `/signed-out` on each of the origins if omitted. */
  logoutUrls: z.array(ReturnUrl).min(1, "name at least one address").optional(),
  /** The domain that letters are sent from. */
  mailDomain: z.hostname("give a domain, as reviews.example.org").refine(noWildcard, wildcardRefused),
  /** Set once the mail domain is verified: account mail (forgotten passwords) then leaves from it too. */
  mailDomainVerified: z.boolean(),
  /** The mailbox for the secretariat's daily list; the reply address of letters if omitted. */
  secretariatEmail: address.optional(),
  /** The sender below each letter, with an address and a telephone number; in English if no other language is given. */
  letterSender: LetterSender.optional(),
  /** The page of a review, as letters link it: where it is left out, they link the front end alone. */
  reviewPage: ReviewPage.optional(),
  /** The mailbox that alarms notify. */
  alarmEmail: address.optional(),
  /** An HTTPS endpoint that alarms are posted to: a service for obligation officers, a chat. */
  alarmWebhook: z.url({ protocol: /^https$/, error: "alarms are posted to an https address" }).optional(),
  /** A telephone that gets alarms as text messages. */
  alarmPhone: z.e164("a telephone number begins with + and the country code, as +43…").optional(),
  /**
   * The accounts that need a second factor: a list of roles, which the functions refuse without one; `everybody`, which
   * the user pool enforces at sign-in; or `nobody`, which production does not permit.
   */
  secondFactor: SecondFactor.default([...alwaysInProduction]),
  /** Keep tables, accounts and mail identity when a stack is deleted, and refuse to delete them. */
  retain: z.boolean(),
  /** Restored tables that replace the stack's own; `npm run restore` prints them. */
  tables: z
    .strictObject({
      records: TableName,
      journal: TableName,
      journalStream: StreamArn,
      letters: TableName,
      /** Take the first tables from the stack, which keeps them outside of it: the step before the restored ones are imported. */
      own: z.literal("given-up").optional(),
    })
    .optional(),
  logRetention: z.enum(["one-month", "one-year"], "one-month or one-year"),
  /** The account and the region that the stage is deployed to; where they are left out, those of the credentials. */
  account: z
    .string()
    .regex(/^\d{12}$/, "an account has twelve digits")
    .optional(),
  region: z
    .string()
    .regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/, "give a region, as eu-central-1")
    .optional(),
  /** A vault of AWS Backup in another account, which gets a copy of the tables every day. */
  backupVault: z
    .string()
    .regex(/^arn:[\w-]+:backup:[a-z\d-]+:\d{12}:backup-vault:[\w-]+$/, "give the ARN of the vault")
    .optional(),
  /** Addresses of trial letters that the mail service has verified: in its sandbox, letters go to these alone. */
  trialAddresses: z.array(address).min(1, "name at least one address").optional(),
  /** The number of concurrent executions that Lambda permits the account: its quota, ten in a new account. */
  accountConcurrency: count,
  /** The executions reserved for the public function, which are also its limit. */
  publicReservedConcurrency: count.optional(),
  /**
   * The requests that one network address may send to the public routes in five minutes before it is refused. A web ACL
   * in front of CloudFront enforces it, for six US dollars a month (docs/adr/0109). No limit if omitted.
   */
  publicRequestsPerAddress: z
    .int("give a whole number")
    .min(10, "the service takes limits from 10 on")
    .max(2_000_000_000, "the service takes limits up to 2,000,000,000")
    .optional(),
  /** The letters that may be due in one day: a bulletin to all recipients and a morning of reminders. */
  lettersPerDay: count.default(usualLettersPerDay),
  /** The shift of requests to a new version of the API's functions: all at once, or first a tenth for a given time. */
  apiShift: z.enum(apiShifts, `give one of ${apiShifts.join(", ")}`),
  /** Record where requests spend their time, with X-Ray; what the functions call is not instrumented. */
  tracing: z.boolean().default(false),
  /** The account's monthly costs in US dollars above which the stage's address is notified. */
  monthlyBudget: count.optional(),
});
export type StageSettings = z.infer<typeof StageSettings>;

/**
 * Returns the executions reserved for the public function, or undefined if none are. The account's quota must be at
 * least `least`: Lambda refuses reservations that leave the other functions fewer than a hundred.
 */
export const reservedShare = ({
  publicReservedConcurrency: share,
}: StageSettings): { readonly share: number; readonly least: number } | undefined =>
  share === undefined ? undefined : { share, least: share + keptUnreserved };

/**
 * Returns the roles that the functions refuse without a second factor; none if the user pool enforces it, or no role
 * needs one.
 */
export const rolesWithSecondFactor = ({ secondFactor }: Pick<StageSettings, "secondFactor">): readonly UserRole[] =>
  typeof secondFactor === "string" ? [] : [...new Set(secondFactor)];

/** An error in a field: the field's name and the description. */
type Trouble = readonly [field: string, what: string];

const alsoInProduction: Readonly<Record<string, string>> = {
  account: "name the account that the stage is deployed to, by its twelve digits",
  region: "name the region that the stage is deployed to, as eu-central-1",
  alarmEmail: "name the mailbox that alarms notify; without it a deployment ends the existing subscription",
  mailDomain: "say which domain letters leave from",
  secretariatEmail: "say where the secretariat reads its daily list",
  letterSender:
    "say who writes letters: organisation, city, postalAddress, telephone, webPage, see docs/runbooks/deploying.md",
};

const isHttps = (url: unknown): boolean =>
  typeof url !== "string" || !URL.canParse(url) || new URL(url).protocol === "https:";

/**
 * Returns true if the file would let production accounts of a role sign in without a second factor. An omitted setting
 * is safe.
 */
const goesWithout = (secondFactor: unknown, role: UserRole): boolean =>
  secondFactor === "nobody" || (Array.isArray(secondFactor) && !secondFactor.includes(role));

/** Returns the errors in settings that only production requires. */
const productionTroubles = (given: Readonly<Record<string, unknown>>): readonly Trouble[] => [
  ...Object.entries(alsoInProduction).filter(([field]) => given[field] === undefined),
  ...(given["alarmWebhook"] === undefined && given["alarmPhone"] === undefined
    ? [
        [
          "alarmWebhook or alarmPhone",
          "give an https address or a telephone number (+43…) that gets alarms besides e-mail, see docs/runbooks/deploying.md",
        ] as const,
      ]
    : []),
  ...["frontEndUrl", "reviewPage", "corsOrigins", "callbackUrls", "logoutUrls"].flatMap((field) =>
    [given[field]]
      .flat()
      .flatMap((url, place) =>
        isHttps(url)
          ? []
          : [
              [
                Array.isArray(given[field]) ? `${field}.${place}` : field,
                "production is reached over https only",
              ] as const,
            ],
      ),
  ),
  ...(alwaysInProduction.some((role) => goesWithout(given["secondFactor"], role))
    ? [["secondFactor", `production requires one of ${alwaysInProduction.join(" and ")} at the least`] as const]
    : []),
  ...(given["retain"] === false ? [["retain", "production keeps its data: true"] as const] : []),
];

/** Returns an error for a budget that would notify no mailbox. */
const budgetTroubles = ({ monthlyBudget, alarmEmail }: StageSettings): readonly Trouble[] =>
  monthlyBudget !== undefined && alarmEmail === undefined
    ? [["monthlyBudget", "needs alarmEmail: name the mailbox that is notified when it is used up"]]
    : [];

/** The web ACL is in another region than the stack, which then has to be known by name. */
const addressLimitTroubles = ({ publicRequestsPerAddress, account, region }: StageSettings): readonly Trouble[] =>
  publicRequestsPerAddress !== undefined && (account === undefined || region === undefined)
    ? [["publicRequestsPerAddress", "needs account and region: the limit is a stack of another region"]]
    : [];

/** A reservation that Lambda would refuse in the middle of a deployment. */
const reservationTroubles = ({ accountConcurrency: quota, ...settings }: StageSettings): readonly Trouble[] => {
  const reserved = reservedShare({ ...settings, accountConcurrency: quota });
  return reserved === undefined || quota >= reserved.least
    ? []
    : [
        [
          "publicReservedConcurrency",
          `the account's quota must be at least ${reserved.least} and is ${quota} by accountConcurrency; request more from AWS first, or leave it out`,
        ],
      ];
};

/** A vault that the credentials of the stage could delete. */
const copyTroubles = ({ backupVault, account }: StageSettings): readonly Trouble[] =>
  backupVault !== undefined && account !== undefined && backupVault.includes(`:${account}:`)
    ? [["backupVault", "is in the account of the stage: who loses that account loses the copies, too"]]
    : [];

/** A quota that the readers of queues and streams could use up in production, so that the API would be refused executions. */
const executionTroubles = ({ accountConcurrency: quota, publicReservedConcurrency: share }: StageSettings) =>
  quota >= neededExecutions(share)
    ? []
    : ([
        [
          "accountConcurrency",
          `queues and streams may take ${readerExecutions} executions at a time, and the API keeps ${apiFloor}: production needs ${neededExecutions(share)}, and not ${quota}; request a higher quota first`,
        ],
      ] satisfies readonly Trouble[]);

/** Empty texts in the production file count as omitted. */
const withoutEmpty = (given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ""));

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const troubleOf = (issue: z.core.$ZodIssue, given: Readonly<Record<string, unknown>>): readonly Trouble[] => {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => [key, "there is no such setting"] as const);
  const field = issue.path.join(".");
  const isMissing = issue.path.length === 1 && given[field] === undefined;
  return [[field, isMissing ? "is missing" : issue.message]];
};

/**
 * Returns the settings of a stage from the content of its file. Throws a StageError that names each field that is
 * missing, unknown, malformed, or not permitted in production.
 */
export const parseSettings = (name: StageName, said: unknown): StageSettings => {
  const file = `data/stages/${name}.json`;
  if (!isRecord(said)) throw new StageError(`${file}: is not an object of settings`);
  const given = withoutEmpty(said);
  const parsed = StageSettings.safeParse(given);
  const troubles = new Map([
    ...(parsed.error?.issues ?? []).flatMap((issue) => troubleOf(issue, given)),
    ...(name === "prod" ? productionTroubles(given) : []),
    ...(parsed.success
      ? [
          ...reservationTroubles(parsed.data),
          ...budgetTroubles(parsed.data),
          ...addressLimitTroubles(parsed.data),
          ...copyTroubles(parsed.data),
        ]
      : []),
    ...(parsed.success && name === "prod" ? executionTroubles(parsed.data) : []),
  ]);
  if (parsed.success && troubles.size === 0) return parsed.data;
  throw new StageError([...troubles].map(([field, what]) => `${file}: ${field}: ${what}`).join("\n"));
};

/** Returns the given name as the name of a stage. Throws a StageError if there is no such stage. */
export const stageNamed = (name: unknown): StageName => {
  const parsed = StageName.safeParse(name);
  if (!parsed.success) throw new StageError(`stage ${String(name)}: there are dev, test and prod`);
  return parsed.data;
};
