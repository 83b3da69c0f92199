import type { StackClock } from "./base/clock.ts";
import type { TokenOptions } from "./gateway/tokens.ts";
import type { StartContent } from "./pages/start-page.ts";
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
  /** The folder of stored data; if left out, nothing outlives the system. */
  readonly dataDir?: string;
  /** The synthesized app; `cdk.out` where left out. */
  readonly templateDir?: string;
  /** A DynamoDB endpoint to use instead of the embedded engine. */
  readonly dynamodb?: string;
  /** The initial time of a fresh system's clock; the machine's time if left out. */
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
  /** Settings of the restart of the embedded engine; if left out, each restart is slower. */
  readonly engineRestarts?: EngineRestarts;
  /** Target of links in letters; the example page of the system if left out. */
  readonly frontEnd?: string;
  /** The later address of the system, such as http://localhost:8787, for pages that letters link to. */
  readonly publicUrl?: string;
  /** Roles, separated by commas, whose users are refused without a second factor; what the template says where left out. */
  readonly secondFactorOf?: string;
  /** Reader of the app's letters, for the mailbox and for restored tables; if left out, there are no records. */
  readonly letterRecords?: OpenLetterRecords;
  /** What the app adds to the start page; if left out, the page leads to the parts of the local system only. */
  readonly startPage?: (system: Pick<LocalStack, "url" | "token" | "rest" | "clock">) => StartContent;
  /**
   * Hears a line of each request that a function failed, of each trouble with the engine or the disk, and of the progress of
   * a move that a page or a request started.
   */
  readonly report?: (line: string) => void;
  /** The starter of the system fills it: until `loaded` is called, the system reports that it is not ready. */
  readonly loads?: boolean;
}

/** A running system: what the template says, on this machine. */
export interface LocalStack {
  /** Of the HTTP API. */
  readonly url: string;
  /** Address at which an SDK client reaches the services of the system: DynamoDB, SQS, Scheduler, SES, Cognito. */
  readonly services: string;
  /** Address of the database itself: quicker for many writes, which readers of streams see within a second. */
  readonly database: string;
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
  /** Values that the starter of the system stores with its data. */
  readonly notes: {
    readonly get: (name: string) => string | undefined;
    readonly set: (name: string, value: string) => void;
  };
  /** Says that the data with which it begins are there. */
  readonly loaded: () => void;
  /** Returns whether the table is empty. */
  readonly isEmpty: (table: string) => Promise<boolean>;
  /** Ends everything that was started. */
  readonly close: () => Promise<void>;
}
