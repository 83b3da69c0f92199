import * as z from "zod";
import { FollowUp } from "../../../../schemas/model/follow-up.ts";
import { WorkItem } from "../../../../schemas/model/work-item.ts";
import { fromItem, type WireItem } from "../attributes.ts";
import { assertRow, parseRow } from "./row.ts";

const ContactRow = z.object({ contact: FollowUp });
/** Returns a contact from its item. Throws a TypeError on a row of another kind. */
export const readContact = (item: WireItem): FollowUp => {
  const row = fromItem(item);
  assertRow(ContactRow, row, "contact");
  return row.contact;
};

const WorkRow = z.object({ work: WorkItem });
/** Returns an open task as its index lists it. Throws a TypeError on a row of another kind. */
export const readWork = (item: WireItem): WorkItem => {
  return parseRow(WorkRow, fromItem(item), "work").work;
};
