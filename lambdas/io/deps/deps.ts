import { firstSecrets } from "../cursor-secrets.ts";
import { systemClock } from "../clock.ts";
import { dynamoDb } from "../aws/dynamodb.ts";
import { optionalVariable } from "../env.ts";
import { keepReading } from "../reading-cache.ts";
import { onDemand } from "../on-demand.ts";
import { type Ledger, ledgerMethods } from "../ports/outbox.ts";
import { randomIds, randomSecret } from "../random.ts";
import { dynamoStore } from "../store/store.ts";

/**
 * Dependencies of every function, built once from its environment. Dependencies that need another SDK client are in
 * separate files. A function loads only the clients that it uses.
 */
export const clock = systemClock;
export const ids = randomIds(clock);

export const access = {
  client: dynamoDb(),
  tables: {
    records: optionalVariable("RECORDS_TABLE"),
    journal: optionalVariable("JOURNAL_TABLE"),
    letters: optionalVariable("LETTERS_TABLE"),
  },
};
export const store = dynamoStore(access);
export const ledger: Ledger = onDemand(ledgerMethods, async () =>
  (await import("../store/ledger.ts")).dynamoLedger(access),
);

/** Far less than a new secret is announced before it signs. */
const secretsKept = { minutes: 5 };

/** The secrets of the cursors, read every few minutes at most. */
export const cursorSecrets = keepReading(clock, secretsKept, () =>
  store.cursorSecrets(() => firstSecrets(randomSecret(), clock.now())),
);
