import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Its one picture comes from another host; the page queries no other host, so the name replaces the picture. */
const picture =
  "<svg xmlns='http://www.w3.org/2000/svg' width='42' height='12'><text y='10' font-size='11'>Redocly</text></svg>";

/** Writes the script of the API reference page into the assets of a bundle. Throws if it requests another host. */
export const writeReferenceScript = async (bundle: string): Promise<void> => {
  const assets = join(bundle, "assets");
  await mkdir(assets, { recursive: true });
  const redocly = dirname(fileURLToPath(import.meta.resolve("@redocly/cli/package.json")));
  const redoc = await readFile(join(redocly, "lib/chunks/redoc.standalone.js"), "utf8");
  const ownAlone = redoc.replaceAll(
    /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini[a-z-]*\.svg/gu,
    `data:image/svg+xml,${encodeURIComponent(picture)}`,
  );
  if (ownAlone === redoc || ownAlone.includes("cdn.redoc.ly"))
    throw new Error("Redoc requests something new from another host");
  await writeFile(join(assets, "redoc.standalone.js"), ownAlone);
};
