import { globSync, readFileSync } from "node:fs";
import * as z from "zod";
import { welcome } from "../local/pages/welcome.ts";

/** Parts of README.md that are written: its sizes, the measured times, and the screen that `npm start` prints. */

const linesOf = (pattern: string): number =>
  globSync(pattern).reduce((sum, file) => sum + readFileSync(file, "utf8").split("\n").length - 1, 0);

const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });
const operations = (): number => {
  const { paths } = Document.parse(JSON.parse(readFileSync("docs/openapi.json", "utf8")));
  const methods = Object.values(paths).flatMap(Object.keys);
  return methods.filter((method) => ["get", "put", "post", "patch", "delete"].includes(method)).length;
};

/** Sizes change with each commit: one that is written stays as long as it is within this share of the real one. */
const tolerance = 0.03;

/** Returns the written number if it is close enough, or the real one, rounded. */
const sizeOf = (written: string | undefined, real: number, unit: number): string => {
  const before = Number(written?.replaceAll(",", ""));
  const size = Math.abs(before - real) <= real * tolerance ? before : Math.round(real / unit) * unit;
  return size.toLocaleString("en-US");
};

/** The pattern of a size in the text, its real value, and the unit to which it is rounded. */
const sizes = (): readonly (readonly [pattern: RegExp, real: number, unit: number])[] => [
  [/(?<size>[\d,]+)(?= lines of deployed TypeScript)/u, linesOf("{lambdas,schemas,domain,lib}/**/*.ts"), 1000],
  [/(?<size>[\d,]+)(?= test files)/u, globSync("{test,local/test,client,demo}/**/*.test.ts").length, 10],
];

const screen = (): string =>
  welcome({
    url: "http://localhost:8787",
    now: "2020-12-01T07:50:00Z",
    isCounting: true,
    dataDir: ".data",
    dynamodb: undefined,
    tokens: ".data/tokens.env",
  }).trimEnd();

const screenPattern = /(?<=```\nBuilding the functions and the app …\n[^`]*?people …\n)[^`]*?(?=\n```)/u;

const Ratios = z.object({
  commit: z.string(),
  numbers: z.object({
    "first start of a fresh clone, seconds": z.number(),
    "review-api against (a) CDK's default build": z.number(),
  }),
});
/** Returns what `npm run bench -- ratios --write` measured last. */
const measured = (): string => {
  const { commit, numbers } = Ratios.parse(JSON.parse(readFileSync("test/bench/ratios.json", "utf8")));
  const { "first start of a fresh clone, seconds": seconds, "review-api against (a) CDK's default build": ratio } =
    numbers;
  return `At ${commit} a fresh clone answered after ${seconds} seconds, and a function started in ${ratio} of the time of the CDK's default build.`;
};

/** Returns README.md with its sizes and the printed screen as they are now. Throws if it has no place for one of them. */
export const writtenReadme = (readme: string): string => {
  const place = (pattern: RegExp, text: string, by: (found: string) => string): string => {
    if (!pattern.test(text)) throw new Error(`README.md has no place for ${pattern.source}`);
    return text.replace(pattern, by);
  };
  const sized = sizes().reduce(
    (text, [pattern, real, unit]) => place(pattern, text, (written) => sizeOf(written, real, unit)),
    readme,
  );
  const counted = place(/[\d,]+(?= operations)/u, sized, () => operations().toLocaleString("en-US"));
  const timed = place(/^At \w+ a fresh clone answered .*$/mu, counted, measured);
  return place(screenPattern, timed, screen);
};
