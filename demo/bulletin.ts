import { type Api, answerOf, makeIdempotencyKey, itemsOf } from "../client/client.ts";
import { ApiProblem } from "../client/problem.ts";
import type { BulletinDetails } from "../client/api-types.ts";
import type { GroupId } from "../schemas/base/ids.ts";

const subject = "Focal point of {{party}}";
const body = `The secretariat presents its compliments to the {{recipientName}}.

According to its records the nomination of a focal point is awaited in {{reviews}}. Until each party of a review has named one, the review cannot proceed.

A focal point can be named at any time, for all reviews in one step, at {{link}}. The secretariat is at the disposal of missions that wish to be briefed.`;

/**
 * Sends a bulletin to the missions of parties without a focal point. The secretariat reads the preview and orders it
 * unchanged, and a second officer approves if needed. Does nothing if all parties have named one.
 */
export const writeToMany = async (
  { secretariat, second }: { readonly secretariat: Api; readonly second: Api },
  group: GroupId,
  key: string,
): Promise<void> => {
  const audience = { roles: ["mission" as const], groups: [group], list: "focal-points-missing" as const };
  try {
    const preview = await answerOf(
      secretariat.POST("/v1/bulletins/previews", { body: { audience, text: { subject, body } } }),
    );
    const { body: ordered } = await answerOf(
      secretariat.POST("/v1/bulletins", {
        params: { header: makeIdempotencyKey(key) },
        body: { preview: preview.body.hash },
      }),
    );
    if (ordered.state !== "awaiting-approval") return;
    await answerOf(
      second.POST("/v1/bulletins/{bulletinId}/approval", { params: { path: { bulletinId: ordered.id } } }),
    );
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.kind !== "empty-audience") throw error;
  }
};

/** Returns the outcome of every bulletin. */
export const bulletinsOf = async (secretariat: Api): Promise<readonly BulletinDetails[]> => {
  const bulletins = await itemsOf((page) => secretariat.GET("/v1/bulletins", { params: { query: page } }));
  const found: BulletinDetails[] = [];
  for (const { id: bulletinId } of bulletins)
    found.push(
      (await answerOf(secretariat.GET("/v1/bulletins/{bulletinId}", { params: { path: { bulletinId } } }))).body,
    );
  return found;
};
