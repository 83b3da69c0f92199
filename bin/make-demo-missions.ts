/**
 * Writes data/demo-missions.json: made-up contact data of permanent missions for the demo and the tests, all under
 * example.org: `npx node bin/make-demo-missions.ts`. With `--check` it writes nothing; the exit code says whether the
 * file is up to date.
 */
import { readFile, writeFile } from "node:fs/promises";
import { format } from "prettier";
import { parsePartyFile } from "../domain/parties/parse-party-file.ts";
import { DemoMissionsFile } from "../schemas/model/data-files.ts";
import type { Language } from "../schemas/base/values.ts";

const about =
  "Made up by bin/make-demo-missions.ts for the demo and the tests: no address, language or place here is that of a " +
  "real permanent mission.";

/** A working language that a mission could plausibly write in; English for the rest. */
const writesIn: readonly (readonly [Language, string])[] = [
  ["ar", "AE BH DZ EG IQ JO KW LB LY MA OM PS QA SA SD SY TN YE"],
  ["es", "AR BO CL CO CR CU DO EC ES GQ GT HN MX NI PA PE PY SV UY VE"],
  ["fr", "AD BE BF BI BJ CD CF CH CI CM CV DJ FR GA GN GW HT KM LU MC MG ML MR NE SN ST TD TG"],
  ["ru", "BY KG KZ RU TJ TM UZ"],
  ["zh", "CN"],
];

/** Places outside Vienna, where several permanent missions to the United Nations in Vienna sit. */
const sitsIn: readonly (readonly [string, string])[] = [
  ["Berlin", "BI CM GA GN LR MW RW SL TD TG TJ UG ZM"],
  ["Berne", "BT KN SC"],
  ["Brussels", "AG BB BS CF DJ DM FJ GD GY JM KM LC MG SR TL TO TT VC WS"],
  ["Geneva", "BJ KI LS MH NR PW SM ST VU"],
  ["London", "BZ CK FM GM MU NU SZ"],
  ["Paris", "CV GW TN"],
  ["Rome", "MR SN ER"],
];

const inList = <Value>(lists: readonly (readonly [Value, string])[], code: string): Value | undefined =>
  lists.find(([, codes]) => codes.split(" ").includes(code))?.[0];

const file = parsePartyFile(await readFile(new URL("../data/parties.csv", import.meta.url), "utf8"));
if (!file.ok) throw new Error(`data/parties.csv: ${JSON.stringify(file.problems)}`);

const codes = file.parties.map(({ id }) => id).toSorted();
const missions = codes.map((code, index) => {
  const domain = `${code.toLowerCase()}.example.org`;
  const contacts = {
    address: `mission@${domain}`,
    // Every third has a second contact.
    ...(index % 3 === 0 ? { secondAddress: `second.secretary@${domain}` } : {}),
    language: inList(writesIn, code) ?? "en",
    place: inList(sitsIn, code) ?? "Vienna",
  };
  return [code, contacts] as const;
});

const target = new URL("../data/demo-missions.json", import.meta.url);
const content = DemoMissionsFile.parse({ about, missions: Object.fromEntries(missions) });
const written = await format(JSON.stringify(content), { parser: "json", printWidth: 120 });
if (!process.argv.includes("--check")) await writeFile(target, written);
else if (written !== (await readFile(target, "utf8"))) throw new Error("data/demo-missions.json is not up to date");
