import { parseArgs } from "node:util";
import { systemClock } from "../lambdas/io/clock.ts";
import { dynamoStore } from "../lambdas/io/store/store.ts";
import { revokeCalendarLinks, usersWithLinks } from "../lambdas/use-cases/accounts/revoke-calendar-links.ts";
import { messageOf } from "../local/base/user-error.ts";
import { argumentsOr } from "./arguments.ts";
import { openTables } from "./open-tables.ts";

const usage = `Revokes the calendar links of all users: for when links may have become known to others.

  npm run calendars:revoke -- [--data FOLDER | --stage NAME] [--apply]

Without --apply it counts the links that are in force. A link that is revoked answers 410; users request new ones themselves.`;

const { values } = argumentsOr(usage, () =>
  parseArgs({
    options: {
      data: { type: "string" },
      stage: { type: "string" },
      apply: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  }),
);

const run = async (): Promise<void> => {
  const tables = await openTables(usage, values);
  try {
    const io = { store: dynamoStore(tables), clock: systemClock };
    const users = await usersWithLinks(io);
    if (values.apply) await revokeCalendarLinks(io, users, "operator");
    console.log(
      values.apply
        ? `${users.length} links are revoked.`
        : `${users.length} links are in force. Repeat it with --apply.`,
    );
  } finally {
    await tables.close();
  }
};

try {
  if (values.help) console.log(usage);
  else await run();
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 2;
}
