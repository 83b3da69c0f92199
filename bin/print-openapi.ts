import { writeFile } from "node:fs/promises";
import { typesOf } from "../client/types-of.ts";
import { rightsInWords } from "./rights-in-words.ts";

// Prints the table of permissions in words, docs/openapi.json from the endpoint registry with these words, and from it
// the types of the client: npm run docs.
const rights = `${JSON.stringify(Object.fromEntries(rightsInWords()), null, 2)}\n`;
await writeFile(new URL("../schemas/api/document/rights.json", import.meta.url), rights);
// The document takes in these words as it is loaded.
const { openApiDocument } = await import("../schemas/api/openapi.ts");
const text = JSON.stringify(await openApiDocument(), null, 2);
await writeFile(new URL("../docs/openapi.json", import.meta.url), `${text}\n`);
await writeFile(new URL("../client/api-types.ts", import.meta.url), await typesOf(text));
