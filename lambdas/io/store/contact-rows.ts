import * as z from "zod";
import { FollowUp } from "../../../schemas/model/follow-up.ts";
import { type WireItem, fromItem } from "./attributes.ts";
import { assertRow } from "./row.ts";

const ContactRow = z.object({ contact: FollowUp });
/** Returns a contact from its item. Throws a TypeError on a row of another kind. */
export const readContact = (item: WireItem): FollowUp => {
  const row = fromItem(item);
  assertRow(ContactRow, row, "contact");
  return row.contact;
};
