import type { FigureMember, FigureMemberView } from "../../schemas/model/figures.ts";
import { dayOf, dueDate } from "../base/time.ts";

/** What a figure counts, as it is read: each due instant beside its day in Vienna. */
export const figureMemberView = ({ dueAt, ...member }: FigureMember): FigureMemberView => ({
  ...member,
  ...dueDate(dueAt),
  ...(member.originalDueAt === undefined ? {} : { originalDueOn: dayOf(member.originalDueAt) }),
});
