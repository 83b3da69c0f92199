import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { comparedCommit, textAt } from "../last-release/compared-commit.ts";
import { apiBreaks } from "./api-breaks.ts";

/** A declared break, by docs/versioning.md: nothing of the compared document is gone without a declaration. */
interface Declared {
  readonly breaks: readonly { readonly why: string; readonly lines: readonly string[] }[];
}
const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
const { breaks } = read("docs/releases/declared-breaks.json") as Declared;

const commit = comparedCommit();
const compared = commit.known ? JSON.parse(textAt(commit.id, "docs/openapi.json")) : undefined;

const { version } = read("package.json") as { readonly version: string };
/** Until 1.0.0-rc.1 any commit may break; the changelog names what takes the place of each operation. */
const mayBreak = version.includes("-alpha.");

test.skipIf(compared === undefined || mayBreak)(
  `breaks since the compared commit are declared, each with its reason, and no others${commit.known ? "" : `: ${commit.why}`}`,
  () => {
    const broken = apiBreaks(compared, read("docs/openapi.json"));
    const lines = breaks.flatMap((one) => one.lines);
    expect({ undeclared: broken.filter((line) => !lines.includes(line)) }).toEqual({ undeclared: [] });
    expect({ inVain: lines.filter((line) => !broken.includes(line)) }).toEqual({ inVain: [] });
    expect(breaks.filter(({ why }) => !/^\S.{10,}\.$/u.test(why))).toEqual([]);
  },
);

test.skipIf(compared === undefined)("the changelog says what takes the place of each operation that is gone", () => {
  const rows = readFileSync("CHANGELOG.md", "utf8").split("\n");
  const gone = apiBreaks(compared, read("docs/openapi.json")).flatMap(
    (line) => /^(\S+ \/\S*) is gone$/u.exec(line)?.[1] ?? [],
  );
  const replaced = (operation: string) => rows.some((row) => row.startsWith(`| \`${operation}\` `));
  expect(gone.filter((operation) => !replaced(operation))).toEqual([]);
});

test("the reason is stated where the commit to compare with is not named, or not in the history", () => {
  expect(comparedCommit("")).toEqual({ known: false, why: "docs/releases/compared-commit names no commit" });
  const unknown = "0".repeat(40);
  expect(comparedCommit(unknown)).toMatchObject({ known: false, why: expect.stringContaining(unknown) });
  expect(comparedCommit("HEAD")).toEqual({ known: true, id: "HEAD" });
});

test("the document, the system and its client are of one version", () => {
  const versionOf = (path: string) => (read(path) as { readonly version: string }).version;
  const { info } = read("docs/openapi.json") as { readonly info: { readonly version: string } };
  expect([info.version, versionOf("client/package.json")]).toEqual(Array(2).fill(versionOf("package.json")));
  // The example front end is built from the packed client, whose file bears the version.
  const packed = `review-mechanism-client-${versionOf("package.json")}.tgz`;
  for (const file of ["examples/front-end/package.json", "client/README.md"])
    expect([file, readFileSync(file, "utf8").includes(packed)]).toEqual([file, true]);
});

const text = { type: "string" };
const documentWith = (reply: object, body: object = { type: "object", properties: {} }, more: object = {}) => ({
  paths: {
    "/v1/things": {
      post: {
        operationId: "makeThing",
        requestBody: { content: { "application/json": { schema: body } } },
        responses: { 200: { content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } } } },
        ...more,
      },
    },
  },
  components: { schemas: { Thing: reply } },
});
const thing = (properties: object, required: readonly string[] = []) => ({ type: "object", properties, required });
const before = documentWith(thing({ id: text, kind: { enum: ["a", "b"] } }, ["id"]), thing({ name: text }));

describe("a break is found", () => {
  test.each([
    [
      "a member of a reply that goes",
      documentWith(thing({ id: text }, ["id"]), thing({ name: text })),
      ["makeThing 200.kind is gone"],
    ],
    [
      "a member of a reply that may be absent",
      documentWith(thing({ id: text, kind: { enum: ["a", "b"] } }), thing({ name: text })),
      ["makeThing 200.id may be absent"],
    ],
    [
      "a value that is not returned any more",
      documentWith(thing({ id: text, kind: { enum: ["a", "c"] } }, ["id"]), thing({ name: text })),
      ["makeThing 200.kind does not say b"],
    ],
    [
      "a member of a reply that may be null",
      documentWith(
        thing({ id: { type: ["string", "null"] }, kind: { enum: ["a", "b"] } }, ["id"]),
        thing({ name: text }),
      ),
      ["makeThing 200.id may be null"],
    ],
    [
      "a member of a body that goes, and one that is required",
      documentWith(thing({ id: text, kind: { enum: ["a", "b"] } }, ["id"]), thing({ title: text }, ["title"])),
      ["makeThing body.name is gone", "makeThing body.title is required"],
    ],
    [
      "a type that changes",
      documentWith(thing({ id: { type: "integer" }, kind: { enum: ["a", "b"] } }, ["id"]), thing({ name: text })),
      ["makeThing 200.id is integer and no string"],
    ],
    ["an operation that goes", { paths: {} }, ["POST /v1/things is gone"]],
    [
      "a parameter that is required",
      documentWith(thing({ id: text, kind: { enum: ["a", "b"] } }, ["id"]), thing({ name: text }), {
        parameters: [{ in: "query", name: "day", required: true, schema: text }],
      }),
      ["makeThing query day is required"],
    ],
  ])("%s", (_, after, lines) => {
    expect(apiBreaks(before, after)).toEqual(lines);
  });

  const reply = thing({ id: text });
  const bodyOf = (name: object, more: object = {}) => documentWith(reply, thing({ name }), more);
  const content = { "application/json": { schema: thing({ name: text }) } };
  test.each([
    [
      "a body where there was none",
      documentWith(reply, {}, { requestBody: undefined }),
      documentWith(reply, {}, { requestBody: { required: true, content } }),
      ["makeThing body is required"],
    ],
    [
      "a body that could be left out",
      documentWith(reply, {}, { requestBody: { content } }),
      documentWith(reply, {}, { requestBody: { required: true, content } }),
      ["makeThing body is required"],
    ],
    [
      "a free text of a body that is one of some values",
      bodyOf(text),
      bodyOf({ ...text, enum: ["a", "b"] }),
      ["makeThing body.name takes some values alone"],
    ],
    [
      "a constant of a body that is another",
      bodyOf({ ...text, const: "a" }),
      bodyOf({ ...text, const: "b" }),
      ["makeThing body.name does not take a"],
    ],
    [
      "a constant of a reply that is another",
      documentWith(thing({ id: { ...text, const: "a" } })),
      documentWith(thing({ id: { ...text, const: "b" } })),
      ["makeThing 200.id does not say a"],
    ],
    [
      "a text of a body that has to be shorter, longer, and of another form",
      bodyOf({ ...text, maxLength: 9, pattern: "^a" }),
      bodyOf({ ...text, maxLength: 8, minLength: 1, pattern: "^b" }),
      ["minLength 1", "maxLength 8", "pattern ^b"].map((bound) => `makeThing body.name has ${bound}`),
    ],
    [
      "a number of a body that may be less",
      bodyOf({ type: "integer", minimum: 0 }),
      bodyOf({ type: "integer", minimum: 1, maximum: 5 }),
      ["makeThing body.name has minimum 1", "makeThing body.name has maximum 5"],
    ],
    [
      "a list of a body that takes less, and nothing twice",
      bodyOf({ type: "array", items: text }),
      bodyOf({ type: "array", items: { ...text, maxLength: 3 }, maxItems: 5, uniqueItems: true }),
      [
        "makeThing body.name has maxItems 5",
        "makeThing body.name takes nothing twice",
        "makeThing body.name[] has maxLength 3",
      ],
    ],
  ])("%s", (_, one, other, lines) => {
    expect(apiBreaks(one, other)).toEqual(lines);
  });

  test("and none in bounds that leave room for more, nor in those of replies", () => {
    const [narrow, wide] = [
      { ...text, maxLength: 8, minLength: 2, pattern: "^a" },
      { ...text, maxLength: 9 },
    ];
    expect(apiBreaks(bodyOf(narrow), bodyOf(wide))).toEqual([]);
    const replies = [wide, narrow].map((id) => documentWith(thing({ id })));
    expect(apiBreaks(replies[0], replies[1])).toEqual([]);
    expect(apiBreaks(bodyOf({ ...text, enum: ["a"] }), bodyOf(text))).toEqual([]);
  });

  test("and none in additions: members, values, optional parameters", () => {
    const after = documentWith(
      thing({ id: text, kind: { enum: ["a", "b", "c"] }, more: text }, ["id", "more"]),
      thing({ name: text, title: text }),
      { parameters: [{ in: "query", name: "day", schema: text }] },
    );
    expect(apiBreaks(before, after)).toEqual([]);
  });
});
