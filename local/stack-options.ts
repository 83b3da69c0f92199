import type { StackClock } from "./base/clock.ts";
import type { TokenOptions } from "./gateway/tokens.ts";
import type { Functions } from "./runtime/functions.ts";
import type { MoveOptions } from "./runtime/time-travel.ts";
import type { EngineRestarts } from "./services/engine-watch.ts";
import type { Faults } from "./services/faults.ts";
import type { OpenLetterRecords } from "./services/letter-records.ts";
import type { MailService } from "./services/mail.ts";
import type { MailLimits } from "./services/mail-wire.ts";
import type { Queues } from "./services/queues.ts";
import type { Scheduler } from "./services/scheduler.ts";
import type { RecordedAction } from "./template/iam-usage.ts";
import type { StackModel } from "./template/stack-model.ts";

export interface LocalStackOptions {
  /** Port of the HTTP API on 127.0.0.1; a free one where left out or 0. */
  readonly port?: number;
  /** Where everything is kept; nothing outlives the system where left out. */
  readonly dataDir?: string;
  /** The synthesized app; `cdk.out` where left out. */
  readonly templateDir?: string;
  /** A DynamoDB endpoint to use instead of the embedded engine. */
  readonly dynamodb?: string;
  /** What a fresh system's clock shows; the machine's time where left out. */
  readonly startAt?: string;
  readonly mailLimits?: MailLimits;
  /** Threads of one function at a time, of all or by its name; two where left out. */
  readonly threads?: number | ((name: string) => number);
  /**
   * Functions talk to the database themselves, which is quicker: no fault happens to these calls, and what they need of a
   * policy is not recorded.
   */
  readonly direct?: boolean;
  /** Milliseconds before a failed stream batch is given again for the first time. */
  readonly retryDelay?: number;
  /** How the embedded engine is started again where it ends by itself; more slowly each time where left out. */
  readonly engineRestarts?: EngineRestarts;
  /** Where letters lead to; the example page of the system where left out. */
  readonly frontEnd?: string;
  /** Where the system will be read later on, such as http://localhost:8787: pages that letters lead to are there. */
  readonly publicUrl?: string;
  /** Roles, separated by commas, whose users are refused without a second factor; what the template says where left out. */
  readonly secondFactorOf?: string;
  /** How the app's letters are read, for the mailbox and for tables that were put back; none is known where left out. */
  readonly letterRecords?: OpenLetterRecords;
  /** Hears a line of each request that a function failed, and of each trouble with the engine or the disk. */
  readonly report?: (line: string) => void;
  /** Whoever starts the system fills it: until `loaded` is called, it says that it does not answer yet. */
  readonly loads?: boolean;
}

/** A running system: what the template says, on this machine. */
export interface LocalStack {
  /** Of the HTTP API. */
  readonly url: string;
  /** Where an SDK client reaches the services of the system: DynamoDB, SQS, Scheduler, SES, Cognito. */
  readonly services: string;
  readonly plan: StackModel;
  readonly clock: StackClock;
  readonly mailbox: MailService;
  readonly queues: Queues;
  readonly scheduler: Scheduler;
  readonly functions: Functions;
  readonly faults: Faults;
  /** Names of the tables by the variable that functions know them by: RECORDS_TABLE and so on. */
  readonly environment: Readonly<Record<string, string>>;
  readonly recordedActions: () => readonly RecordedAction[];
  /** Makes an account that may sign in, unless there is one; gives its subject. */
  readonly register: (address: string) => string;
  /** An access token for the account with this address. */
  readonly token: (address: string, options?: TokenOptions) => Promise<string>;
  readonly rest: () => Promise<void>;
  /** Moves the clock to an instant (ISO 8601 or milliseconds since 1970) and lets everything due happen. */
  readonly moveTo: (instant: string | number, moving?: MoveOptions) => Promise<void>;
  /** What whoever runs the system wants to remember with its data. */
  readonly notes: {
    readonly get: (name: string) => string | undefined;
    readonly set: (name: string, value: string) => void;
  };
  /** Says that the data with which it begins are there. */
  readonly loaded: () => void;
  /** Whether the table holds nothing. */
  readonly isEmpty: (table: string) => Promise<boolean>;
  /** Ends everything that was started. */
  readonly close: () => Promise<void>;
}
