import { instantOf, later } from "../../../domain/base/time.ts";
import { type Permission, permissions, type Relation } from "../../../domain/review/permissions.ts";
import type { Endpoint } from "../../../schemas/api/endpoint.ts";
import type { Json, Vocabulary } from "../../generators/values.ts";
import { Language } from "../../../schemas/base/values.ts";
import { entryOf } from "../../fixtures/register-entries.ts";
import { type Life, lifeOf } from "../../fixtures/review-life.ts";
import { freshKey, missionOf, president, type TestApi, secretariat } from "../../harness/test-api.ts";
import type { Rewind } from "../../harness/snapshots.ts";

/** The review that goes through all stages; its parties are the callers. */
const review = "c1-DE";

/** Moments in the life of the review at which the operations are requested, each with suitable values. */
const moments = ["named", "agreed-on-nothing", "answering", "answered", "listed", "agreed", "concluded"] as const;
type Moment = (typeof moments)[number];

/** The moment at which an operation can succeed, where it is not the first of the stages that the rights name. */
const momentOf: Readonly<Record<string, Moment>> = {
  getAnswers: "answered",
  getFeedback: "listed",
  returnAnswers: "answered",
  returnFeedback: "listed",
  publishObservations: "agreed",
  notifyDelay: "answering",
  correctReview: "answered",
  askRedraw: "answering",
  carryOutRedraw: "answering",
};
const momentOfStage: Readonly<Record<string, Moment>> = {
  scheduled: "named",
  nomination: "named",
  consultation: "agreed-on-nothing",
  questionnaire: "answering",
  feedback: "answered",
  observations: "listed",
  concluded: "concluded",
};

/** A system whose review can be restored to each moment of its life. */
export interface Stages {
  /** Restores a moment at which an operation can succeed, before each request that may have changed data. */
  readonly put: (endpoint: Endpoint) => Promise<void>;
  /** Returns the permitted callers of an operation; undefined for the public. */
  readonly callers: (endpoint: Endpoint) => readonly (string | undefined)[];
  readonly words: (endpoint: Endpoint) => Vocabulary;
  readonly close: () => void;
}

interface Kept {
  /** Restores the review alone, or with its parties, which a redraw changes. */
  readonly rewind: Rewind;
  readonly rewindParties: Rewind;
  readonly words: Vocabulary;
}

const hour = 3_600_000;
const dates = ["2020-12-01", "2020-12-02", "2020-12-15", "2021-01-10", "2021-01-15", "2021-05-01"];

/** Plays one review, and stores its moments. The first group must have started. */
export const stagesOf = async (api: TestApi): Promise<Stages> => {
  const ways = api.openSnapshots();
  const life = await lifeOf(api, review);
  const { under, reviewers, focalPoint, expert } = life;
  const parties = [under, ...reviewers.map(({ party }) => party)];
  const [reviewer = ""] = parties.slice(1);
  const kept = new Map<Moment, Kept>();
  const keep = async (moment: Moment, more: Vocabulary = {}): Promise<void> => {
    await api.app.rest();
    const { obligations, version } = await life.read();
    const open = obligations.filter(({ state }: { state: string }) => state === "open");
    const duties: readonly Json[] = open.map(({ id }: { id: string }) => id);
    const words = { obligationId: duties, ObligationId: duties, current: [version], ...more };
    const rewind = await ways.keep([`review#${review}`]);
    const rewindParties = await ways.keep(parties.map((party) => `party#${party}`));
    kept.set(moment, { rewind, rewindParties, words });
  };
  await live(api, life, keep);
  await api.app.rest();

  const { body: people } = await api.get(`/v1/parties/${under}/mandates`, secretariat);
  const { body: letters } = await api.get(`/v1/letters?party=${under}`, secretariat);
  const draft = {
    audience: { roles: ["mission"], parties: ["FR"] },
    text: { subject: "A meeting", body: "In Vienna." },
  };
  const { body: seen } = await api.request("POST", "/v1/bulletins/previews", { as: secretariat, body: draft });
  // Its letter bounces, so that there is an address to unsuppress.
  api.app.faults.add({ effect: "bounce", address: "mission@fr.example.org", times: 1 });
  const ordered = { as: secretariat, key: freshKey(), body: { preview: seen.hash } };
  const { body: bulletin } = await api.request("POST", "/v1/bulletins", ordered);
  // Another waits for its day, so that there is one to give up.
  const sendAt = later(instantOf(api.app.clock.now()), { hours: 30 * 24 });
  const ahead = { as: secretariat, key: freshKey(), body: { preview: seen.hash, sendAt } };
  const { body: planned } = await api.request("POST", "/v1/bulletins", ahead);
  const stored = { as: secretariat, body: draft.text, match: '"v0"' };
  await api.request("PUT", "/v1/texts/meeting", stored);
  // The sweep would stop the bulletin that bounced, and arm timers of the restored review. It runs now, and the
  // next run is an hour away, however slow the machine.
  await api.app.moveTo((Math.floor(api.app.clock.now() / hour) + 1) * hour + 60_000);
  await api.app.rest();
  const { body: suppressed } = await api.get("/v1/suppressed-addresses", secretariat);
  const marked: readonly Json[] = suppressed.items.map(({ letter }: { letter: string }) => letter);
  const training = { as: secretariat, key: freshKey(), body: entryOf["training-session"] };
  const { body: entry } = await api.request("POST", "/v1/register-entries", training);
  const order = { as: secretariat, key: freshKey(), body: { asAt: "2020-11-02" } };
  const { body: paper } = await api.request("POST", "/v1/reports/status", order);
  await api.app.rest();
  const ids = (list: readonly { id: string }[]): readonly string[] => list.map(({ id }) => id);
  const common: Vocabulary = {
    ReviewId: [review],
    GroupId: ["c1-g1", "c1-g2", "c1-g3"],
    PartyId: [...parties, "FR", "PW"],
    partyId: [under],
    UserId: people.items.map(({ person }: { person: { id: string } }) => person.id),
    all: [true, undefined],
    users: [undefined, people.items.map(({ person }: { person: { id: string } }) => person.id)],
    mandateId: ids(people.items),
    letterId: ids(letters.items),
    bulletinId: [bulletin.id, planned.id],
    entryId: [entry.id],
    paperId: [paper.id],
    textId: ["meeting"],
    stored: [undefined],
    hash: [seen.hash],
    preview: [seen.hash],
    Audience: [draft.audience],
    sendAt: [undefined],
    CalendarDate: dates,
    languages: [["en"], ["fr", "en"]],
    exception: [undefined],
    withoutMeeting: [undefined],
    clockStartsOn: [undefined],
    answersDueOn: [undefined],
    concludedOn: [undefined],
    heldOn: ["2020-12-01", "2020-12-02"],
    to: ["2020-12-01", "2020-12-02"],
    startedOn: ["2020-12-01"],
    namedOn: [undefined],
    reviews: [undefined, [review]],
    role: ["expert", "observer", "secretariat", "permanent-mission"],
    drawn: [undefined],
    dueOn: ["2021-07-01", "2021-12-31", "2021-06-02"],
    cluster: [1, 2, 3, 4],
    number: ["1"],
    asset: ["redoc.standalone.js"],
    // Cursors of a test's own are refused, which is to be seen now and then.
    cursor: [undefined],
    from: [reviewer],
    seat: parties.slice(1),
  };
  const ofReviewers: Vocabulary = { partyId: [reviewer], instrument: reviewers[0]?.instruments ?? [] };

  const ofPages: Vocabulary = {
    language: [...Language.options, "de"],
    page: ["pairings", "parties", "publications", "status", "nothing"],
    subject: ["c1-g1", "FR", review, "x".repeat(300)],
  };

  const byRelation: Readonly<Partial<Record<Relation, string>>> = {
    secretariat,
    president,
    mission: missionOf(under),
    "mission/under-review": missionOf(under),
    "focal-point": focalPoint(under),
    "focal-point/under-review": focalPoint(under),
    "focal-point/reviewing": focalPoint(reviewer),
    expert: expert(under),
    "expert/under-review": expert(under),
    "expert/reviewing": expert(reviewer),
    participant: expert(reviewer),
    self: focalPoint(under),
    registered: missionOf(under),
    "in-service": missionOf(under),
  };

  const momentFor = ({ id, action }: Endpoint): Moment => {
    const right: Permission = permissions[action];
    return momentOf[id] ?? momentOfStage[right.in?.find((stage) => stage !== "scheduled") ?? ""] ?? "answered";
  };
  return {
    put: async (endpoint) => {
      const moment = kept.get(momentFor(endpoint));
      await moment?.rewind();
      if (endpoint.action === "redraw.ask") await moment?.rewindParties();
      // The stream brings the restored rows to functions that write: later, and not for the next request.
      await api.app.rest();
    },
    callers: ({ action }) => {
      const { by }: Permission = permissions[action];
      if (by.includes("public")) return [undefined];
      return by.map((relation) => byRelation[relation]).filter((address) => address !== undefined);
    },
    words: (endpoint) => ({
      ...common,
      ...kept.get(momentFor(endpoint))?.words,
      ...(endpoint.path.includes("/feedback/") ? ofReviewers : {}),
      ...(endpoint.path.includes("/suppressed-addresses/") ? { letterId: marked } : {}),
      ...(endpoint.showsMissingByPage === true ? ofPages : {}),
    }),
    close: ways.close,
  };
};

type Keep = (moment: Moment, more?: Vocabulary) => Promise<void>;

const live = async (api: TestApi, life: Life, keep: Keep): Promise<void> => {
  const { reviewers, focalPoint, expert } = life;
  const [reviewer = ""] = reviewers.map(({ party }) => party);
  await keep("named");
  await life.nominate();
  await life.days(1);
  await keep("agreed-on-nothing");
  await life.conclude();
  await life.post("/redraw-requests", focalPoint(reviewer), { seat: reviewer });
  const drafts: Json = (await life.draftAnswers()).map((draft) => ({ ...draft }));
  await keep("answering", { drafts: [drafts] });
  await life.submit();
  await life.post("/clarifications", expert(reviewer), { text: "What of article 5?" }, { key: freshKey() });
  await life.days(40);
  const read: Json = (await life.draftFeedback(reviewer)).map((draft) => ({ ...draft }));
  await keep("answered", { drafts: [read] });
  await life.post("/clarifications/1/answer", focalPoint(life.under), { text: "It is in force." });
  await life.clearAll();
  const version = await life.list();
  await keep("listed", { version: [version] });
  await life.agreeAll(version);
  await keep("agreed", { version: [version] });
  await life.publish(version);
  await keep("concluded");
  expectStage(await life.read(), "concluded");
  await api.app.rest();
};

const expectStage = ({ stage }: { stage: string }, wanted: string): void => {
  if (stage !== wanted) throw new Error(`The review is in ${stage}, not in ${wanted}`);
};
