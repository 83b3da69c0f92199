import { type Api, answerOf, makeIdempotencyKey } from "@review-mechanism/client";
import type { Me } from "@review-mechanism/client/api-types";
import { field, on, show } from "./page.ts";

/** A permanent mission nominates a focal point for all reviews in which its party has a seat. */
export const showNomination = (api: Api, { party: partyId }: Me): void => {
  if (partyId === undefined) return;
  show("nomination", true);
  let header = makeIdempotencyKey();
  // Another person is another request; the same one sent again, where no answer came, has one effect.
  for (const id of ["person-name", "person-email"])
    field(id).addEventListener("input", () => (header = makeIdempotencyKey()));
  on("nomination-form", "submit", async () => {
    const name = field("person-name").value;
    const person = { name, email: field("person-email").value, language: "en" } as const;
    const { body } = await answerOf(
      api.POST("/v1/parties/{partyId}/mandates", {
        params: { path: { partyId }, header },
        body: { role: "focal-point", person },
      }),
    );
    return `${name} is named in ${body.reviews.map(({ id }) => id).join(", ")}.`;
  });
};
