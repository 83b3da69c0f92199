import { Hono } from "hono";
import { handle } from "hono/aws-lambda";
import { readReview, subOf } from "./read.mjs";

const app = new Hono();
app.get("/v1/reviews/:reviewId", async (context) => {
  const review = await readReview(subOf(context.env.event), context.req.param("reviewId"));
  return review === undefined ? context.json({}, 404) : context.json(review);
});
export const handler = handle(app);
