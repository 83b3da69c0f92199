import type { Addressee, PreviewedAddressee } from "../../schemas/model/addressee.ts";
import type { BulletinWording } from "../../schemas/model/bulletin.ts";
import type { BulletinId, Hash } from "../../schemas/base/ids.ts";
import { hashOf } from "../base/hash.ts";
import { wordsOf } from "./languages.ts";

/** So many recipients stand on a page: one message, one item. */
const pageSize = 100;

/** Recipients in pages, in their order. */
export const pagesOf = <One extends Addressee | PreviewedAddressee>(
  addressees: readonly One[],
): readonly (readonly One[])[] =>
  Array.from({ length: Math.ceil(addressees.length / pageSize) }, (_, page) =>
    addressees.slice(page * pageSize, (page + 1) * pageSize),
  );

/** On which page, and where on it, the recipient of a number stands; both numbers as they are counted, page from 1, place from 0. */
export const placeOf = (number: number): { readonly page: number; readonly place: number } => ({
  page: Math.floor(number / pageSize) + 1,
  place: number % pageSize,
});

/**
 * What an order quotes: the audience that was asked for, the texts with the order of fallback, where they are stored, and
 * every recipient with the reason. A letter is in the language that its reader reads when it leaves, so that stands not in it.
 */
export const previewHash = (wording: BulletinWording, addressees: readonly Addressee[]): Hash => {
  const { audience, stored } = wording;
  return hashOf({ audience, ...wordsOf(wording), ...(stored === undefined ? {} : { stored }), addressees });
};

/** What the same is quoted by once a bulletin was ordered of it: each order has a preview of its own. */
export const hashAfterOrder = (preview: Hash, order: BulletinId): Hash => hashOf([preview, order]);
