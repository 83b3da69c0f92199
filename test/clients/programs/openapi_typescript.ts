/** Sends requests to a running system by openapi-fetch and generated types; prints the replies as JSON. */
import createClient from "openapi-fetch";
import type { components, paths } from "./generated.ts";

const { API: baseUrl = "", PARTY: partyId = "", REVIEW: reviewId = "", EMAIL = "", OTHER_EMAIL = "" } = process.env;
/** The type of JSON replies: lists are also available as tables. */
type Json = "application/json" | "application/problem+json";
const signedIn = (token: string | undefined) =>
  createClient<paths, Json>({ baseUrl, headers: { authorization: `Bearer ${token}` } });
const secretariat = signedIn(process.env.SECRETARIAT);
const mission = signedIn(process.env.MISSION);

const nominate = (email: string) => {
  const person: components["schemas"]["Nominee"] = { name: "Ada Muster", email, language: "en" };
  return mission.POST("/v1/parties/{partyId}/mandates", {
    params: { path: { partyId }, header: { "Idempotency-Key": crypto.randomUUID() } },
    body: { role: "focal-point", person },
  });
};

const { data: nomination } = await nominate(EMAIL);
const { error: refusal } = await nominate(OTHER_EMAIL);
if (nomination === undefined) throw new Error("A focal point was refused");
if (refusal === undefined || !("type" in refusal)) throw new Error("A second focal point was not refused");
const { data: me } = await secretariat.GET("/v1/me");
const { data: worklist } = await secretariat.GET("/v1/worklist", { params: { query: { limit: 200 } } });
const { data: reviews } = await secretariat.GET("/v1/reviews", { params: { query: { limit: 200 } } });
const { data: review } = await secretariat.GET("/v1/reviews/{reviewId}", { params: { path: { reviewId } } });
const query = { language: "fr" } as const;
const { data: party } = await secretariat.GET("/v1/parties/{partyId}", { params: { path: { partyId }, query } });
const { data: labels } = await secretariat.GET("/v1/labels", { params: { query } });
const { data: obligations } = await secretariat.GET("/v1/obligations", {
  params: { query: { review: reviewId, party: partyId } },
});
const { data: mandates } = await mission.GET("/v1/parties/{partyId}/mandates", { params: { path: { partyId } } });
const { data: journal } = await secretariat.GET("/v1/journal/{kind}/{id}", {
  params: { path: { kind: "review", id: reviewId } },
});

console.log(
  JSON.stringify({
    role: me?.role,
    worklist: worklist?.items.filter((item) => item.party === partyId).map(({ kind }) => kind),
    reviews: reviews?.items.map(({ id }) => id),
    stage: review?.stage,
    stageName: review === undefined ? undefined : labels?.stages[review.stage],
    partyName: party?.name,
    obligations: obligations?.items.map(({ kind, dueOn }) => `${kind} ${dueOn}`),
    mandates: mandates?.items.map(({ id }) => id),
    mandate: nomination.mandate,
    journal: journal?.items.map(({ facts }) => facts.map(({ kind }) => kind)),
    refusal: { type: refusal.type, status: refusal.status, detail: refusal.detail, reviews: refusal.reviews },
  }),
);
