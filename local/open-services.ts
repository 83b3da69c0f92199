import { openTokens, type Tokens } from "./gateway/tokens.ts";
import { type MailedBefore, openMailedBefore, tablesWerePutBack } from "./runtime/tables-put-back.ts";
import { type AccountBook, accountBook } from "./services/accounts.ts";
import { accountsWire } from "./services/accounts-wire.ts";
import type { AwsEndpoint } from "./services/aws-endpoint.ts";
import type { EngineClient } from "./services/engine-client.ts";
import { openEventBus } from "./services/event-bus.ts";
import type { Faults } from "./services/faults.ts";
import { type LetterRecords, noLetterRecords } from "./services/letter-records.ts";
import { type MailService, openMail } from "./services/mail.ts";
import { mailWire } from "./services/mail-wire.ts";
import { openQueues, type Queues } from "./services/queues.ts";
import { queuesWire } from "./services/queues-wire.ts";
import { openScheduler, type Scheduler } from "./services/scheduler.ts";
import { schedulerWire } from "./services/scheduler-wire.ts";
import type { LocalStackOptions } from "./stack-options.ts";
import type { StackModel } from "./template/stack-model.ts";
import type { StackState } from "./open-state.ts";

/** Replacements for the services of AWS other than the database. */
export interface Services {
  readonly queues: Queues;
  readonly mailbox: MailService;
  readonly mailedBefore: MailedBefore;
  readonly scheduler: Scheduler;
  readonly tokens: Tokens;
  readonly accounts: AccountBook;
  /** Names of the tables by the variable that functions know them by. */
  readonly environment: Readonly<Record<string, string>>;
  readonly records: LetterRecords;
}

export interface ServicesParts {
  readonly options: LocalStackOptions;
  readonly plan: StackModel;
  readonly state: StackState;
  readonly client: EngineClient;
  readonly faults: Faults;
}

/** Opens the services, and learns what was mailed before tables were put back. */
export const openServices = async ({ options, plan, state, client, faults }: ServicesParts): Promise<Services> => {
  const { stateDb, clock, activity, report } = state;
  const queues = openQueues({ stateDb, clock, activity, queues: plan.queues });
  const bus = openEventBus(plan.rules, queues, clock);
  const mailbox = openMail({ stateDb, clock, activity, bus, faults, plan: plan.mail });
  const environment = Object.fromEntries(plan.functions.flatMap((each) => Object.entries(each.environment)));
  const records = options.letterRecords?.(client, environment) ?? noLetterRecords;
  const mailedBefore = openMailedBefore(stateDb);
  if (await tablesWerePutBack({ plan, engine: client, stateDb })) {
    const letters = await mailedBefore.learn(records, mailbox);
    report(
      `The tables are older than the mailbox: the stream is read again, and ${letters} letters that the mailbox has are not mailed again`,
    );
  }
  const { scheduleGroups: groups, schedules, pools } = plan;
  const scheduler = openScheduler({ stateDb, clock, activity, queues, groups, schedules });
  const tokens = await openTokens({ stateDb, clock, pools, keeps: options.dataDir !== undefined });
  const accounts = accountBook(pools[0], stateDb, clock);
  return { queues, mailbox, mailedBefore, scheduler, tokens, accounts, environment, records };
};

/** Lets the services be called as the SDK calls them. */
export const serveServices = (
  wire: AwsEndpoint,
  { options, plan, state, faults }: Omit<ServicesParts, "client">,
  { queues, scheduler, mailbox, mailedBefore }: Services,
): void => {
  const { stateDb, clock } = state;
  const { mailLimits } = options;
  wire.add(queuesWire(queues));
  wire.add(schedulerWire(scheduler));
  wire.add(
    mailWire({
      mail: mailbox,
      plan: plan.mail,
      clock,
      faults,
      mailedBefore: mailedBefore.find,
      ...(mailLimits === undefined ? {} : { limits: mailLimits }),
    }),
  );
  wire.add(accountsWire(plan.pools, stateDb, clock));
};
