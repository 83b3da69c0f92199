import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answer } from "../harness/contract.ts";
import { drawnOutside } from "../fixtures/outside-drawings.ts";
import {
  addressOf,
  freshKey,
  missionOf,
  openTestApi,
  personOf,
  secondSecretariat,
  secretariat,
  type TestApi,
} from "../harness/test-api.ts";

/** One person who serves France and Sweden, and the mission of France as an observer: rights follow the capacity. */
let api: TestApi;
/** A review in which Sweden has a seat and France has none. */
const swedish = "c1-SE";
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
  for (const role of ["focal-point", "expert"] as const) expect((await api.name("FR", role)).status).toBe(201);
  await api.app.rest();
  expect((await api.get("/v1/me", expert)).status).toBe(200);
});
afterAll(() => api.close());

const expert = addressOf("FR", "expert");
/** Another address of the same person. */
const moved = "moved.expert@fr.example.org";
const name = (party: string, role: string, email: string, more: object = {}): Promise<Answer> =>
  api.request("POST", `/v1/parties/${party}/mandates`, {
    as: missionOf(party),
    key: freshKey(),
    body: { role, person: { ...personOf(party, "expert"), email }, ...more },
  });
const idsSeen = async (as: string): Promise<readonly string[]> =>
  (await api.pages("/v1/reviews", as, 50)).items.map(({ id }) => id);

const lettersTo = (to: string, subject: string): readonly string[] =>
  api.app.mailbox
    .find({ to, limit: 100 })
    .filter((mail) => mail.to.includes(to) && mail.subject.startsWith(subject))
    .map(({ text }) => text.replaceAll(/\s+/gu, " "));
/** The kinds of letters to people that the mission of a party finds in its list. */
const kindsListed = async (party: string): Promise<readonly string[]> =>
  (await api.pages(`/v1/letters?party=${party}`, missionOf(party), 100)).items.map(({ kind }) => kind);

describe("an expert of France that Sweden names as well", () => {
  test("is refused by name in a review in which both have a seat", async () => {
    const both = await name("SE", "expert", expert, { reviews: ["c1-FR"] });
    expect([both.status, both.problem, both.body.reviews]).toEqual([409, "serves-other-party", ["c1-FR"]]);
    expect((await idsSeen(expert)).includes(swedish)).toBe(false);
    await name("SE", "expert", "first.expert@se.example.org");
    const { items } = (await api.get("/v1/parties/SE/mandates", secretariat)).body;
    const [{ id }] = items.filter(({ role }: any) => role === "expert");
    const replaced = await api.request("POST", `/v1/parties/SE/mandates/${id}/replacement`, {
      as: missionOf("SE"),
      key: freshKey(),
      body: { person: { ...personOf("SE", "expert"), email: expert } },
    });
    expect([replaced.status, replaced.problem]).toEqual([409, "serves-other-party"]);
  });

  test("has to accept first: until then no mandate begins, and Sweden sees only its own input", async () => {
    const { id } = (await api.get("/v1/me", expert)).body;
    const offer = await name("SE", "expert", expert, { reviews: [swedish] });
    expect([offer.status, offer.body.awaitsAcceptance, offer.body.person, offer.body.reviews]).toEqual([
      201,
      true,
      undefined,
      [],
    ]);
    // A repetition, while it waits, is the same offer.
    expect((await name("SE", "expert", expert, { reviews: [swedish] })).body.mandate).toBe(offer.body.mandate);
    const offers = (await api.get("/v1/parties/SE/mandate-offers", missionOf("SE"))).body.items;
    expect(offers).toEqual([
      {
        mandate: offer.body.mandate,
        party: "SE",
        partyName: "Sweden",
        role: "expert",
        reviews: [swedish],
        offeredAt: expect.any(String),
      },
    ]);
    expect((await api.get(`/v1/parties/SE/people/${id}`, missionOf("SE"))).status).toBe(404);
    expect((await idsSeen(expert)).includes(swedish)).toBe(false);
    await api.app.rest();
    const letters = lettersTo(expert, "Mandate offered by Sweden: governmental expert");
    expect(letters.length).toBe(1);
    expect(letters[0]).toContain("The mandate begins when you accept it, and not before.");
    expect(lettersTo(missionOf("FR"), "Mandate")).toEqual([]);
  });

  test("may refuse, and Sweden may withdraw: no mandate begins, and the offer can be made again", async () => {
    const [offer] = (await api.get("/v1/me", expert)).body.mandateOffers;
    const refusal = `/v1/me/mandate-offers/${offer.mandate}/refusal`;
    const refused = await api.request("POST", refusal, { as: expert });
    expect([refused.status, refused.body.outcome]).toEqual([200, "refused"]);
    await api.expectRefusal(["POST", refusal, { as: expert }], { status: 409, problem: "unknown-offer" });
    await api.app.rest();
    const letters = lettersTo(missionOf("SE"), "Mandate refused: governmental expert of Sweden");
    expect([letters.length, letters[0]?.includes("fr.example.org")]).toEqual([1, false]);
    const again = await name("SE", "observer", expert, { reviews: [swedish] });
    const path = `/v1/parties/SE/mandate-offers/${again.body.mandate}/withdrawal`;
    await api.expectRefusal(["POST", path, { as: missionOf("FR"), body: {} }], { status: 403, problem: "not-yours" });
    const withdrawn = await api.request("POST", path, { as: missionOf("SE"), body: {} });
    expect([withdrawn.status, withdrawn.body.outcome]).toEqual([200, "withdrawn"]);
    expect((await api.get("/v1/me", expert)).body.mandateOffers).toEqual([]);
    expect((await api.get("/v1/parties/SE/mandate-offers", missionOf("SE"))).body.items).toEqual([]);
  });

  test("cannot take over from another person before accepting", async () => {
    const { items } = (await api.get("/v1/parties/SE/mandates", secretariat)).body;
    const [{ id, reviews }] = items.filter(({ role }: any) => role === "expert");
    const only = reviews.filter((review: string) => review === swedish);
    expect(only).toEqual([swedish]);
    const other = await name("SE", "observer", "other.observer@se.example.org", { reviews: [swedish] });
    const replaced = await api.request("POST", `/v1/parties/SE/mandates/${other.body.mandate}/replacement`, {
      as: missionOf("SE"),
      key: freshKey(),
      body: { person: { ...personOf("SE", "expert"), email: expert } },
    });
    expect([id !== undefined, replaced.status, replaced.problem]).toEqual([true, 409, "acceptance-needed"]);
  });

  test("serves both: reads the reviews of both, each for its party, and is the person that was known", async () => {
    const { id, person } = (await api.get("/v1/me", expert)).body;
    const named = await name("SE", "expert", expert, { reviews: [swedish] });
    const accepted = await api.request("POST", `/v1/me/mandate-offers/${named.body.mandate}/acceptance`, {
      as: expert,
    });
    expect([accepted.status, accepted.body.reviews.map((one: any) => one.id)]).toEqual([200, [swedish]]);
    await api.app.rest();
    for (const [mission, subject, words] of [
      ["SE", "Mandate accepted", "has accepted it. The mandate has begun."],
      ["FR", "Mandat accepté", "a accepté la fonction d’experte gouvernementale pour la Suède."],
    ] as const)
      expect(lettersTo(missionOf(mission), subject)).toEqual([expect.stringContaining(words)]);
    const me = (await api.get("/v1/me", expert)).body;
    expect(me.person).toEqual(person);
    expect(me.services.map(({ party, title }: any) => [party, title.split(":")[0]]).toSorted()).toEqual([
      ["FR", "Governmental expert (France)"],
      ["SE", "Governmental expert (Sweden)"],
    ]);
    expect(new Set(me.mandates.map(({ party }: any) => party))).toEqual(new Set(["FR", "SE"]));
    expect(await idsSeen(expert)).toEqual(expect.arrayContaining(["c1-FR", swedish]));
    const [obligation] = (await api.get(`/v1/obligations?party=SE&limit=1`, expert)).body.items;
    expect(obligation.review).toBe(swedish);
    const { seats } = (await api.get(`/v1/reviews/${swedish}`, expert)).body;
    expect(seats.find(({ party }: any) => party === "SE").mandates).toContainEqual(
      expect.objectContaining({ party: "SE", person: expect.objectContaining({ id }) }),
    );
    const again = await name("SE", "expert", expert, { reviews: [swedish] });
    expect([again.status, again.body.reviews]).toEqual([201, []]);
    const byId = await api.request("POST", "/v1/parties/SE/mandates", {
      as: missionOf("SE"),
      key: freshKey(),
      body: { role: "expert", person: { id }, reviews: [swedish] },
    });
    expect(byId.status).toBe(201);
  });

  test("is notified by one letter of the party, the role and the first day", async () => {
    const letters = lettersTo(expert, "You are named governmental expert (cluster 1) by a further party");
    expect(letters.length).toBe(1);
    expect(letters[0]).toContain("Sweden has named you governmental expert for the country review listed below");
    expect(letters[0]).toMatch(/Sweden \(code c1-SE\), cluster 1: Governmental expert, from \d{1,2} \w+ \d{4}/u);
    expect(letters[0]).toContain("In those listed you act for Sweden and for no other party");
    expect(lettersTo(missionOf("FR"), "You are named")).toEqual([]);
    expect(await kindsListed("FR")).not.toContain("further-nomination");
    expect((await kindsListed("SE")).filter((kind) => kind === "further-nomination").length).toBe(1);
  });

  test("finds the obligations of the reviews of both parties in one list, and of which party each is", async () => {
    const { items } = await api.pages("/v1/obligations", expert, 100);
    const reviews = new Set(items.map(({ review }) => review));
    expect([reviews.has("c1-GR"), reviews.has(swedish)]).toEqual([true, true]);
    expect(await idsSeen(expert)).toEqual(expect.arrayContaining([...reviews]));
    expect(items).toContainEqual(expect.objectContaining({ review: swedish, party: "SE", partyName: "Sweden" }));
    const ofFrance = await api.pages("/v1/obligations?party=FR&state=met", expert, 100);
    expect(ofFrance.items.every(({ party }) => party === "FR") && ofFrance.items.length > 0).toBe(true);
  });

  test("is corrected by the mission that registered them, by the person and by the secretariat, and by no other mission", async () => {
    const { id } = (await api.get("/v1/me", expert)).body;
    const correct = async (party: string, as: string, person: object) => {
      const path = `/v1/parties/${party}/people/${id}`;
      const match = (await api.get(path, as)).headers.get("etag") ?? "";
      return api.request("PATCH", path, { as, match, body: { person } });
    };
    const refused = await correct("SE", missionOf("SE"), { email: "taken.over@example.org" });
    expect([refused.status, refused.problem]).toEqual([409, "serves-two-parties"]);
    expect((await correct("FR", missionOf("FR"), { phone: "+33 1" })).body.person.phone).toBe("+33 1");
    expect((await correct("SE", expert, { phone: "+46 8" })).body.person.phone).toBe("+46 8");
    expect((await correct("FR", secretariat, { phone: null })).status).toBe(200);
  });

  test("hears of their corrections at either address, and neither mission finds them among its letters", async () => {
    const { id } = (await api.get("/v1/me", expert)).body;
    const correct = async (as: string, email: string) => {
      const path = `/v1/parties/SE/people/${id}`;
      const match = (await api.get(path, as)).headers.get("etag") ?? "";
      const answer = await api.request("PATCH", path, { as, match, body: { person: { email } } });
      expect([answer.status, answer.problem]).toEqual([200, undefined]);
      await api.app.rest();
    };
    await api.app.rest();
    const before = [await kindsListed("FR"), await kindsListed("SE")];
    await correct(expert, moved);
    expect(lettersTo(moved, "Your details were corrected").length).toBe(1);
    expect(lettersTo(expert, "Another e-mail address was recorded for you").length).toBe(1);
    const me = (await api.get("/v1/me", moved)).body;
    expect([me.id, new Set(me.mandates.map(({ party }: any) => party))]).toEqual([id, new Set(["FR", "SE"])]);
    expect((await api.get("/v1/me", expert)).problem).toBe("no-account");
    await correct(secretariat, expert);
    const corrected = (kinds: readonly string[]) => kinds.filter((kind) => kind === "person-corrected");
    expect([await kindsListed("FR"), await kindsListed("SE")].map(corrected)).toEqual(before.map(corrected));
  });

  test("reads nothing while their access is closed, whichever party they serve, and everything again after", async () => {
    const { id } = (await api.get("/v1/me", expert)).body;
    const post = async (what: string, body: object) => {
      const answer = await api.request("POST", `/v1/users/${id}/${what}`, { as: secretariat, body });
      expect([what, answer.status, answer.problem]).toEqual([what, 200, undefined]);
    };
    await post("closure", { reason: "compromised" });
    for (const review of ["c1-FR", swedish])
      expect((await api.get(`/v1/reviews/${review}`, expert)).problem).toBe("access-closed");
    const named = await name("SE", "expert", expert, { reviews: [swedish] });
    expect(named.problem).toBe("person-closed");
    await post("reopening", {});
    for (const review of ["c1-FR", swedish]) expect((await api.get(`/v1/reviews/${review}`, expert)).status).toBe(200);
  });

  test("serves the first in a review into which the second is drawn later, whose seat waits for another person", async () => {
    const french = (await api.get("/v1/parties/FR/mandates", expert)).body.items[0].reviews;
    const aggregates = await Promise.all(
      french.map(async (id: string) => (await api.get(`/v1/reviews/${id}`, expert)).body),
    );
    const seatsOf = ({ seats }: any): readonly string[] => seats.map(({ party }: any) => party);
    const { id, party } = aggregates.find((aggregate) => !seatsOf(aggregate).includes("SE"));
    const at = `/v1/reviews/${id}`;
    const seat = seatsOf(aggregates.find((aggregate) => aggregate.id === id)).find(
      (one) => ![party, "FR"].includes(one),
    );
    const request = { as: missionOf(party), body: { seat } };
    expect((await api.request("POST", `${at}/redraw-requests`, request)).status).toBe(200);
    const { instruments } = aggregates
      .find((aggregate) => aggregate.id === id)
      .seats.find((one: any) => one.party === seat);
    const drawn = await api.request("POST", `${at}/redraws`, {
      as: secretariat,
      key: freshKey(),
      body: { from: seat, drawn: drawnOutside("2020-12-01", "SE", instruments, party) },
    });
    expect([drawn.status, drawn.problem]).toEqual([201, undefined]);
    await api.app.rest();
    const review = (await api.get(at, expert)).body;
    const people = (of: string) => review.seats.find((one: any) => one.party === of).mandates;
    expect([people("FR").length > 0, people("SE")]).toEqual([true, []]);
    const pending = review.obligations.filter(({ party: of, state }: any) => of === "SE" && state === "open");
    expect(pending.map(({ kind }: any) => kind).slice(0, 2)).toEqual(["focal-point", "experts"]);
    const missing = await api.pages("/v1/missing-nominations?kind=experts", secretariat, 100);
    const ofSweden = missing.items.filter((one) => one.party === "SE");
    expect(ofSweden.map(({ review: of }) => of)).toContain(id);
    for (const more of [{}, { reviews: [id] }]) {
      const refused = await name("SE", "expert", expert, more);
      expect([refused.problem, refused.body.reviews]).toEqual(["serves-other-party", expect.arrayContaining([id])]);
    }
    expect(review.actions.filter((one: any) => one.party === "SE")).toEqual([]);
    const named = await name("SE", "expert", "another.expert@se.example.org", { reviews: [id] });
    expect(named.status).toBe(201);
    // Sweden's observers are shown to its own people, and here they are France's.
    const observers = ["here", "there"].map((where) => `observer.${where}@se.example.org`);
    for (const [place, email] of observers.entries())
      expect((await name("SE", "observer", email, { reviews: [[id], [swedish]][place] })).status).toBe(201);
    const listed = (await api.get("/v1/parties/SE/mandates", expert)).body.items.map(({ person }: any) => person.email);
    expect(observers.map((email) => listed.includes(email))).toEqual([false, true]);
    expect(JSON.stringify((await api.get(at, expert)).body)).not.toContain(observers[0]);
  });

  test("continues to serve the one when the mandates for the other have ended", async () => {
    const { items } = (await api.get("/v1/parties/FR/mandates", secretariat)).body;
    const { id } = items.find(({ person }: any) => person.email === expert);
    const removal = { as: missionOf("FR"), key: freshKey(), body: {} };
    expect((await api.request("POST", `/v1/parties/FR/mandates/${id}/removal`, removal)).status).toBe(200);
    expect(await idsSeen(expert)).toEqual([swedish]);
    expect((await api.get("/v1/parties", expert)).status).toBe(200);
    expect((await api.get("/v1/reviews/c1-FR", expert)).problem).toBe("not-found");
    const me = (await api.get("/v1/me", expert)).body;
    expect(me.services.map(({ party }: any) => party)).toEqual(["SE"]);
    await api.app.rest();
    const erasing = { as: secretariat, body: { reason: "asked-by-person", source: "letter" } };
    const erased = await api.request("POST", `/v1/users/${me.id}/erasure`, erasing);
    expect([erased.problem, erased.body.mandates.length]).toEqual(["erasure-blocked", 1]);
  });
});

describe("the mission's own address", () => {
  test("serves as an observer, who reads the whole review, and for nothing else", async () => {
    const mission = missionOf("FR");
    const seen = async () =>
      (await api.get("/v1/reviews/c1-GR", mission)).body.seats.filter(({ mandates }: any) => mandates !== undefined);
    const before = (await seen()).length;
    const { id } = (await api.get("/v1/me", mission)).body;
    for (const role of ["focal-point", "expert"]) {
      const refused = await name("FR", role, mission, { reviews: ["c1-GR"] });
      expect(refused.problem).toBe("address-in-use");
    }
    const named = await name("FR", "observer", mission, { reviews: ["c1-GR"] });
    expect([named.status, named.body.person]).toEqual([201, id]);
    const me = (await api.get("/v1/me", mission)).body;
    expect(me).toMatchObject({ role: "permanent-mission", services: [{ role: "observer", party: "FR" }] });
    expect((await seen()).length).toBeGreaterThan(before);
    // It keeps the rights of a mission, and an observer writes nothing.
    expect((await name("FR", "expert", "one.more@fr.example.org", { reviews: ["c1-GR"] })).status).toBe(201);
    expect((await name("SE", "observer", mission, { reviews: [swedish] })).problem).toBe("address-not-usable");
  });
});

describe("a person who is erased before they answer an offer", () => {
  test("leaves nothing that waits with the party that made it", async () => {
    const email = "leaving.observer@fr.example.org";
    const { body } = await name("FR", "observer", email, { reviews: ["c1-GR"] });
    await api.app.rest();
    const offer = await name("SE", "observer", email, { reviews: [swedish] });
    expect(offer.body.awaitsAcceptance).toBe(true);
    await api.app.rest();
    const removal = { as: missionOf("FR"), key: freshKey(), body: {} };
    expect((await api.request("POST", `/v1/parties/FR/mandates/${body.mandate}/removal`, removal)).status).toBe(200);
    await api.app.rest();
    await api.app.moveTo(api.app.clock.now() + 5 * 24 * 3_600_000);
    const path = `/v1/users/${body.person}/erasure`;
    const order = { as: secretariat, body: { reason: "asked-by-person", source: "letter" } };
    expect((await api.request("POST", path, order)).problem).toBeUndefined();
    expect(
      (await api.request("POST", `${path}/approval`, { as: secondSecretariat, body: {} })).problem,
    ).toBeUndefined();
    expect((await api.get("/v1/parties/SE/mandate-offers", missionOf("SE"))).body.items).toEqual([]);
    const entries = await api.pages("/v1/journal/party/SE", secretariat, 50);
    const closed = entries.items.flatMap(({ facts }: any) => facts).filter(({ kind }: any) => kind === "offer-closed");
    expect(closed.map(({ mandate }: any) => mandate)).toContain(offer.body.mandate);
  });
});
