/**
 * Writes data/pairing.json, the prepared pairing of the three groups, from data/parties.csv and the seed below: `npx
 * node bin/make-pairing.ts`. Equal parties and seed give an equal file. With `--check` it writes nothing; the exit
 * code says whether the file is up to date.
 */
import { readFile, writeFile } from "node:fs/promises";
import { format } from "prettier";
import { draw } from "../domain/lots/draw.ts";
import { violations } from "../domain/lots/rules.ts";
import { lotsLimits, plannedGroups } from "../domain/policy/lots.ts";
import { parsePartyFile } from "../domain/parties/parse-party-file.ts";
import { inForce } from "../domain/base/settings.ts";
import type { PairingFile } from "../schemas/model/data-files.ts";
import { CalendarDate } from "../schemas/base/values.ts";

const seed = 20_201_016;
const drawnOn = CalendarDate.parse("2020-11-16");
const about =
  "A prepared pairing drawn by bin/make-pairing.ts: real parties and real rules, but not the draw that the parties " +
  "held. Groups are those reported where the party file knows them.";

const target = new URL("../data/pairing.json", import.meta.url);
const file = parsePartyFile(await readFile(new URL("../data/parties.csv", import.meta.url), "utf8"));
if (!file.ok) throw new Error(`data/parties.csv: ${JSON.stringify(file.problems)}`);

const limits = inForce(lotsLimits, drawnOn);
const drawn = draw({
  cluster: 1,
  parties: file.parties,
  groups: inForce(plannedGroups, drawnOn),
  knownGroups: file.reportedGroups,
  limits,
  seed,
});
if (!drawn.ok) throw new Error(`The draw is impossible: ${JSON.stringify(drawn.impossible)}`);
const broken = violations(drawn.groups, file.parties, limits);
if (broken.length > 0) throw new Error(`The draw breaks rules: ${JSON.stringify(broken)}`);

const pairing: PairingFile = { about, cluster: 1, seed, groups: [...drawn.groups], deviations: [] };
const written = await format(JSON.stringify(pairing), { parser: "json", printWidth: 120 });
if (!process.argv.includes("--check")) await writeFile(target, written);
else if (written !== (await readFile(target, "utf8"))) throw new Error("data/pairing.json is not what its seed gives");
