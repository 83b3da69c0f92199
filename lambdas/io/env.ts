/** The variables that functions read; each has only those that it needs. */
type Variable =
  | "STAGE"
  | "RECORDS_TABLE"
  | "JOURNAL_TABLE"
  | "LETTERS_TABLE"
  | "KEPT_TABLES"
  | "USER_POOL_ID"
  | "SECOND_FACTOR_ROLES"
  | "CANARY_CLIENT_ID"
  | "CANARY_ADDRESS"
  | "API_URL"
  | "TIMERS_QUEUE_URL"
  | "TIMERS_QUEUE_ARN"
  | "DEADLINE_LETTERS_QUEUE_URL"
  | "BULLETINS_QUEUE_URL"
  | "SWEEP_QUEUE_URL"
  | "SCHEDULE_GROUP"
  | "SCHEDULER_ROLE_ARN"
  | "MAIL_FROM"
  | "MAIL_REPLY_TO"
  | "SECRETARIAT_ADDRESS"
  | "MAIL_CONFIGURATION_SET"
  | "MAIL_IDENTITY"
  | "FRONT_END_URL"
  | "LETTER_SENDER"
  | "REVIEW_PAGE"
  | "AWS_REGION"
  | "AWS_ACCESS_KEY_ID"
  | "AWS_SECRET_ACCESS_KEY"
  | "AWS_SESSION_TOKEN"
  | "AWS_ENDPOINT_URL"
  | "AWS_ENDPOINT_URL_DYNAMODB"
  | "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER";

/** Returns a variable that only some functions have; an empty one counts as missing. */
export const optionalVariable = (name: Variable): string | undefined => {
  const value = process.env[name];
  return value === "" ? undefined : value;
};

/** A variable that the function cannot do without. Throws where it is missing, before anything was done. */
export const requiredVariable = (name: Variable): string => {
  const value = optionalVariable(name);
  if (value === undefined) throw new Error(`The environment lacks ${name}`);
  return value;
};
