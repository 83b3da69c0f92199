import type { FigureMember, FigureMemberView } from "../../schemas/model/figures.ts";
import { dayOf, dueDate } from "../base/time.ts";

/** Returns a member of an indicator, as it is read: each due instant with its day in Vienna. */
export const figureMemberView = ({ dueAt, ...member }: FigureMember): FigureMemberView => ({
  ...member,
  ...dueDate(dueAt),
  ...(member.originalDueAt === undefined ? {} : { originalDueOn: dayOf(member.originalDueAt) }),
});
