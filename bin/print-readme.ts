import { readFileSync, writeFileSync } from "node:fs";
import { writtenReadme } from "./readme.ts";

// Writes the sizes and the printed screen into README.md: npm run docs.
const file = new URL("../README.md", import.meta.url);
writeFileSync(file, writtenReadme(readFileSync(file, "utf8")));
