/** Sends requests to a running system by the packed client; prints the replies as JSON. */
import { answerOf, itemsOf, makeIdempotencyKey, openApi } from "@review-mechanism/client";
import { ApiProblem } from "@review-mechanism/client/problem";

const { API: baseUrl = "", PARTY: partyId = "", REVIEW: reviewId = "", EMAIL = "", OTHER_EMAIL = "" } = process.env;
const secretariat = openApi({ baseUrl, token: () => process.env.SECRETARIAT });
const mission = openApi({ baseUrl, token: () => process.env.MISSION });

const nominate = (email: string) =>
  answerOf(
    mission.POST("/v1/parties/{partyId}/mandates", {
      params: { path: { partyId }, header: makeIdempotencyKey() },
      body: { role: "focal-point", person: { name: "Ada Muster", email, language: "en" } },
    }),
  );

const nomination = await nominate(EMAIL);
const refusal: unknown = await nominate(OTHER_EMAIL).catch((error: unknown) => error);
if (!(refusal instanceof ApiProblem)) throw new Error("A second focal point was not refused");
const me = await answerOf(secretariat.GET("/v1/me"));
const worklist = await itemsOf((query) => secretariat.GET("/v1/worklist", { params: { query } }));
const reviews = await itemsOf((query) => secretariat.GET("/v1/reviews", { params: { query } }));
const review = await answerOf(secretariat.GET("/v1/reviews/{reviewId}", { params: { path: { reviewId } } }));
const french = { language: "fr" } as const;
const party = await answerOf(
  secretariat.GET("/v1/parties/{partyId}", { params: { path: { partyId }, query: french } }),
);
const labels = await answerOf(secretariat.GET("/v1/labels", { params: { query: french } }));
const obligations = await itemsOf((query) =>
  secretariat.GET("/v1/obligations", { params: { query: { ...query, review: reviewId, party: partyId } } }),
);
const mandates = await itemsOf((query) =>
  mission.GET("/v1/parties/{partyId}/mandates", { params: { path: { partyId }, query } }),
);
const path = { kind: "review", id: reviewId } as const;
const journal = await itemsOf((query) => secretariat.GET("/v1/journal/{kind}/{id}", { params: { path, query } }));

const { type, status, detail, reviews: refusedIn } = refusal.problem;
console.log(
  JSON.stringify({
    role: me.body.role,
    worklist: worklist.filter((item) => item.party === partyId).map(({ kind }) => kind),
    reviews: reviews.map(({ id }) => id),
    stage: review.body.stage,
    stageName: labels.body.stages[review.body.stage],
    partyName: party.body.name,
    obligations: obligations.map(({ kind, dueOn }) => `${kind} ${dueOn}`),
    mandates: mandates.map(({ id }) => id),
    mandate: nomination.body.mandate,
    journal: journal.map(({ facts }) => facts.map(({ kind }) => kind)),
    refusal: { type, status, detail, reviews: refusedIn },
  }),
);
