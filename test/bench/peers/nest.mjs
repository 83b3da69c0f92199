import "reflect-metadata";
import { Controller, Get, Module, NotFoundException, Param, Req } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { ExpressAdapter } from "@nestjs/platform-express";
import express from "express";
import serverless from "serverless-http";
import { readReview, subOf } from "./read.mjs";

class Reviews {
  async get(request, id) {
    const review = await readReview(subOf(request.apiGateway.event), id);
    if (review === undefined) throw new NotFoundException();
    return review;
  }
}
// What the compiler makes of decorators.
Req()(Reviews.prototype, "get", 0);
Param("reviewId")(Reviews.prototype, "get", 1);
Get(":reviewId")(Reviews.prototype, "get", Object.getOwnPropertyDescriptor(Reviews.prototype, "get"));
Controller("v1/reviews")(Reviews);
class App {}
Module({ controllers: [Reviews] })(App);

let answer;
const start = async () => {
  const server = express();
  const app = await NestFactory.create(App, new ExpressAdapter(server), { logger: false });
  await app.init();
  return serverless(server, {
    request: (request, event) => {
      request.apiGateway = { event };
    },
  });
};
export const handler = async (event, context) => (await (answer ??= start()))(event, context);
