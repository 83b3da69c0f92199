import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readMissions } from "../../bin/load/files.ts";

const header = "party,address,second_address,language,place,digest";
const file = (...rows: readonly string[]): string => {
  const path = join(mkdtempSync(join(tmpdir(), "missions-")), "missions.csv");
  writeFileSync(path, [header, ...rows, ""].join("\n"));
  return path;
};

test("the addresses of missions are read from a CSV file with the columns of an import", async () => {
  const path = file(
    "FR,mission@fr.example.org,second@fr.example.org,fr,Vienna,weekly",
    "DE,mission@de.example.org,,en,Berlin,",
  );
  expect(await readMissions(path)).toEqual({
    missions: {
      FR: {
        address: "mission@fr.example.org",
        secondAddress: "second@fr.example.org",
        language: "fr",
        place: "Vienna",
        digest: "weekly",
      },
      DE: { address: "mission@de.example.org", language: "en", place: "Berlin" },
    },
  });
});

test("a file with a broken cell or a party that is named twice is refused with row and column", async () => {
  const path = file(
    "FR,no-address,,fr,Vienna,",
    "DE,mission@de.example.org,,en,Berlin,",
    "DE,other@de.example.org,,en,Berlin,",
  );
  await expect(readMissions(path)).rejects.toThrow(
    /row 2, column address: [^]*row 4, column party: DE is in an earlier row/u,
  );
});
