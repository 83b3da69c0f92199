import { attachList, attachTexts, hashesToReplace } from "../../domain/review/commands/attach-text.ts";
import type { Documents } from "../../domain/review/commands/questionnaire.ts";
import { freezeText } from "../../domain/review/frozen-text.ts";
import * as api from "../../schemas/api/endpoints/late-texts.ts";
import type { Instrument } from "../../schemas/base/values.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { commandReview } from "./review-commands.ts";
import { freezeList, refuseArticles, withTexts } from "./review-texts.ts";

/** Texts by instrument, frozen under their hashes. */
const freezeTexts = (texts: readonly { readonly instrument: Instrument; readonly text: string }[]) =>
  texts.map(({ instrument, text }) => ({ instrument, ...freezeText({ text }) }));

const attachTextRoute = (io: RouteIo): Route =>
  route(api.AttachText, io, (request) => {
    const { params, body, actor, now } = request;
    if (body.of === "list") refuseArticles(params.reviewId, body.items);
    return commandReview(io.store, params.reviewId, request, async (review) => {
      const stored = await io.store.documents(review.id, hashesToReplace(review, body));
      if (body.of === "list") {
        const list = freezeList(body);
        return withTexts(attachList(review, actor, { ...body, document: list.hash }, stored, now), review.id, list);
      }
      const texts = freezeTexts(body.texts);
      const documents: Documents = Object.fromEntries(texts.map(({ instrument, hash }) => [instrument, hash]));
      return withTexts(attachTexts(review, actor, { ...body, documents }, stored, now), review.id, ...texts);
    });
  });

/** Texts that arrive after their fact was recorded. */
export const lateTextRoutes = (io: RouteIo): readonly Route[] => [attachTextRoute(io)];
