import { Duration } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { ApiFunction } from "./gateway-routes.ts";
import { AppFunction } from "./function.ts";
import { apiWatches } from "./log-watches.ts";
import type { StackContext } from "./stack-context.ts";
import type { Identity } from "./identity.ts";
import type { Mail } from "./mail.ts";
import {
  countsUse,
  asksForSecondFactors,
  firesTimers,
  namesSecretariat,
  type Need,
  queries,
  readsPublicRows,
  sendsTo,
  uses,
  writesLetters,
} from "./needs.ts";
import { reservedShare } from "./stage-settings.ts";
import type { Tables } from "./tables.ts";
import type { Queues } from "./tasks.ts";

/** Shorter than the 29 seconds after which the API gives up, so that the caller gets the function's own reply. */
const timeout = Duration.seconds(15);

export interface ApiParts {
  readonly tables: Tables;
  readonly mail: Mail;
  readonly identity: Identity;
}

type LetterOrders = Pick<Queues, "deadlineLetters" | "bulletins" | "timers">;

/** Order letters, and check the bulletins that contain them. */
const ordersLetters = ({ deadlineLetters, bulletins, timers }: LetterOrders): readonly Need[] => [
  sendsTo(deadlineLetters.queue, "DEADLINE_LETTERS_QUEUE_URL"),
  sendsTo(bulletins.queue, "BULLETINS_QUEUE_URL"),
  firesTimers(timers),
];

/** Record the decision of a command, on the condition that the aggregates it read have not changed. */
const recordsCommands = (
  { tables: { records, journal }, identity }: ApiParts,
  { stage }: StackContext,
): readonly Need[] => [
  uses(records, "read", "PutItem"),
  countsUse(records),
  uses(journal, "PutItem"),
  asksForSecondFactors(identity.pool, stage),
  uses(records, "ConditionCheckItem"),
];

/** The functions that answer HTTP. */
export const apiFunctions = (
  scope: Construct,
  context: StackContext,
  parts: ApiParts,
  queues: LetterOrders,
): Readonly<Record<ApiFunction, AppFunction>> => {
  const { records, journal, letters } = parts.tables;
  const answers = (id: string, bundle: ApiFunction, impact: string, needs: readonly Need[]) =>
    new AppFunction(scope, id, context, {
      bundle,
      description: `Answers HTTP: ${bundle}`,
      impact,
      needs,
      timeout,
      memory: 1024,
      runbook: "api",
      watches: bundle === "public-api" ? [] : apiWatches,
      reserved: bundle === "public-api" ? reservedShare(context.stage)?.share : undefined,
    });
  const commands = recordsCommands(parts, context);

  return {
    "public-api": answers(
      "PublicApi",
      "public-api",
      "The public sees neither pairings nor country profiles, and no caller the API reference.",
      [readsPublicRows(records, journal), namesSecretariat(parts.mail, context.stage)],
    ),
    "review-api": answers(
      "ReviewApi",
      "review-api",
      "Permanent missions, focal points and experts cannot read or act in their reviews.",
      [
        ...commands,
        // A calendar leads to the front end.
        namesSecretariat(parts.mail, context.stage),
        queries(records, "own keys", "byKind", "byParty", "byList", "byReview"),
        queries(journal, "own keys"),
        uses(letters, "read"),
        queries(letters, "byParty"),
      ],
    ),
    "secretariat-api": answers(
      "SecretariatApi",
      "secretariat-api",
      "The secretariat cannot start groups, record what happened, or see who is overdue.",
      [
        ...commands,
        queries(records, "own keys", "byKind", "byStage", "byParty", "byObligation", "byWork", "byOfficer", "byList"),
        queries(journal, "own keys", "feed"),
        // A person settles a letter of unknown delivery, which may be sent again as a new letter.
        uses(letters, "read", "PutItem"),
        queries(letters, "byState", "byParty", "byMonth", "bySubject", "byNomination", "byWork"),
        ...ordersLetters(queues),
        writesLetters(parts.mail, context.stage),
      ],
    ),
  };
};
