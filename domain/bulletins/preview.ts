import type { Addressee } from "../../schemas/model/addressee.ts";
import type { BulletinWording } from "../../schemas/model/bulletin.ts";
import type { BulletinId, Hash } from "../../schemas/base/ids.ts";
import { hashOf } from "../base/hash.ts";

/** So many recipients stand on a page: one message, one item. */
const pageSize = 100;

/** Recipients in pages, in their order. */
export const pagesOf = (addressees: readonly Addressee[]): readonly (readonly Addressee[])[] =>
  Array.from({ length: Math.ceil(addressees.length / pageSize) }, (_, page) =>
    addressees.slice(page * pageSize, (page + 1) * pageSize),
  );

/** On which page, and where on it, the recipient of a number stands; both numbers as they are counted, page from 1, place from 0. */
export const placeOf = (number: number): { readonly page: number; readonly place: number } => ({
  page: Math.floor(number / pageSize) + 1,
  place: number % pageSize,
});

/** What an order quotes: the audience that was asked for, the text, where it is stored, and every recipient with the reason. */
export const previewHash = ({ audience, text, stored }: BulletinWording, addressees: readonly Addressee[]): Hash =>
  hashOf({ audience, text, ...(stored === undefined ? {} : { stored }), addressees });

/** What the same is quoted by once a bulletin was ordered of it: each order has a preview of its own. */
export const hashAfterOrder = (preview: Hash, order: BulletinId): Hash => hashOf([preview, order]);
