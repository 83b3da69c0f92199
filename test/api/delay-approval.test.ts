import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { instantOf } from "../../domain/base/time.ts";
import type { StackContents } from "../harness/stack-contents.ts";
import { notifyPendingDelay } from "../fixtures/pending-delays.ts";
import { refusalsIn } from "./refusals/review-commands.ts";
import { missionOf, president, secretariat } from "../harness/test-api.ts";
import { type Story, storyOf } from "./lives/story.ts";

/** Ireland, reviewed by France and Chad, under the policy of today; what waits came to wait behind the API. */
let story: Story;
let kept: StackContents;
beforeAll(async () => {
  story = await storyOf("c1-IE");
  kept = story.api.contents();
  await story.nominate();
  await story.to("2020-12-10");
  await story.conclude();
  await story.readNewLetters();
});
afterAll(async () => {
  kept.close();
  await story.close();
});

const { post, refused, invalid, cases } = refusalsIn(() => story.api, "c1-IE");
const path = "/obligations/questionnaire:IE/delay";
const approving = (dueOn: string, as: string = secretariat) => post(`${path}/approval`, as, { dueOn });
const refusing = (dueOn: string, as: string = secretariat, reason = "The others wait") =>
  post(`${path}/refusal`, as, { dueOn, reason });
const duty = () => story.obligation("questionnaire:IE");
const toApprove = async (more = "") =>
  (await story.api.get(`/v1/worklist?kind=delay-to-approve${more}`, secretariat)).body.items;
const rulings = async (as: string) =>
  (await story.actions(as)).filter((action) => /^delay\.(?:approve|refuse)$/u.test(action));
const waits = async (dueOn: string): Promise<void> => {
  const { body } = await story.api.get("/v1/me", missionOf("IE"));
  const by = { id: body.id, role: "permanent-mission", party: body.party } as const;
  const now = instantOf(story.api.app.clock.now());
  await notifyPendingDelay({ store: kept.store, review: "c1-IE", by, now }, "questionnaire:IE", dueOn);
  await story.api.app.rest();
};

describe("while no approval is asked for", () => {
  test("a delay that is told of moves the date, and nothing waits", async () => {
    const delayNotice = await story.post(path, missionOf("IE"), { dueOn: "2021-06-20", reason: "translation" });
    expect(delayNotice.status).toBe(200);
    expect(await duty()).toMatchObject({ dueAt: "2021-06-20T21:59:59.999Z", generation: 2 });
    expect([(await duty()).delayAsked, await toApprove(), await rulings(secretariat)]).toEqual([undefined, [], []]);
    expect(await story.readNewLetters()).toHaveLength(6);
  });

  cases([
    ["an approval of what has moved", () => approving("2021-06-20"), "no-delay-waiting"],
    ["a refusal of what has moved", () => refusing("2021-06-20"), "no-delay-waiting"],
    [
      "an approval for a duty that nobody owes",
      () => post("/obligations/feedback:FR/delay/approval", secretariat, { dueOn: "2021-06-20" }),
      "unknown-obligation",
    ],
    ["an approval by the party", () => approving("2021-06-20", missionOf("IE")), "not-yours"],
    ["an approval by the President", () => approving("2021-06-20", president), "not-yours"],
  ]);
});

describe("a delay that waits", () => {
  beforeAll(() => waits("2021-08-31"));

  test("is shown to its party, to those who review and to the secretariat, which alone may rule on it", async () => {
    for (const as of [missionOf("IE"), story.focalPoint("FR"), secretariat])
      expect((await story.read(as)).obligations.find(({ id }: any) => id === "questionnaire:IE")).toMatchObject({
        dueAt: "2021-06-20T21:59:59.999Z",
        delayAsked: { dueOn: "2021-08-31", reason: "clearance", beyondRules: true },
      });
    expect((await story.read(missionOf("FR"))).obligations.filter(({ party }: any) => party === "IE")).toEqual([]);
    expect(await rulings(secretariat)).toEqual(["delay.approve", "delay.refuse"]);
    expect(await rulings(story.focalPoint("IE"))).toEqual([]);
    expect(await story.readNewLetters()).toEqual([]);
  });

  test("is on the worklist of the review's officer", async () => {
    const { body: officer } = await story.api.get("/v1/me", secretariat);
    expect(await toApprove(`&officer=${officer.id}`)).toEqual([]);
    const body = { officer: officer.id };
    await story.api.ask("PUT", "/v1/reviews/c1-IE/officer", { as: secretariat, body });
    const [item, ...others] = await toApprove(`&officer=${officer.id}`);
    expect([item.obligation, item.delay.dueOn, others]).toEqual(["questionnaire:IE", "2021-08-31", []]);
  });

  cases([
    ["an approval of another day", () => approving("2021-09-30"), "no-delay-waiting", { waiting: "2021-08-31" }],
    ["a refusal of another day", () => refusing("2021-09-30"), "no-delay-waiting", { waiting: "2021-08-31" }],
    ["an approval by its focal point", () => approving("2021-08-31", story.focalPoint("IE")), "not-yours"],
    ["a refusal by a reviewer", () => refusing("2021-08-31", story.focalPoint("FR")), "not-yours"],
    ["a refusal by a stranger", () => refusing("2021-08-31", missionOf("SE")), "not-yours"],
  ]);

  test("is neither approved nor refused by a body that does not fit, or on a version that is old", async () => {
    await invalid(post(`${path}/approval`, secretariat, {}), { pointer: "#/dueOn" });
    await invalid(post(`${path}/approval`, secretariat, { dueOn: "2021-02-30" }), { pointer: "#/dueOn" });
    await invalid(post(`${path}/refusal`, secretariat, { dueOn: "2021-08-31" }), { pointer: "#/reason" });
    await invalid(refusing("2021-08-31", secretariat, " "), { pointer: "#/reason" });
    for (const [method, target, asking] of [approving("2021-08-31"), refusing("2021-08-31")])
      await refused([method, target, { ...asking, match: '"v1"' }], "stale-version");
  });

  test("is refused once for one key, and its party is told why", async () => {
    const { version } = await story.read();
    const [method, target, asking] = refusing("2021-08-31");
    const call = [method, target, { ...asking, match: `"v${version}"` }] as const;
    const first = await story.api.ask(...call);
    const again = await story.api.ask(...call);
    expect([first.status, again.text, (await story.read()).version]).toEqual([200, first.text, version + 1]);
    const other = { ...asking, match: `"v${version}"`, body: { dueOn: "2021-08-31", reason: "Another" } };
    await refused([method, target, other], "key-reused");
    await refused(refusing("2021-08-31"), "no-delay-waiting");
    expect(await duty()).toMatchObject({
      dueAt: "2021-06-20T21:59:59.999Z",
      delayRefused: { dueOn: "2021-08-31", reason: "The others wait" },
    });
    expect(await story.readNewLetters()).toEqual(["delay-refused to focal-point@ie", "delay-refused to mission@ie"]);
    const { items } = (await story.api.get(story.at("/notices?limit=200"), missionOf("IE"))).body;
    const refusals = items.filter(({ kind }: any) => kind === "delay-refused");
    expect(refusals.map(({ obligation }: any) => obligation)).toEqual(["questionnaire:IE", "questionnaire:IE"]);
    expect(await toApprove()).toEqual([]);
  });

  test("is approved once for one key: the date moves, and all parties are told", async () => {
    await waits("2021-09-30");
    const call = approving("2021-09-30");
    const [first, again] = [await story.api.ask(...call), await story.api.ask(...call)];
    expect([first.status, again.text]).toEqual([200, first.text]);
    expect(await duty()).toMatchObject({
      dueAt: "2021-09-30T21:59:59.999Z",
      originalDueAt: "2021-06-10T21:59:59.999Z",
      generation: 3,
      delayReason: "clearance",
      beyondRules: true,
    });
    const parties = ["fr", "ie", "td"].flatMap((party) => [`focal-point@${party}`, `mission@${party}`]);
    expect(await story.readNewLetters()).toEqual(parties.map((to) => `delay-notified to ${to}`).toSorted());
    await refused(approving("2021-09-30"), "no-delay-waiting");
    const { items } = await story.api.pages(story.at("/journal"), secretariat, 100);
    const facts = items.flatMap((entry) => entry.facts.map(({ kind }: { kind: string }) => kind));
    expect(facts.filter((kind) => kind.startsWith("delay-"))).toEqual([
      "delay-notified",
      "delay-asked",
      "delay-refused",
      "delay-asked",
      "delay-approved",
    ]);
  });

  test("is approved no more once the answers are in; and every promise is kept", async () => {
    await waits("2021-10-31");
    expect(await toApprove()).toHaveLength(1);
    await story.submit();
    await refused(approving("2021-10-31"), "no-delay-waiting");
    await refused(refusing("2021-10-31"), "no-delay-waiting");
    expect(await toApprove()).toEqual([]);
    await story.readNewLetters();
    await story.holds();
  });

  test("both operations have answered with success", () => {
    for (const operation of ["approveDelay", "refuseDelay"]) expect(story.api.succeededOperations).toContain(operation);
  });
});
