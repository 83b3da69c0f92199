import { readReview, subOf } from "./read.mjs";

/** A plain function, built as NodejsFunction builds it. */
export const handler = async (event) => {
  const review = await readReview(subOf(event), event.pathParameters.reviewId);
  return {
    statusCode: review === undefined ? 404 : 200,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(review ?? {}),
  };
};
