import { expect, test } from "vitest";
import { endpoints } from "../../schemas/api/index.ts";
import { sharedTestApi } from "../harness/shared-test-api.ts";
import { secretariat } from "../harness/test-api.ts";

/** One rule for every filter by party or group, see docs/api.md: an invalid id is refused, an unknown id matches nothing. */
const opened = sharedTestApi();

const places = { reviewId: "c1-GR", figure: "reviews", measure: "reviews" } as const;
const filters = endpoints.flatMap(({ id, method, path, query }) =>
  (["party", "group"] as const).flatMap((name) =>
    method === "GET" && name in query.shape
      ? [
          [
            id,
            name,
            path
              .replace("paper/{figure}", "paper/status")
              .replaceAll(/\{(\w+)\}/gu, (_, key: keyof typeof places) => places[key]),
          ] as const,
        ]
      : [],
  ),
);
/** Statistics refuse an unknown id, because a count of zero would be misread, and name the existing groups. */
const lists = filters.filter(([, , path]) => !/^\/v1\/(?:statistics|figures\/(?:paper|stalled))/u.test(path));
/** A party and a group with well-formed ids that do not exist here. */
const unknown = { party: "ZZ", group: "c4-g3" } as const;
const wrong = { party: ["France", "fr", "Z"], group: ["g1", "c1", "c9-g1", "c1-g100", "untoc1-c1-g1"] } as const;

test("there are such filters, of both kinds", () => {
  expect(new Set(filters.map(([, name]) => name))).toEqual(new Set(["party", "group"]));
  expect(filters.length).toBeGreaterThan(9);
});

test.each(lists)("%s chooses nothing by a %s that names nothing", async (_, name, path) => {
  const { status, body } = await opened().get(`${path}?${name}=${unknown[name]}`, secretariat);
  expect(status).toBe(200);
  expect(body.items ?? body.figures.filter(({ total }: any) => total > 0)).toEqual([]);
});

test.each(filters)("%s refuses a %s that is no id, and describes the form of an id", async (_, name, path) => {
  for (const value of wrong[name]) {
    const { status, problem, body } = await opened().get(`${path}?${name}=${value}`, secretariat);
    expect([value, status, problem]).toEqual([value, 400, "invalid-request"]);
    expect(body.errors).toEqual([{ parameter: name, message: expect.stringMatching(/like (?:FR|c1-g1)/u) }]);
  }
});
