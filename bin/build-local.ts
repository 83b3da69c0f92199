import { bundleTogether } from "./bundle.ts";
import { writeReferenceScript } from "./reference-script.ts";

/**
 * Builds the functions for this machine into the folder FUNCTIONS: the sources that are deployed, without what only
 * shortens the start of a function in the cloud, and without the checks of `npm run build`.
 */
const folder = process.env["FUNCTIONS"] ?? "";
await Promise.all([bundleTogether(folder), writeReferenceScript(folder)]);
