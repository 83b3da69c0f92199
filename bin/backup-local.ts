import { backUp } from "../local/services/backup.ts";
import { runCopying } from "./copy-command.ts";

await runCopying({
  usage: `Copies the data of a local system that has ended, with its clock, mailbox, queues and keys.

  npm run backup:local -- --to FOLDER [--data FOLDER] [--force]

  --to FOLDER    where the backup is written
  --data FOLDER  the data of the system, .data where left out
  --force        overwrites what is in the folder`,
  option: "to",
  what: "Copying",
  copy: backUp,
  done: ({ data, copy }) =>
    `${data} is saved in ${copy}. Put it back with: npm run restore:local -- --from ${copy} --data ${data}`,
});
