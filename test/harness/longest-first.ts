import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The projects in this order: the last one has many short files, so that both workers end at about the same time. */
const projects = ["running", "engines", "lib", "parts", "api", "system"];

/** Files that take longest. In a fresh clone vitest knows no durations and goes by sizes, which say little of these. */
const longest = [
  "test/permissions/grid",
  "test/system/pages/accessibility",
  "test/system/grants",
  "test/system/phase-gate",
  "test/system/pages/mailbox",
  "test/system/local/newcomer",
  "test/verify/letters",
  "local/test/engine-death",
  "test/story/digest-weeks",
  "test/story/first-group",
  "test/use-cases/bulletins/killed-senders",
  "test/use-cases/sending/permitted-rate",
  "test/api/properties/registering",
  "test/api/properties/deciding",
];

/** Returns the rank of the first fitting name, or of everything without a name. */
const rankIn = (names: readonly string[], fits: (name: string) => boolean): number => {
  const place = names.findIndex(fits);
  return place === -1 ? names.length : place;
};

/** Orders files so that no worker ends alone with a long one. Files of a project stay together. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const ranks = new Map(
      files.map((file) => {
        const project = rankIn(projects, (name) => name === file.project.name);
        return [file, [project, rankIn(longest, (name) => file.moduleId.endsWith(`/${name}.test.ts`))] as const];
      }),
    );
    const rankOf = (file: TestSpecification): readonly [number, number] => ranks.get(file) ?? [0, 0];
    // oxlint-disable-next-line unicorn/no-array-sort -- the order that vitest gives files, and no array's own method
    const byDuration = await super.sort(files);
    return byDuration.toSorted((one, other) => {
      const [[project, place], [otherProject, otherPlace]] = [rankOf(one), rankOf(other)];
      return project - otherProject || place - otherPlace;
    });
  }
}
