import { restore } from "../local/services/backup.ts";
import { runCopying } from "./copy-command.ts";

await runCopying({
  usage: `Puts back what npm run backup:local has saved. The system must have ended.

  npm run restore:local -- --from FOLDER [--data FOLDER] [--force]

  --from FOLDER  the backup
  --data FOLDER  the data of the system, .data where left out
  --force        overwrites the data that are there`,
  option: "from",
  what: "Copying",
  copy: restore,
  done: ({ data, copy }) => `${data} is as it was saved in ${copy}. Continue with: npm start -- --data ${data}`,
});
