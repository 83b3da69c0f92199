// Loads every file of a bundle, by the file that Lambda loads first, so that Node writes the compiled code when it exits.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, name] = process.argv.slice(2);
const load = (file) => import(pathToFileURL(join(folder, file)).href);
await load(`${name}.mjs`);
for (const file of readdirSync(folder).filter((each) => /\.[cm]js$/u.test(each))) await load(file);
process.exit();
