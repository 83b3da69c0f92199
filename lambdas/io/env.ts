import * as z from "zod";

const text = z.string().min(1);

const Environment = z
  .object({
    STAGE: text,
    RECORDS_TABLE: text,
    JOURNAL_TABLE: text,
    LETTERS_TABLE: text,
    USER_POOL_ID: text,
    TIMERS_QUEUE_URL: text,
    TIMERS_QUEUE_ARN: text,
    DEADLINE_LETTERS_QUEUE_URL: text,
    BULLETINS_QUEUE_URL: text,
    SCHEDULE_GROUP: text,
    SCHEDULER_ROLE_ARN: text,
    MAIL_FROM: text,
    MAIL_REPLY_TO: text,
    SECRETARIAT_ADDRESS: text,
    MAIL_CONFIGURATION_SET: text,
    MAIL_IDENTITY: text,
    FRONT_END_URL: text,
  })
  .partial();

/** The environment, read once and by schema; each function has only the variables that it needs. */
const environment = Environment.parse(process.env);

/** A variable that the function cannot do without. Throws where it is missing, before anything was done. */
export const requiredVariable = (name: keyof z.infer<typeof Environment>): string => {
  const value = environment[name];
  if (value === undefined) throw new Error(`The environment lacks ${name}`);
  return value;
};

/** A variable that not every function has. */
export const optionalVariable = (name: keyof z.infer<typeof Environment>): string | undefined => environment[name];
