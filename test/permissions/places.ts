import { defined } from "../../schemas/base/defined.ts";
import { Language } from "../../schemas/base/values.ts";
import { drawnOutside } from "../fixtures/outside-drawings.ts";
import { dayOf, readInstant } from "../../domain/base/time.ts";
import { type Life, lifeOf, type LifeApi } from "../fixtures/review-life.ts";
import { addressOf, freshKey, missionOf, personOf, secretariat, startGroup } from "../harness/test-api.ts";
import * as who from "./people.ts";
import { type One, people, review, type Scene } from "./people.ts";

/** The parts of the review in a scene that requests need. */
export interface Place {
  readonly scene: Scene;
  readonly life: Life;
  /** The day in Vienna. */
  readonly today: string;
  /** Versions of the parties. */
  readonly versions: Readonly<Record<string, number>>;
  readonly missions: Readonly<Record<string, unknown>>;
  /** The mandate of each party's expert. */
  readonly experts: Readonly<Record<string, string>>;
  /** Delegates of the parties, by their address. */
  readonly people: Readonly<Record<string, { readonly id: string; readonly version: number }>>;
  /** A letter to each party, if there is one. */
  readonly letters: Readonly<Record<string, string>>;
  /** The letter by which an address is suppressed. */
  readonly suppressed?: string;
  /** The drafts, by party. */
  readonly drafts: Readonly<Record<string, readonly { instrument: string; version: number }[]>>;
  /** A user who does nothing, to be closed and opened again. */
  readonly user: string;
  readonly userVersion: number;
  /** A cancelled bulletin, and the hash of a recent preview. */
  readonly bulletin: string;
  readonly preview: string;
}

/** A bulletin to one mission. */
export const bulletinDraft = {
  audience: { roles: ["mission"], parties: [who.outsider] },
  texts: Object.fromEntries(
    Language.options.map((language) => [language, { subject: "A meeting", body: "There will be a meeting." }]),
  ),
  fallback: ["en"],
};

/** The address of a user who does nothing. */
export const idlePresident = "idle.president@example.org";

/** The clarification that both reviewing parties request. */
const question = "What of article 5?";

const parties = [who.under, who.reviewer, who.additional, who.formerReviewer, who.outsider];

/** Reads the review as permitted callers may, and returns the values that requests need. */
const lookAround = async (api: LifeApi, life: Life, scene: Scene): Promise<Place> => {
  const read = async (path: string, as: string = secretariat) => (await api.get(path, as)).body;
  const each = async <Found>(find: (party: string) => Promise<Found | undefined>): Promise<Record<string, Found>> => {
    const found: Record<string, Found> = {};
    for (const party of parties) {
      const one = await find(party);
      if (one !== undefined) found[party] = one;
    }
    return found;
  };
  const answers = await read(life.at("/answers/drafts"), addressOf(who.under, "focal-point"));
  const feedback = await read(life.at("/feedback/drafts"), addressOf(who.reviewer, "focal-point"));
  const ofAdditional = await read(life.at("/feedback/drafts"), addressOf(who.additional, "focal-point"));
  const known: readonly { party: string; instrument: string; version: number }[] = [
    ...answers.items,
    ...feedback.items.filter(({ party }: { party: string }) => party === who.reviewer),
    ...ofAdditional.items.filter(({ party }: { party: string }) => party === who.additional),
  ];
  const presidents = (await read("/v1/users?role=president")).items;
  const delegates = await Promise.all(
    parties.map(async (party) => (await read(`/v1/users?party=${party}&role=delegate`)).items),
  );
  const idle = presidents.find(({ person }: any) => person.email === idlePresident);
  return {
    scene,
    life,
    today: dayOf(readInstant(api.app.clock.instant())),
    user: idle.id,
    userVersion: idle.version,
    versions: await each(async (party) => (await read(`/v1/parties/${party}`)).version),
    missions: await each(async (party) => (await read(`/v1/parties/${party}/mission`)).contacts),
    experts: await each(
      async (party) =>
        (await read(`/v1/parties/${party}/mandates`)).items.find(
          ({ person }: any) => person.email === addressOf(party, "expert"),
        )?.id,
    ),
    people: Object.fromEntries(delegates.flat().map(({ id, version, person }: any) => [person.email, { id, version }])),
    letters: await each(async (party) => (await read(`/v1/letters?party=${party}&limit=1`)).items[0]?.id),
    drafts: await each(async (party) =>
      known.filter((draft) => draft.party === party).map(({ instrument, version }) => ({ instrument, version })),
    ),
    bulletin: (await read("/v1/bulletins")).items[0]?.id,
    preview: (await api.request("POST", "/v1/bulletins/previews", { as: secretariat, body: bulletinDraft })).body.hash,
  };
};

/** Names people inside and outside the review before it starts; one seat is redrawn, and another redraw is requested. */
const givePeople = async (api: LifeApi): Promise<void> => {
  const must = async (method: string, path: string, as: string, body?: object): Promise<any> => {
    const answer = await api.request(method, path, { as, ...defined({ body }), key: freshKey() });
    if (answer.status >= 300) throw new Error(`${method} ${path} by ${as}: ${answer.text}`);
    return answer.body;
  };
  const name = (party: string, role: "focal-point" | "expert" | "observer", where = review, email?: string) =>
    must("POST", `/v1/parties/${party}/mandates`, missionOf(party), {
      role,
      person: { ...personOf(party, role), ...defined({ email }) },
      reviews: [where],
    });
  const replace = (party: string, mandate: string, email: string, more = {}) =>
    must("POST", `/v1/parties/${party}/mandates/${mandate}/replacement`, missionOf(party), {
      person: { ...personOf(party, "expert"), email },
      ...more,
    });

  await name(who.formerReviewer, "focal-point");
  await must("POST", `/v1/reviews/${review}/redraw-requests`, missionOf(who.under), { seat: who.formerReviewer });
  await must("POST", `/v1/reviews/${review}/redraws`, secretariat, {
    from: who.formerReviewer,
    drawn: drawnOutside(dayOf(readInstant(api.app.clock.instant())), who.newcomer, ["UNTOC", "TIP"], who.under),
  });
  await must("POST", `/v1/reviews/${review}/redraw-requests`, missionOf(who.under), { seat: who.reviewer });

  const former = await name(who.under, "focal-point", review, people["fp-ended"].as);
  await replace(who.under, former.mandate, addressOf(who.under, "focal-point"));
  await name(who.under, "focal-point");
  for (const party of [who.reviewer, who.additional]) await name(party, "focal-point");
  for (const party of [who.under, who.reviewer, who.additional, who.newcomer]) {
    const { mandate } = await name(party, "expert");
    // Ticked already wherever the grid ticks it: a repetition changes nothing.
    if (party === who.under) await must("POST", "/v1/nomination-checks", secretariat, { checks: [{ party, mandate }] });
  }
  for (const party of [who.under, who.reviewer, who.additional]) await name(party, "observer");
  for (const party of [who.under, who.reviewer]) {
    const second = await name(party, "expert", review, `second@${party.toLowerCase()}.example.org`);
    const successor = `successor@${party.toLowerCase()}.example.org`;
    await replace(party, second.mandate, successor, { effectiveOn: "2022-06-01" });
  }
  for (const role of ["focal-point", "expert", "observer"] as const) await name(who.outsider, role, who.outsiderReview);
  await name(who.under, "expert", who.otherReview, people["expert-elsewhere"].as);
  // This person serves another party elsewhere, and acts in their role here: rights follow the capacity.
  const { as: invited } = people["expert-reviewing"];
  const offer = async (): Promise<string> => (await name(who.outsider, "expert", who.outsiderReview, invited)).mandate;
  const own = "/v1/me/mandate-offers";
  const refused = await offer();
  // The account of the person is made by then.
  await api.app.rest();
  await must("POST", `${own}/${refused}/refusal`, invited);
  await must(
    "POST",
    `/v1/parties/${who.outsider}/mandate-offers/${await offer()}/withdrawal`,
    missionOf(who.outsider),
    {},
  );
  await must("POST", `${own}/${await offer()}/acceptance`, invited);
  // The mission itself as an observer.
  await name(who.outsider, "observer", who.outsiderReview, people["mission-uninvolved"].as);
  const person = { name: "A former President", email: idlePresident, language: "en" };
  await must("POST", "/v1/users", secretariat, { role: "president", person });
  const { hash } = await must("POST", "/v1/bulletins/previews", secretariat, bulletinDraft);
  const order = { preview: hash, sendAt: "2020-12-20T08:00:00.000Z" };
  const bulletin = await must("POST", "/v1/bulletins", secretariat, order);
  await must("POST", `/v1/bulletins/${bulletin.id}/cancellation`, secretariat);
  await api.app.rest();
};

/** Plays the review over the API, and stops in each scene. */
export async function* scenesOf(api: LifeApi): AsyncGenerator<Place> {
  await givePeople(api);
  const life = await lifeOf(api, review);
  const { fp, expert } = { fp: life.focalPoint, expert: life.expert };
  const at = async (scene: Scene): Promise<Place> => {
    await api.app.rest();
    // The first use of an invitation is recorded: no request in a scene is the first.
    for (const { as } of Object.values<One>(people)) if (as !== undefined) await api.get("/v1/me", as);
    return lookAround(api, life, scene);
  };
  const by = async (path: string, as: string, body?: object, more?: { key?: string }): Promise<void> => {
    const answer = await life.post(path, as, body, more);
    if (answer.status >= 300) throw new Error(`${path} by ${as}: ${answer.text}`);
  };
  const request = (party: string, text: string) => by("/clarifications", expert(party), { text }, { key: freshKey() });
  yield await at("scheduled");

  await startGroup(api);
  await life.days(3);
  yield await at("nomination");

  await api.name(who.newcomer, "focal-point", { reviews: [review] });
  await by("/consultation/meetings", fp(who.under), { meeting: "first", heldOn: "2020-12-04", mode: "in-person" });
  await by("/consultation/languages", secretariat, { languages: ["en", "fr"] });
  await life.days(3);
  yield await at("consultation");

  await life.conclude({ heldOn: undefined, languages: undefined });
  const source = { kind: "note-verbale", number: "NV 4/2020", date: "2020-12-06" };
  const onBehalfOf = { party: who.under, happenedOn: "2020-12-06", source };
  await by("/consultation/meetings", secretariat, {
    meeting: "further",
    heldOn: "2020-12-06",
    mode: "video",
    onBehalfOf,
  });
  await life.draftAnswers();
  yield await at("questionnaire");

  await life.submit();
  await request(who.reviewer, "What is to be answered?");
  await by("/clarifications/1/answer", fp(who.under), { text: "This." });
  await request(who.reviewer, "What is never answered?");
  await life.days(40);
  await by("/clarifications/2/closure", fp(who.reviewer));
  for (const party of [who.reviewer, who.additional]) await request(party, question);
  await life.days(40);
  for (const { party } of life.reviewers) await life.draftFeedback(party);
  yield await at("feedback");

  await by("/answers/return", secretariat, { reason: "Requested by its party" });
  yield await at("returned");

  // Answers and feedback by note verbale: a text, and only where the text is.
  const outside = (party: string) => ({
    onBehalfOf: {
      party,
      happenedOn: dayOf(readInstant(api.app.clock.instant())),
      source: { kind: "note-verbale", number: "7/2022", date: dayOf(readInstant(api.app.clock.instant())) },
    },
    reference: "CTOC/COP/2022/7",
  });
  const texts = [{ instrument: "UNTOC", text: "As it was handed in." }];
  await by("/answers/record", secretariat, { ...outside(who.under), texts });
  for (const number of [3, 4]) await by(`/clarifications/${number}/answer`, fp(who.under), { text: "It is in force." });
  await life.clearAll();
  await life.list();
  yield await at("observations");

  await by(`/feedback/${who.additional}/return`, secretariat, { reason: "Requested by its party" });
  yield await at("reopened");

  await by(`/feedback/${who.additional}/record`, secretariat, outside(who.additional));
  await life.agreeAll(1);
  yield await at("agreed");

  await life.publish(1);
  yield await at("concluded");

  await by("/answers/opening", secretariat);
  await by("/publication-consent", fp(who.under), { parts: ["answers"] });
  yield await at("opened");
}
