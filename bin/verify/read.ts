import { type Api, answerOf, itemsOf, openApi } from "../../client/client.ts";
import type { components } from "../../client/api-types.ts";
import { ApiProblem } from "../../client/problem.ts";
import { monthsBetween } from "./calendar.ts";
import type { Mail } from "./mailbox.ts";
import { launch, stages } from "./rules.ts";

type Schemas = components["schemas"];
export type Entry = Schemas["JournalEntry"];
export type FeedEntry = Schemas["JournalFeedEntry"];
export type Aggregate = Schemas["JournalHead"];
/** Why a letter was sent or was not, with the letter. */
export type Explanation = Schemas["LetterExplanation"] & { readonly letter: Schemas["Letter"] };
export type Review = Schemas["Review"];
export type Party = Schemas["Party"];

/** Answers a request of the API. */
export type Send = (request: Request) => Promise<Response>;

/** Sends requests over HTTP to the system at an address. */
export const sendTo =
  (url: string): Send =>
  (request) => {
    const { pathname, search } = new URL(request.url);
    // A system may answer below a path.
    const below = new URL(url).pathname.replace(/\/$/u, "");
    return fetch(new Request(new URL(below + pathname + search, url), request));
  };

/** Maximum number of parallel requests; more would only wait for each other. */
const maxConcurrency = 8;

/** Calls a function for each item, a few in parallel, and returns the results in order. */
export const each = async <One, Answer>(
  ones: readonly One[],
  request: (one: One) => Promise<Answer>,
): Promise<readonly Answer[]> => {
  const answers: Answer[] = [];
  for (let from = 0; from < ones.length; from += maxConcurrency)
    answers.push(...(await Promise.all(ones.slice(from, from + maxConcurrency).map(request))));
  return answers;
};

/** Returns a client with a token, or a client for public requests without one. */
export const clientFor = (send: Send, token?: string): Api =>
  openApi({ baseUrl: "http://localhost", fetch: send, ...(token === undefined ? {} : { token: () => token }) });

const journalKinds = [
  "party",
  "group",
  "review",
  "user",
  "bulletin",
  "text",
  "contact-log",
  "phase",
  "import",
  "register-entry",
  "status-paper",
] as const;

const letterStates = [
  "planned",
  "claimed",
  "unknown",
  "accepted",
  "delivered",
  "bounced",
  "complained",
  "skipped",
  "failed",
  "settled",
] as const;

export const readFeed = async (api: Api, now: string): Promise<ReadonlyMap<string, readonly FeedEntry[]>> => {
  const months = monthsBetween(launch.slice(0, 7), now);
  const entries = await each(months, (month) =>
    itemsOf((page) => api.GET("/v1/journal", { params: { query: { month, ...page } } })),
  );
  return Map.groupBy(entries.flat(), ({ subject }) => subject);
};

export const readAggregates = async (api: Api): Promise<ReadonlyMap<string, Aggregate>> => {
  const aggregates = await each(journalKinds, async (kind) =>
    (await itemsOf((page) => api.GET("/v1/journal/{kind}", { params: { path: { kind }, query: page } }))).map(
      (aggregate): [string, Aggregate] => [`${kind}#${aggregate.id}`, aggregate],
    ),
  );
  return new Map(aggregates.flat());
};

/** An answer, or undefined where there is none of it. */
const unlessMissing = async <Answer>(answer: Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return undefined;
    throw error;
  }
};

/** The entries of a journal; none of one that is gone, though the feed or the list of aggregates still names it. */
export const readJournal = async (api: Api, subject: string): Promise<readonly Entry[]> => {
  const [name = "", id = ""] = subject.split("#");
  const kind = journalKinds.find((one) => one === name);
  if (kind === undefined) throw new Error(`${subject} names no journal`);
  const entries = itemsOf((page) =>
    api.GET("/v1/journal/{kind}/{id}", { params: { path: { kind, id }, query: page } }),
  );
  return (await unlessMissing(entries)) ?? [];
};

/** The content of the API as the secretariat reads it, with all mails. */
export interface Readings {
  readonly now: string;
  readonly feed: ReadonlyMap<string, readonly FeedEntry[]>;
  readonly aggregates: ReadonlyMap<string, Aggregate>;
  readonly parties: readonly Party[];
  readonly reviews: ReadonlyMap<string, Review>;
  /** Ids of reviews by the stage whose list they are on. */
  readonly stageLists: ReadonlyMap<string, readonly string[]>;
  readonly letters: readonly Explanation[];
  /** Letters of which the worklist says that a person has to find out whether they left. */
  readonly toSettle: ReadonlySet<string>;
  readonly missions: ReadonlyMap<string, Schemas["PermanentMission"]>;
  readonly mandates: ReadonlyMap<string, readonly Schemas["PartyMandate"][]>;
  readonly figures: readonly FigureReading[];
  readonly phases: readonly Schemas["Phase"][];
  readonly mails: readonly Mail[];
}

export interface FigureReading {
  readonly figure: Schemas["Figure"];
  readonly count: number;
  readonly members: readonly Schemas["FigureMember"][];
}

const readFigures = async (api: Api): Promise<readonly FigureReading[]> => {
  const { body } = await answerOf(api.GET("/v1/figures/current", { params: { query: {} } }));
  return each(body.figures, async (figure) => {
    const request = (page: { readonly limit: number; readonly cursor?: string }) =>
      api.GET("/v1/figures/current/{figure}", { params: { path: { figure: figure.figure }, query: page } });
    const members = await itemsOf(request);
    return { figure, count: (await answerOf(request({ limit: 1 }))).body.count, members };
  });
};

/** Every entry of the registers. */
export const readRegisters = (api: Api): Promise<readonly Schemas["RegisterEntry"][]> =>
  itemsOf((page) => api.GET("/v1/register-entries", { params: { query: page } }));

export type Progress = (done: number, what: string) => void;

/**
 * Returns the parties with a nomination at any time, and the reviews that ever started: others have nothing to read.
 */
const namedIn = (feed: Readings["feed"]) => {
  const parties = new Set<string>();
  const started = new Set<string>();
  for (const [subject, entries] of feed)
    for (const { facts } of entries)
      for (const { kind, ...fact } of facts) {
        if (kind === "mandate-began") parties.add(String(fact["party"]));
        if (kind === "review-started") started.add(subject.slice("review#".length));
      }
  return { parties: [...parties], started: [...started] };
};

const readLetters = async (api: Api): Promise<readonly Explanation[]> =>
  (
    await each(letterStates, (state) =>
      itemsOf((page) =>
        api.GET("/v1/letters", { params: { query: { state, include: "explanation" as const, ...page } } }),
      ),
    )
  )
    .flat()
    .flatMap(({ explanation, ...letter }) => (explanation === undefined ? [] : [{ ...explanation, letter }]));

/** Returns a letter as it was sent. */
export const readText = async (api: Api, letterId: string): Promise<Schemas["LetterText"]> => {
  const params = { path: { letterId }, query: { include: "text" as const } };
  const { body } = await answerOf(api.GET("/v1/letters/{letterId}", { params }));
  if (body.text === undefined) throw new Error(`Letter ${letterId} came without its text`);
  return body.text;
};

const readToSettle = async (api: Api): Promise<Readings["toSettle"]> => {
  const query = { kind: "letter-unknown" } as const;
  const items = await itemsOf((page) => api.GET("/v1/worklist", { params: { query: { ...query, ...page } } }));
  return new Set(items.flatMap(({ letter }) => letter ?? []));
};

const readMissions = async (api: Api, letters: readonly Explanation[]): Promise<Readings["missions"]> => {
  const parties = new Set(letters.flatMap(({ letter }) => letter.party ?? []));
  const missions = await each([...parties], async (partyId) => {
    const answer = await answerOf(api.GET("/v1/parties/{partyId}/mission", { params: { path: { partyId } } }));
    return [partyId, answer.body] as const;
  });
  return new Map(missions);
};

const readMandates = async (api: Api, parties: readonly string[]): Promise<Readings["mandates"]> => {
  const mandates = await each(parties, async (partyId) => {
    const params = { path: { partyId } };
    const items = await itemsOf((page) =>
      api.GET("/v1/parties/{partyId}/mandates", { params: { ...params, query: page } }),
    );
    return [partyId, items] as const;
  });
  return new Map(mandates);
};

const readReviews = async (api: Api, ids: readonly string[]): Promise<Readings["reviews"]> => {
  const reviews = await each(ids, async (id) => {
    const path = { reviewId: id };
    const answer = await unlessMissing(answerOf(api.GET("/v1/reviews/{reviewId}", { params: { path } })));
    return answer === undefined ? [] : [[id, answer.body] as const];
  });
  return new Map(reviews.flat());
};

const readStages = async (api: Api): Promise<Readings["stageLists"]> => {
  const lists = await each(stages, async (stage) => {
    const items = await itemsOf((page) => api.GET("/v1/reviews", { params: { query: { stage, ...page } } }));
    return [stage, items.map(({ id }) => id)] as const;
  });
  return new Map(lists);
};

/** Reads the whole system, at rest, in the order in which parts build on each other. */
export const readSystem = async (
  api: Api,
  now: string,
  mails: () => Promise<readonly Mail[]>,
  progress: Progress,
): Promise<Readings> => {
  progress(0, "journal");
  const [feed, aggregates] = [await readFeed(api, now), await readAggregates(api)];
  const named = namedIn(feed);
  progress(0.3, "letters");
  const [letters, toSettle] = [await readLetters(api), await readToSettle(api)];
  progress(0.6, "parties");
  const parties = await itemsOf((page) => api.GET("/v1/parties", { params: { query: page } }));
  const missions = await readMissions(api, letters);
  const mandates = await readMandates(api, named.parties);
  progress(0.8, "reviews");
  const [reviews, stageLists, figures] = [
    await readReviews(api, named.started),
    await readStages(api),
    await readFigures(api),
  ];
  const { items: phases } = (await answerOf(api.GET("/v1/phases"))).body;
  progress(0.9, "mails");
  const known = { now, feed, aggregates, parties, reviews, stageLists, letters, toSettle, missions, mandates, figures };
  return { ...known, phases, mails: await mails() };
};
