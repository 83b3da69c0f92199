import { writeFileSync } from "node:fs";
import { costPage } from "./cost-sheet.ts";
import { productionResources } from "./example-stack.ts";
import { conditionsPage } from "./template-figures.ts";

// Prints the pages that follow from the production template: npm run docs.
const resources = productionResources();
const write = (page: string, text: string) => writeFileSync(new URL(`../docs/${page}`, import.meta.url), text);
write("runbooks/failure-conditions.md", conditionsPage(resources));
write("cost.md", costPage(resources));
