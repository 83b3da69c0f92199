import { writeFile } from "node:fs/promises";
import { statesPage } from "./states-page.ts";

// Prints docs/states.md from the transition tables: npm run docs.
await writeFile(new URL("../docs/states.md", import.meta.url), statesPage());
