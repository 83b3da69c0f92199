import express from "express";
import serverless from "serverless-http";
import { readReview, subOf } from "./read.mjs";

const app = express();
app.use(express.json());
app.get("/v1/reviews/:reviewId", async (request, response) => {
  const review = await readReview(subOf(request.apiGateway.event), request.params.reviewId);
  response.status(review === undefined ? 404 : 200).json(review ?? {});
});
const answer = serverless(app, {
  request: (request, event) => {
    request.apiGateway = { event };
  },
});
export const handler = async (event, context) => answer(event, context);
