import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";

/**
 * Prints the layout of letters, `letter-shell.json`, from `letter-shell.mjml`: tables for mail programs that support
 * no other layout, once from left to right and once mirrored. MJML is fetched from the registry when the layout
 * changes. It is no dependency: it brings 180 packages, and the repository contains its output.
 */
const mjml = "mjml@5.4.1";
const folder = new URL("../domain/letters/content/", import.meta.url);
const source = await readFile(new URL("letter-shell.mjml", folder), "utf8");

const directions = [
  ["ltr", "left"],
  ["rtl", "right"],
] as const;

const printed = await Promise.all(
  directions.map(async ([dir, align]) => {
    const filled = source.replaceAll("[[dir]]", dir).replaceAll("[[align]]", align);
    const run = promisify(execFile)("npx", ["--yes", mjml, "-i", "-s", "--config.validationLevel", "strict"]);
    run.child.stdin?.end(filled);
    const { stdout } = await run;
    const lines = stdout.split("\n").map((line) => line.trim());
    return [
      dir,
      lines
        .slice(lines.findIndex((line) => line.startsWith("<!doctype")))
        .filter(Boolean)
        .join("\n"),
    ] as const;
  }),
);

const shell = { sourceHash: createHash("sha256").update(source).digest("hex"), ...Object.fromEntries(printed) };
await writeFile(new URL("letter-shell.json", folder), `${JSON.stringify(shell, null, 2)}\n`);
