import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { approveDenunciation, orderDenunciation } from "../../fixtures/denounce.ts";
import { type Life, lifeOf } from "../../fixtures/review-life.ts";
import { freshKey, missionOf, openTestApi, secretariat, type TestApi } from "../../harness/test-api.ts";
import { checkerFindings } from "../../harness/api-verification.ts";
import type { StackContents } from "../../harness/stack-contents.ts";

/** Germany, which is under review and reviews Sweden and Austria, denounces the Convention. */
let api: TestApi;
let kept: StackContents;
let own: Life;
let other: Life;
let preview: any;
const denunciation = { leftOn: "2020-12-14", document: "C.N.55.2020" };
const order = (more: object = {}) => orderDenunciation(api, "DE", { ...denunciation, ...more });
const previewNow = (as: string = secretariat) =>
  api.request("POST", "/v1/parties/DE/denunciation/previews", { as, body: denunciation });
const undo = (reason = "Another party was meant.") =>
  api.request("POST", "/v1/parties/DE/denunciation/reversal", { as: secretariat, key: freshKey(), body: { reason } });
const participation = async () => (await api.get("/v1/parties/DE", secretariat)).body.participation;
const readOrder = async (as: string = secretariat) => (await api.get("/v1/parties/DE", as)).body.denunciationOrdered;
const waitingOrders = async () =>
  (await api.get("/v1/worklist?kind=denunciation-to-approve", secretariat)).body.items.map(
    ({ id, party, actions }: any) => [id, party, actions.map(({ operationId }: any) => operationId)],
  );
const describeLetter = (kind: string, { party, user }: { party?: string; user?: string }) =>
  `${kind} to ${party ?? user ?? ""}`;

beforeAll(async () => {
  api = await openTestApi();
  kept = api.contents();
  await api.startGroup();
  own = await lifeOf(api, "c1-DE");
  other = await lifeOf(api, "c1-SE");
  for (const life of [own, other]) await life.nominate();
  await api.app.moveTo("2020-12-08T12:00:00.000Z");
  for (const life of [own, other]) await life.conclude();
  await api.app.moveTo("2020-12-14T12:00:00.000Z");
  await api.app.rest();
});
afterAll(async () => {
  kept.close();
  await api.close();
});

test("a preview changes nothing, and is only for the secretariat", async () => {
  const before = await api.storedRows();
  const previewed = await previewNow();
  expect([previewed.status, await api.changedSince(before)]).toEqual([200, []]);
  expect((await previewNow(missionOf("DE"))).problem).toBe("not-yours");
  expect(previewed.body.discontinued).toEqual([{ review: "c1-DE", cluster: 1, stage: "questionnaire" }]);
  expect(previewed.body.vacated.map(({ review }: any) => review)).toEqual(["c1-AT", "c1-SE"]);
  expect(previewed.body.withoutAddress).toEqual([]);
  preview = previewed.body;
});

describe("an order", () => {
  test("without the current preview is refused", async () => {
    const body = { ...denunciation, preview: "0".repeat(64) };
    const asking = { as: secretariat, key: freshKey(), body };
    await api.expectRefusal(["POST", "/v1/parties/DE/denunciation", asking], {
      status: 409,
      problem: "denunciation-preview-changed",
    });
  });

  test("waits for a second person, and only the secretariat sees it", async () => {
    const ordered = await order();
    expect([ordered.status, ordered.body.participation]).toEqual([200, "takes-part"]);
    await api.app.rest();
    expect(await readOrder()).toMatchObject({ ...denunciation, preview: preview.hash });
    expect(await readOrder(missionOf("SE"))).toBeUndefined();
    expect(await waitingOrders()).toEqual([
      ["DE", "DE", ["getParty", "previewDenunciation", "approveDenunciation", "reverseDenunciation"]],
    ]);
    expect((await own.read()).discontinuedOn).toBeUndefined();
    expect((await kept.letters()).filter(({ content }) => content.kind === "party-left")).toEqual([]);
  });

  test("is not approved by the officer who gave it", async () => {
    expect((await approveDenunciation(api, "DE", secretariat)).problem).toBe("second-person-needed");
    expect((await approveDenunciation(api, "DE", missionOf("DE"))).problem).toBe("not-yours");
    expect(await participation()).toBe("takes-part");
  });

  test("is withdrawn with a reason, and there is nothing to approve then", async () => {
    const withdrawn = await undo();
    expect([withdrawn.status, withdrawn.body.participation, await readOrder()]).toEqual([200, "takes-part", undefined]);
    expect((await approveDenunciation(api, "DE")).problem).toBe("denunciation-not-ordered");
    expect((await undo()).problem).toBe("no-denunciation");
    expect(await waitingOrders()).toEqual([]);
  });

  test("is not approved once a preview has another result", async () => {
    expect((await order()).status).toBe(200);
    const drawn = await other.post("/redraws", missionOf("DE"), { from: "DE" }, { key: freshKey() });
    expect(drawn.status).not.toBe(201);
    await own.submit();
    await api.app.rest();
    expect((await approveDenunciation(api, "DE")).problem).toBe("denunciation-preview-changed");
    expect(await participation()).toBe("takes-part");
    preview = (await previewNow()).body;
    expect(preview.discontinued).toEqual([{ review: "c1-DE", cluster: 1, stage: "feedback" }]);
  });
});

describe("an approval", () => {
  test("of two at once records the denunciation once", async () => {
    expect((await order()).status).toBe(200);
    const both = await Promise.all([approveDenunciation(api, "DE"), approveDenunciation(api, "DE")]);
    expect(both.map(({ status, problem }) => problem ?? status).toSorted()).toEqual([200, "denunciation-not-ordered"]);
    await api.app.rest();
    expect([await participation(), await readOrder()]).toEqual(["not-taking-part", undefined]);
  });

  test("has exactly the effects of the preview", async () => {
    const discontinued = (await api.pages("/v1/reviews", secretariat, 100)).items.filter(
      (review) => review.discontinuedOn !== undefined,
    );
    expect(discontinued.map(({ id }) => id)).toEqual(preview.discontinued.map(({ review }: any) => review));
    const { items } = await api.pages("/v1/worklist", secretariat, 200);
    const vacant = items.filter(({ blockedBy = [] }: any) =>
      blockedBy.some(({ why, party }: any) => why === "redraw-to-carry-out" && party === "DE"),
    );
    expect(vacant.map(({ review }: any) => review).toSorted()).toEqual(
      preview.vacated.map(({ review }: any) => review),
    );
    const letters = (await kept.letters()).filter(({ content }) =>
      ["party-left", "mandate-ended"].includes(content.kind),
    );
    const planned = letters.map(({ content, recipient }) => describeLetter(content.kind, recipient as object));
    const expected = preview.letters.map(({ kind, recipient }: any) => describeLetter(kind, recipient));
    expect(planned.toSorted()).toEqual(expected.toSorted());
    expect(planned.length).toBeGreaterThan(4);
  });

  test("and a redraw of a seat at once: one is first, and no seat is filled twice", async () => {
    expect((await undo("It was not the party.")).status).toBe(200);
    await api.app.rest();
    expect((await order()).status).toBe(200);
    const before = (await other.read()).seats.map(({ party }: any) => party);
    const requested = await other.post("/redraw-requests", missionOf("DE"), { seat: "DE" });
    // The request does not belong to the preview, and the redraw changes its content.
    expect(requested.problem ?? requested.status).toBe(200);
    const [approved, drawn] = await Promise.all([
      approveDenunciation(api, "DE"),
      other.post("/redraws", secretariat, { from: "DE" }, { key: freshKey() }),
    ]);
    await api.app.rest();
    const isFirst = approved.status === 200;
    expect([approved.problem, drawn.status]).toEqual([isFirst ? undefined : "denunciation-preview-changed", 201]);
    const { seats } = await other.read();
    const drawnNow = seats.filter(({ party }: any) => !before.includes(party));
    expect([drawnNow.length, seats.some(({ party }: any) => party === "DE")]).toEqual([1, false]);
    if (!isFirst) {
      // The order of another preview replaces the one that no longer holds.
      expect((await order()).status).toBe(200);
      expect((await approveDenunciation(api, "DE")).status).toBe(200);
    }
    await api.app.rest();
    expect((await own.read()).discontinuedOn).toBe("2020-12-14");
  });

  test("leaves nothing that the checker finds", async () => {
    await api.app.moveTo("2021-01-05T12:00:00.000Z");
    await api.sweep("full");
    await api.app.rest();
    expect(await checkerFindings(api)).toEqual([]);
  });
});
