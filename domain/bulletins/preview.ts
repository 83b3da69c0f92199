import { defined } from "../../schemas/base/defined.ts";
import type { Addressee, PreviewedAddressee } from "../../schemas/model/addressee.ts";
import type { BulletinWording } from "../../schemas/model/bulletin.ts";
import type { BulletinId, Hash } from "../../schemas/base/ids.ts";
import { hashOf } from "../base/hash.ts";
import { wordsOf } from "./languages.ts";

/** Recipients on a page: one message, one item. */
const pageSize = 100;

/** Recipients in pages, in their order. */
export const pagesOf = <One extends Addressee | PreviewedAddressee>(
  addressees: readonly One[],
): readonly (readonly One[])[] =>
  Array.from({ length: Math.ceil(addressees.length / pageSize) }, (_, page) =>
    addressees.slice(page * pageSize, (page + 1) * pageSize),
  );

/** Returns the page, counted from 1, and the place on it, counted from 0, of the recipient with a number. */
export const placeOf = (number: number): { readonly page: number; readonly place: number } => ({
  page: Math.floor(number / pageSize) + 1,
  place: number % pageSize,
});

/**
 * Returns the hash that an order quotes: of the requested audience, the texts with their fallback, their stored
 * versions, and every recipient with the reason. It excludes the language of each letter, which is the reader's
 * language when the letter leaves.
 */
export const previewHash = (wording: BulletinWording, addressees: readonly Addressee[]): Hash => {
  const { audience, stored } = wording;
  return hashOf({ audience, ...wordsOf(wording), ...defined({ stored }), addressees });
};

/** Returns the hash of a preview after a bulletin was ordered from it: each order has a preview of its own. */
export const hashAfterOrder = (preview: Hash, order: BulletinId): Hash => hashOf([preview, order]);
