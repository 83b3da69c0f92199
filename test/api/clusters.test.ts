import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endpoints } from "../../schemas/api/index.ts";
import { type ListedObject, listedObjects } from "../fixtures/reply-objects.ts";
import { recordContact } from "../fixtures/worklist.ts";
import { byNote, freshKey, openTestApi, personOf, secretariat, startGroup, type TestApi } from "../harness/test-api.ts";

/** Reviews of two clusters run side by side: every list says which cluster it means, and is narrowed to one. */
const reads = endpoints.filter(({ method, replyType }) => method === "GET" && replyType === undefined);

/** Lists that say by the whole reply which cluster they mean. */
const saidByTheReply: Readonly<Record<string, string>> = {
  "getGroupTimeline steps[]": "The timeline is of one group, and says its cluster",
  "listMandateOffers items[]": "What the party entered, and nothing else: the id of a review says its cluster",
  "getMe mandateOffers[]": "What the party entered, and nothing else: the id of a review says its cluster",
};
/** Lists that belong to some clusters only. */
const ofOneAudience = ["listBulletinRecipients", "listPreviewRecipients"];

describe("of all operations that list something", () => {
  test.each(reads.map((one) => [one.id, one] as const))("%s names the cluster of each review", async (id, one) => {
    const silent = (await listedObjects(one)).flatMap(({ path, members }) => {
      const isOfReviews = members.get("reviews")?.items?.$ref === "#/$defs/ReviewId";
      const isSilent = (members.has("review") && !members.has("cluster")) || (isOfReviews && !namesCluster(members));
      return isSilent && saidByTheReply[`${id} ${path}`] === undefined ? [path] : [];
    });
    expect(silent).toEqual([]);
  });

  test.each(reads.flatMap(({ id, csv }) => (csv === undefined ? [] : [[id, csv.columns] as const])))(
    "%s has a column for it in its table",
    (_, columns) => {
      if (columns.includes("review")) expect(columns).toEqual(expect.arrayContaining(["cluster", "cycle"]));
      if (columns.includes("reviews")) expect(columns).toContain("clusters");
    },
  );

  test("each that has pages of more than one review is narrowed by cycle and cluster", async () => {
    const lists = await Promise.all(
      reads
        .filter(
          ({ id, path, query }) =>
            "cursor" in query.shape && !path.includes("{reviewId}") && !ofOneAudience.includes(id),
        )
        .map(async (one) => ({ one, items: (await listedObjects(one)).find(({ path }) => path === "items[]") })),
    );
    const ofClusters = lists.filter(({ items }) => items !== undefined && isAboutClusters(items.members));
    expect(ofClusters.length).toBeGreaterThan(9);
    for (const { one } of ofClusters)
      expect([one.id, Object.keys(one.query.shape)]).toEqual([one.id, expect.arrayContaining(["cycle", "cluster"])]);
  });
});

const namesCluster = (members: ListedObject["members"]): boolean => members.has("cluster") || members.has("clusters");
/** Items that name it, or hold a letter that does. */
const isAboutClusters = (members: ListedObject["members"]): boolean =>
  namesCluster(members) || members.get("letter")?.$ref === "#/$defs/Letter";

/** Values for the path parameters. */
const places = {
  partyId: "DE",
  figure: "experts-missing",
  measure: "seats-without-expert",
  reviewId: "c4-DE",
} as const;
const narrowed = endpoints
  .filter(({ method, query }) => method === "GET" && "cluster" in query.shape)
  .map((one) => ({
    ...one,
    path: one.path
      .replace("paper/{figure}", "paper/status")
      .replaceAll(/\{(\w+)\}/gu, (_, key: keyof typeof places) => places[key]),
  }));
const paged = narrowed.filter(({ query }) => "cursor" in query.shape);

let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  expect((await api.name("DE", "focal-point")).status).toBe(201);
  await api.app.rest();
  const { hash: preview } = (await api.request("POST", "/v1/phases/c4/opening/previews", { as: secretariat })).body;
  const decision = { body: "conference", document: "CTOC/COP/2020/11", decidedOn: "2020-11-30" };
  const opened = await api.request("POST", "/v1/phases/c4/opening", { as: secretariat, body: { preview, decision } });
  expect(opened.status).toBe(202);
  await api.app.rest();
  await startGroup(api, "c4-g1", "2020-12-01");
  // 22 days after their date, nominations are on the President's list.
  await api.app.moveTo("2021-01-25T09:00:00.000Z");
  await api.app.rest();
  for (const about of [{ review: "c1-DE" }, { review: "c4-DE" }, {}]) {
    const noted = await recordContact(api, "DE", { way: "call", outcome: "informed", nextOn: "2021-01-25", ...about });
    expect(noted.status).toBe(201);
  }
});
afterAll(() => api.close());

const clustersIn = ({ cluster, clusters, letter }: any): readonly number[] =>
  letter?.clusters ?? clusters ?? (cluster === undefined ? [] : [cluster]);
const itemsOf = async (path: string): Promise<readonly any[]> => (await api.pages(path, secretariat, 200)).items;

describe("narrowed to one cluster", () => {
  test.each(narrowed.map(({ id, path }) => [id, path] as const))(
    "%s refuses a cluster that is none",
    async (_, path) => {
      for (const value of ["0", "5", "1.5", "one", ""]) {
        const { status, problem, body } = await api.get(`${path}?cluster=${value}`, secretariat);
        expect([value, status, problem]).toEqual([value, 400, "invalid-request"]);
        expect(body.errors).toEqual([{ parameter: "cluster", message: "must be a whole number from 1 to 4" }]);
      }
    },
  );

  /** A nomination for reviews of several clusters is one item, listed with the first review that is chosen. */
  const isShared = ({ kind }: any): boolean => kind !== "nomination-to-check";

  test.each(paged.map(({ id, path }) => [id, path] as const))(
    "%s lists what is of it, and all of that",
    async (id, path) => {
      const everything = (await itemsOf(path)).filter(isShared);
      for (const cluster of [1, 4]) {
        const items = (await itemsOf(`${path}?cluster=${cluster}`)).filter(isShared);
        expect(items).toEqual(everything.filter((item) => clustersIn(item).includes(cluster)));
        // Nothing is concluded here: test/io/store/queries.test.ts lists concluded reviews by their ids.
        if (!["listPublications", "listObservationMembers"].includes(id)) expect(items).not.toEqual([]);
      }
      expect(await itemsOf(`${path}?cluster=2`)).toEqual([]);
      expect(await itemsOf(`${path}?cycle=untoc2`)).toEqual([]);
    },
  );

  test("the worklist has a nomination for two clusters on the list of each", async () => {
    const toCheck = (narrow: string) => itemsOf(`/v1/worklist?kind=nomination-to-check${narrow}`);
    const [both, first, fourth] = await Promise.all(["", "&cluster=1", "&cluster=4"].map(toCheck));
    expect(both?.map(({ party, cluster }) => [party, cluster])).toEqual([["DE", 1]]);
    expect(first).toEqual(both);
    expect(fourth?.map(({ party, cluster }) => [party, cluster])).toEqual([["DE", 4]]);
  });

  test("the President's list has the missing nominations of the cluster, with the letters about them", async () => {
    const list = async (narrow: string) => (await api.get(`/v1/presidents-list${narrow}`, secretariat)).body;
    const partiesOn = ({ groups }: any): readonly any[] => groups.flatMap(({ parties }: any) => parties);
    const missingOn = (body: any): readonly any[] => partiesOn(body).flatMap(({ missing }) => missing);
    const everything = await list("");
    for (const cluster of [1, 4]) {
      const body = await list(`?cluster=${cluster}`);
      expect(body.cluster).toBe(cluster);
      expect(new Set(missingOn(body).map((one) => one.cluster))).toEqual(new Set([cluster]));
      const before = missingOn(everything).filter((one) => one.cluster === cluster);
      expect(missingOn(body).length).toBe(before.length);
      const letters = partiesOn(body).flatMap((one) => one.letters);
      expect(letters.length).toBeGreaterThan(0);
      for (const { clusters } of letters) expect(clusters).toContain(cluster);
    }
    expect(partiesOn(await list("?cluster=2"))).toEqual([]);
  });

  test("its page says in each line which cluster it means, and to which it is narrowed", async () => {
    const page = async (narrow: string) =>
      (await api.get(`/v1/presidents-list${narrow}${narrow === "" ? "?" : "&"}format=html`, secretariat)).text;
    const everything = await page("");
    for (const cluster of [1, 4]) expect(everything).toContain(`<span>Experts, cluster ${cluster}: `);
    const fourth = await page("?cluster=4");
    expect(fourth).toContain("in Vienna, in cluster 4 alone: ");
    expect(fourth).toContain("<span>Experts, cluster 4: ");
    expect(fourth).not.toContain("cluster 1");
  });

  test("figures count it alone, each party's part too, and clusters sum up to all", async () => {
    const figures = async (narrow: string) => (await api.get(`/v1/figures/current${narrow}`, secretariat)).body;
    const expertsOf = ({ figures: all }: any) => all.find(({ figure }: any) => figure === "experts-missing");
    const ofParty = (body: any): number => expertsOf(body).parts.find(({ party }: any) => party === "DE")?.count ?? 0;
    const [both, first, fourth] = await Promise.all(["", "?cluster=1", "?cluster=4"].map(figures));
    expect([first.cluster, fourth.cluster, both.cluster]).toEqual([1, 4, undefined]);
    expect(expertsOf(first).total + expertsOf(fourth).total).toBe(expertsOf(both).total);
    expect(ofParty(first)).toBeGreaterThan(0);
    expect(ofParty(first) + ofParty(fourth)).toBe(ofParty(both));
    const listed = (await api.get("/v1/figures/current/experts-missing?cluster=4&party=DE", secretariat)).body;
    expect(listed.count).toBe(ofParty(fourth));
  });
});

describe("a letter about a mandate in reviews of two clusters", () => {
  test("is listed with both, whether it states its end or the work that its successor takes over", async () => {
    const { seats } = (await api.get("/v1/reviews/c1-DE", secretariat)).body;
    const [{ mandates }] = seats.filter(({ party }: any) => party === "DE");
    const [{ id: mandate }] = mandates.filter(({ role }: any) => role === "focal-point");
    const person = { ...personOf("DE", "focal-point"), name: "The next", email: "the.next@de.example.org" };
    const replaced = await api.request("POST", `/v1/parties/DE/mandates/${mandate}/replacement`, {
      as: secretariat,
      key: freshKey(),
      body: { person, ...byNote("DE", "2021-01-25") },
    });
    expect([replaced.status, replaced.problem]).toEqual([200, undefined]);
    await api.app.rest();
    for (const kind of ["mandate-ended", "handover"]) {
      const letters = (await itemsOf("/v1/letters?cluster=4")).filter((letter) => letter.kind === kind);
      expect(letters.map(({ clusters }) => [kind, clusters])).toEqual([[kind, [1, 4]]]);
    }
  });
});
