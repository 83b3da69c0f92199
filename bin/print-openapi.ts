import { writeFile } from "node:fs/promises";
import { typesOf } from "../client/types-of.ts";
import { openApiDocument } from "../schemas/api/openapi.ts";

// Prints docs/openapi.json anew from the endpoint registry, and from it the types of the client: npm run docs:api.
const text = JSON.stringify(await openApiDocument(), null, 2);
await writeFile(new URL("../docs/openapi.json", import.meta.url), `${text}\n`);
await writeFile(new URL("../client/api-types.ts", import.meta.url), await typesOf(text));
