import pMap from "p-map";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import { idRangeOf } from "../../domain/base/cycles.ts";
import type { Decision } from "../../domain/base/decision.ts";
import { refuse, type Refused } from "../../domain/base/decision.ts";
import { dayOf } from "../../domain/base/time.ts";
import { previewStart, type StartPreview } from "../../domain/letters/start-preview.ts";
import { reverseGroupStart } from "../../domain/parties/groups.ts";
import { beginStartCheck, needsStartCheck } from "../../domain/parties/check-group-start.ts";
import { approveGroupStart, orderGroupStart, withdrawStartOrder } from "../../domain/parties/order-group-start.ts";
import { approveStartCorrection, orderStartCorrection } from "../../domain/parties/correct-group-start.ts";
import { previewResumption, type ResumptionPreview } from "../../domain/letters/release-letters.ts";
import { resumeGroup } from "../../domain/parties/resume-group.ts";
import { refuseStartBehindActs } from "../../domain/review/commands/correct-group-start.ts";
import { firstActSinceStart } from "../../domain/review/commands/undo-start.ts";
import { groupView, resumptionPreviewView, startPreviewView } from "../../domain/views/groups.ts";
import * as api from "../../schemas/api/endpoints/groups.ts";
import type { GroupId, PartyId, UserId } from "../../schemas/base/ids.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import type { Group } from "../../schemas/model/group.ts";
import type { GroupView } from "../../schemas/views/group.ts";
import type { AnyChange } from "../io/ports/commit.ts";
import type { Store } from "../io/ports/store.ts";
import {
  changeOf,
  type CommandDecision,
  commandOn,
  decidedOnVersion,
  executeOnAggregate,
} from "../commands/execute-command.ts";
import { TooManyConflicts } from "../commands/outcomes.ts";
import { attemptUpTo } from "../io/attempts.ts";
import { all } from "../io/pages.ts";
import { secondPersonAsRead } from "../commands/second-person.ts";
import { isRefused } from "../shell/http/problem.ts";
import type { Answer } from "../shell/http/answer.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";

/** Groups of reviews, as registered users read them. */
export const groupRoutes = (io: RouteIo): readonly Route[] => [
  route(api.ListGroups, io, async ({ query, cursors, now }) => {
    const paging = await cursors.page(query);
    const page = await io.store.list("group", { ...paging, ids: idRangeOf(query) });
    const items = page.items.map((group) => groupView(group, dayOf(now)));
    return { reply: { items, ...(await cursors.seal(page.next)) } };
  }),

  route(api.GetGroup, io, async ({ params, now }) => {
    const group = await io.store.load("group", params.groupId);
    return group === undefined ? refuse("not-found") : { reply: groupView(group, dayOf(now)), version: group.version };
  }),
];

/** Returns the effects of a group's start on a day, from the current reviews and missions. */
const countStart = async (
  store: Pick<Store, "loadMany" | "missions">,
  group: Group,
  startedOn: CalendarDate,
  now: Instant,
): Promise<StartPreview | Refused> => {
  const reviews = (await store.loadMany("review", group.reviews)).map(({ state }) => state);
  const parties = [...new Set(reviews.flatMap(({ seats }) => Object.values(seats).map(({ party }) => party)))];
  const [missions, underReview] = await Promise.all([
    store.missions(parties),
    store.loadMany(
      "party",
      reviews.map(({ party }) => party),
    ),
  ]);
  const reachable: ReadonlySet<PartyId> = new Set(missions.keys());
  const known = { reviews, parties: underReview.map(({ state }) => state), reachable };
  const counted = previewStart(group, known, startedOn, now);
  return counted.ok ? counted.preview : counted;
};

type GroupOutcome = Refused | CommandDecision<Answer<GroupView>>;

/** The decision of a command on a group, and the users that must be unchanged for it. */
interface GroupDecision {
  readonly decision: Decision;
  readonly asRead?: readonly AnyChange[];
}

interface GroupCommand {
  readonly id: GroupId;
  readonly by: UserId;
  readonly now: Instant;
  /** The version that the caller decided on, where the request names one. */
  readonly ifMatch: number | undefined;
  readonly decide: (group: Group) => Promise<GroupDecision>;
}

/** The versions of a group that a command has written itself. */
interface OwnVersions {
  count: number;
}

/** The number of attempts to read the reviews of a group while other commands record facts in them. */
const checks = 5;

/**
 * Executes a decision on the current group. A decision that changes the start of all reviews is repeated after the
 * group is marked as being checked. From then on, each fact in a review also changes the group, so that one of the two
 * commands is first, for any number of reviews.
 */
const decideOnGroup = (
  store: RouteIo["store"],
  { id, by, now, ifMatch, decide }: GroupCommand,
  ownVersions: OwnVersions,
) =>
  attemptUpTo(checks, async () => {
    const aggregate = await store.load("group", id);
    if (aggregate === undefined) return refuse("not-found");
    if (ifMatch !== undefined) decidedOnVersion(aggregate, ifMatch + ownVersions.count);
    const decided = await decide(aggregate.state);
    if (!needsStartCheck(decided.decision) || aggregate.state.startBeingChecked === true)
      return { aggregate, ...decided };
    const begin = (group: Group) => beginStartCheck(group, now);
    const mark = await executeOnAggregate(store)({ kind: "group", id, by, now, decide: begin });
    if ("changes" in mark) ownVersions.count += mark.changes.length;
    return undefined;
  });

/** Returns a command on a group, which is decided again after a lost race. */
const commandGroup = ({ store }: RouteIo, command: GroupCommand): (() => Promise<GroupOutcome>) => {
  const ownVersions: OwnVersions = { count: 0 };
  return async () => {
    const decided = await decideOnGroup(store, command, ownVersions);
    if (decided === undefined) throw new TooManyConflicts();
    if ("refusal" in decided) return decided;
    const { aggregate, decision, asRead } = decided;
    const replyOf = (group: Aggregate<"group">): Answer<GroupView> => {
      const reply = groupView(group, dayOf(command.now));
      // The order of a start was given up: the group is as it was before, and no work is left to follow.
      return { reply, version: group.version, ...(reply.work === undefined ? { status: 200 } : {}) };
    };
    const outcome = commandOn(aggregate, decision, replyOf, { mustBeUnchanged: asRead });
    return isRefused(outcome) ? outcome : { ...outcome, ownVersions: ownVersions.count };
  };
};

const previewStartRoute = (io: RouteIo): Route =>
  route(api.PreviewGroupStart, io, async ({ params, body, now }) => {
    const aggregate = await io.store.load("group", params.groupId);
    if (aggregate === undefined) return refuse("not-found");
    const counted = await countStart(io.store, aggregate.state, body.startedOn, now);
    return isRefused(counted) ? counted : { reply: startPreviewView(aggregate.state, counted) };
  });

const startRoute = (io: RouteIo): Route =>
  route(api.StartGroup, io, async ({ params, body, actor, now, change, ifMatch }) => {
    const decide = async (group: Group): Promise<GroupDecision> => {
      const order = { ...body, orderedBy: actor.id };
      const counted = await countStart(io.store, group, body.startedOn, now);
      return { decision: orderGroupStart(group, order, counted, now) };
    };
    return change(commandGroup(io, { id: params.groupId, by: actor.id, now, ifMatch, decide }));
  });

/** Returns the reviews that a start created; none for a group that has not started. */
const startedReviews = (store: Pick<Store, "loadMany">, { state, reviews }: Group) =>
  state === "started" ? store.loadMany("review", reviews) : [];

/** Returns the reason why a group cannot have started on a day. */
const contradictionTo = async (
  store: Pick<Store, "loadMany">,
  group: Group,
  startedOn: CalendarDate,
  now: Instant,
): Promise<Refused | undefined> => {
  const reviews = (await startedReviews(store, group)).map(({ state }) => state);
  return refuseStartBehindActs(group, reviews, startedOn, now);
};

const approveStartRoute = (io: RouteIo): Route =>
  route(api.ApproveGroupStart, io, async ({ params, actor, now, change, ifMatch }) => {
    const decide = async (group: Group): Promise<GroupDecision> => {
      const { order, correctionOrder, state } = group;
      const { orderedBy, startedOn } = order ?? correctionOrder ?? {};
      if (orderedBy === undefined || startedOn === undefined)
        return { decision: refuse("wrong-group-state", { state }) };
      const { people, unchanged: asRead } = await secondPersonAsRead(io.store, actor.id, orderedBy);
      if (correctionOrder !== undefined) {
        const contradiction = await contradictionTo(io.store, group, startedOn, now);
        return { decision: approveStartCorrection(group, people, contradiction, now), asRead };
      }
      const counted = await countStart(io.store, group, startedOn, now);
      return { decision: isRefused(counted) ? counted : approveGroupStart(group, people, counted, now), asRead };
    };
    return change(commandGroup(io, { id: params.groupId, by: actor.id, now, ifMatch, decide }));
  });

const correctStartRoute = (io: RouteIo): Route =>
  route(api.CorrectGroupStart, io, async ({ params, body, actor, now, change, ifMatch }) => {
    const decide = async (group: Group): Promise<GroupDecision> => {
      const contradiction = await contradictionTo(io.store, group, body.to, now);
      const order = { startedOn: body.to, reason: body.reason, orderedBy: actor.id };
      return { decision: orderStartCorrection(group, order, contradiction, now) };
    };
    return change(commandGroup(io, { id: params.groupId, by: actor.id, now, ifMatch, decide }));
  });

/** The number of journals that are read in parallel. */
const maxConcurrency = 8;

/** The first act of a party in any of these reviews since the start, in the order of reviews. */
const firstActIn = async (store: Pick<Store, "journalOf">, aggregates: readonly Aggregate<"review">[]) => {
  const acts = await pMap(
    aggregates,
    async ({ id, state }) => {
      const entries = await all((paging) => store.journalOf("review", id, paging));
      const first = firstActSinceStart(state, entries);
      return first === undefined ? [] : [{ review: state.id, ...first }];
    },
    { concurrency: maxConcurrency },
  );
  return acts.flat()[0];
};

const undoStartRoute = (io: RouteIo): Route =>
  route(api.ReverseGroupStart, io, async ({ params, body, actor, now, change, ifMatch }) => {
    const decide = async (group: Group): Promise<GroupDecision> => {
      if (body.what === "order") return { decision: withdrawStartOrder(group, body.reason, now) };
      const firstAct = await firstActIn(io.store, await startedReviews(io.store, group));
      return { decision: reverseGroupStart(group, body.reason, firstAct, now) };
    };
    return change(commandGroup(io, { id: params.groupId, by: actor.id, now, ifMatch, decide }));
  });

/** The letters that the resumption of a group would send now, and the other groups that affect them. */
interface CountedResumption {
  readonly counted: ResumptionPreview | Refused;
  /** Paused groups and those being resumed: of two parallel resumptions, one takes the other into account. */
  readonly asRead: readonly AnyChange[];
}

/**
 * Counts the letters that the resumption of a group would send, from current reviews, people, missions and other resumptions.
 */
const countResumption = async (
  store: Pick<Store, "loadMany" | "missions" | "list">,
  group: Group,
  now: Instant,
): Promise<CountedResumption> => {
  const groups = await all((paging) => store.list("group", paging));
  const others = groups.filter(({ id, state }) => id !== group.id && state.reminders !== undefined);
  const resuming = others.filter(({ state }) => state.reminders === "resuming").flatMap(({ state }) => state.reviews);
  const [own, under] = await Promise.all([
    store.loadMany("review", group.reviews),
    resuming.length === 0 ? [] : store.loadMany("review", resuming),
  ]);
  const reviews = own.map(({ state }) => state);
  const parties = reviews.flatMap(({ seats }) => Object.values(seats).map(({ party }) => party));
  const serving = reviews.flatMap(({ mandates }) => Object.values(mandates).map(({ user }) => user));
  const [missions, users] = await Promise.all([
    store.missions([...new Set(parties)]),
    store.loadMany("user", [...new Set(serving)]),
  ]);
  const sources = {
    reviews,
    users: users.map(({ state }) => state),
    reachable: new Set(missions.keys()),
    resuming: under.map(({ state }) => state),
  };
  const preview = previewResumption(group, sources, now);
  return {
    counted: preview.ok ? preview.preview : preview,
    asRead: others.map((other) => changeOf("group", other.id, other, [])),
  };
};

const previewResumptionRoute = (io: RouteIo): Route =>
  route(api.PreviewResumption, io, async ({ params, now }) => {
    const aggregate = await io.store.load("group", params.groupId);
    if (aggregate === undefined) return refuse("not-found");
    const { counted } = await countResumption(io.store, aggregate.state, now);
    return isRefused(counted) ? counted : { reply: resumptionPreviewView(aggregate.state, counted) };
  });

const resumeRoute = (io: RouteIo): Route =>
  route(api.ResumeReminders, io, async ({ params, body, actor, now, change, ifMatch }) => {
    const decide = async (group: Group): Promise<GroupDecision> => {
      const { counted, asRead } = await countResumption(io.store, group, now);
      return { decision: resumeGroup(group, { ...body, releasedBy: actor.id }, counted, now), asRead };
    };
    return change(commandGroup(io, { id: params.groupId, by: actor.id, now, ifMatch, decide }));
  });

/**
 * Routes of a group's start, by the secretariat: preview, order, approval, undoing and correction; and of the resumption
 * of an imported group.
 */
export const groupStartRoutes = (io: RouteIo): readonly Route[] => [
  previewStartRoute(io),
  startRoute(io),
  approveStartRoute(io),
  undoStartRoute(io),
  correctStartRoute(io),
  previewResumptionRoute(io),
  resumeRoute(io),
];
