import { parseArgs } from "node:util";
import { systemClock } from "../lambdas/io/clock.ts";
import { dynamoStore } from "../lambdas/io/store/store.ts";
import { revokeCalendarLinks, usersWithLinks } from "../lambdas/use-cases/accounts/revoke-calendar-links.ts";
import { argumentsOr } from "./arguments.ts";
import { runOnTables, tableOptions } from "./run-on-tables.ts";

const usage = `Revokes the calendar links of all users: for when links may have become known to others.

  npm run calendars:revoke -- [--data FOLDER | --stage NAME] [--apply]

Without --apply it counts the links that are in force, and ends with 1 if there are any. A link that is revoked answers 410; users request new ones themselves.`;

const { values } = argumentsOr(usage, () => parseArgs({ options: tableOptions }));

await runOnTables(usage, values, async (tables, { apply }) => {
  const io = { store: dynamoStore(tables), clock: systemClock };
  const users = await usersWithLinks(io);
  if (apply) await revokeCalendarLinks(io, users, "operator");
  console.log(apply ? `${users.length} links are revoked.` : `${users.length} links are in force.`);
  return apply || users.length === 0;
});
