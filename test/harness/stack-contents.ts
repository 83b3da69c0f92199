import { DynamoDB } from "@aws-sdk/client-dynamodb";
import { endOfTime, instantOf } from "../../domain/base/time.ts";
import { all } from "../../lambdas/io/pages.ts";
import { dynamoLedger } from "../../lambdas/io/store/ledger.ts";
import { dynamoStore } from "../../lambdas/io/store/store.ts";
import type { LocalStack } from "../../local/stack-options.ts";
import { LetterId } from "../../schemas/base/ids.ts";
import { LetterState } from "../../schemas/model/letter.ts";
import type { SystemAtRest } from "./invariants.ts";

/** The stored data of a running system, as the invariants and the stories read it. */
export interface StackContents extends SystemAtRest {
  readonly close: () => void;
}

/** Reads the stored data of a running system behind the API; changes nothing. */
export const contentsOf = (app: LocalStack): StackContents => {
  const client = new DynamoDB({
    endpoint: app.services,
    region: "eu-central-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  const table = (variable: string): string => app.environment[variable] ?? "";
  const tables = { records: table("RECORDS_TABLE"), journal: table("JOURNAL_TABLE"), letters: table("LETTERS_TABLE") };
  const ledger = dynamoLedger({ client, tables });
  const group = table("SCHEDULE_GROUP");
  return {
    store: dynamoStore({ client, tables }),
    clock: { now: () => instantOf(app.clock.now()) },
    lateClaims: [],
    ledger,
    letters: async () => {
      const states = LetterState.options.map((state) =>
        all((paging) => ledger.needingAttention(state, endOfTime, paging)),
      );
      return (await Promise.all(states)).flat();
    },
    get mail() {
      const mails = app.mailbox.find({ limit: 10_000 });
      return { inbox: mails.map(({ tags }) => ({ letter: LetterId.parse(tags["letter"]), unreported: false })) };
    },
    get schedules() {
      const armed = app.scheduler.list().filter((each) => each.group === group && !each.recurring);
      return { pending: new Map(armed.map(({ name }) => [name, undefined])) };
    },
    close: () => client.destroy(),
  };
};
