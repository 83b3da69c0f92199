import { writeFile } from "node:fs/promises";
import { openApiDocument } from "../schemas/openapi.ts";

// Prints docs/openapi.json anew from the endpoint registry: npm run docs:api.
await writeFile(new URL("../docs/openapi.json", import.meta.url), `${JSON.stringify(openApiDocument(), null, 2)}\n`);
