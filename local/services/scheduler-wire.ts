import { fieldsOf, type Fields, needText, numberOf, textOf } from "../base/json.ts";
import { arn } from "../template/arns.ts";
import { AwsError, type AwsRequest, type AwsService } from "./aws-service.ts";
import { onEverything, type RestAnswer, type RestOperations, restService, type RestUses } from "./rest-service.ts";
import { scheduleArn, type Scheduler } from "./scheduler.ts";
import type { Schedule } from "./schedules.ts";

const groupArn = (name: string): string => arn("scheduler", `schedule-group/${name}`);
const seconds = (milliseconds: number): number => milliseconds / 1000;

const stateOf = ({ input }: Schedule): string => textOf(input["State"]) ?? "ENABLED";

const summary = (schedule: Schedule): Fields => ({
  Arn: scheduleArn(schedule.group, schedule.name),
  Name: schedule.name,
  GroupName: schedule.group,
  State: stateOf(schedule),
  CreationDate: seconds(schedule.createdAt),
  LastModificationDate: seconds(schedule.changedAt),
  Target: { Arn: fieldsOf(schedule.input["Target"])["Arn"] },
});

const validName = /^[0-9a-zA-Z-_.]{1,64}$/u;

const invalid = (message: string): AwsError => new AwsError("ValidationException", message);
const notFound = (message: string): AwsError => new AwsError("ResourceNotFoundException", message, 404);
const conflict = (message: string): AwsError => new AwsError("ConflictException", message, 409);

const checkSchedule = (name: string, input: Fields): void => {
  if (!validName.test(name)) throw invalid(`Invalid schedule name ${name}: 1 to 64 letters, digits, dots, dashes`);
  if (textOf(fieldsOf(input["FlexibleTimeWindow"])["Mode"]) === undefined) {
    throw invalid("FlexibleTimeWindow must have a Mode");
  }
  const target = fieldsOf(input["Target"]);
  if (textOf(target["Arn"]) === undefined || textOf(target["RoleArn"]) === undefined) {
    throw invalid("Target must have an Arn and a RoleArn");
  }
};

/** Pages through names in their order; the token is the last name given. */
const page = <Item>(items: readonly Item[], keyOf: (item: Item) => string, query: URLSearchParams) => {
  const token = query.get("NextToken");
  const after = token === null ? "" : Buffer.from(token, "base64url").toString();
  const most = Math.min(numberOf(query.get("MaxResults")) ?? 100, 100);
  const left = items.filter((item) => keyOf(item) > after);
  const given = left.slice(0, most);
  const last = given.at(-1);
  const more = left.length > most && last !== undefined;
  return { given, next: more ? { NextToken: Buffer.from(keyOf(last)).toString("base64url") } : {} };
};

const groupOf = ({ input, query }: AwsRequest): string =>
  textOf(input["GroupName"]) ?? query.get("groupName") ?? "default";

/** Throws AwsError where there is no such group. */
const checkGroup = ({ groups }: Scheduler, group: string): void => {
  if (!groups.has(group)) throw notFound(`Schedule group ${group} does not exist.`);
};

/** Throws AwsError where there is no such schedule. */
const namedSchedule = (scheduler: Scheduler, name: string, group: string): Schedule => {
  const schedule = scheduler.find(name, group);
  if (schedule !== undefined) return schedule;
  throw notFound(`Schedule ${name} does not exist.`);
};

const putSchedule = (scheduler: Scheduler, name: string, group: string, input: Fields): Fields => {
  checkSchedule(name, input);
  const { GroupName: _group, Name: _name, ...kept } = input;
  try {
    scheduler.put(name, group, kept);
  } catch (error) {
    throw error instanceof RangeError ? invalid(error.message) : error;
  }
  return { ScheduleArn: scheduleArn(group, name) };
};

type SchedulerOperation = RestAnswer<Scheduler>;

const createSchedule: SchedulerOperation = (scheduler, request, name) => {
  const group = groupOf(request);
  checkGroup(scheduler, group);
  const before = scheduler.find(name, group);
  if (before === undefined) return putSchedule(scheduler, name, group, request.input);
  const token = request.input["ClientToken"];
  // The same request again, after a lost answer.
  if (token !== undefined && before.input["ClientToken"] === token) return { ScheduleArn: scheduleArn(group, name) };
  throw conflict(`Schedule ${name} already exists.`);
};

const updateSchedule: SchedulerOperation = (scheduler, request, name) => {
  const { group } = namedSchedule(scheduler, name, groupOf(request));
  return putSchedule(scheduler, name, group, request.input);
};

const getSchedule: SchedulerOperation = (scheduler, request, name) => {
  const schedule = namedSchedule(scheduler, name, groupOf(request));
  const { ClientToken: _token, ...input } = schedule.input;
  return { ...input, ...summary(schedule), Target: input["Target"] };
};

const deleteSchedule: SchedulerOperation = (scheduler, request, name) => {
  const { group } = namedSchedule(scheduler, name, groupOf(request));
  scheduler.drop(name, group);
  return {};
};

const listSchedules: SchedulerOperation = (scheduler, { query }) => {
  const group = query.get("ScheduleGroup");
  const prefix = query.get("NamePrefix") ?? "";
  const state = query.get("State");
  if (group !== null) checkGroup(scheduler, group);
  const matching = scheduler
    .list()
    .filter((each) => group === null || each.group === group)
    .filter((each) => each.name.startsWith(prefix))
    .filter((each) => state === null || stateOf(each) === state);
  const { given, next } = page(matching, (each) => `${each.group}/${each.name}`, query);
  return { Schedules: given.map(summary), ...next };
};

const groupSummary = (name: string): Fields => ({ Arn: groupArn(name), Name: name, State: "ACTIVE" });

const createGroup: SchedulerOperation = (scheduler, _request, name) => {
  if (scheduler.groups.has(name)) throw conflict(`Group ${name} already exists.`);
  scheduler.addGroup(name);
  return { ScheduleGroupArn: groupArn(name) };
};

const getGroup: SchedulerOperation = (scheduler, _request, name) => {
  checkGroup(scheduler, name);
  return groupSummary(name);
};

const deleteGroup: SchedulerOperation = (scheduler, _request, name) => {
  checkGroup(scheduler, name);
  scheduler.dropGroup(name);
  return {};
};

const listGroups: SchedulerOperation = ({ groups }, { query }) => {
  const { given, next } = page([...groups].toSorted(), (each) => each, query);
  return { ScheduleGroups: given.map(groupSummary), ...next };
};

/** All schedules of a group count as one resource, because policies do not distinguish them. */
const onSchedules =
  (action: string): RestUses =>
  (request) => [{ action, resource: scheduleArn(groupOf(request), "*") }];

/** As `onSchedules`, and the schedule is given the role of its target. */
const passingRole =
  (action: string): RestUses =>
  (request, name) => {
    const target = fieldsOf(request.input["Target"]);
    const uses = onSchedules(action)(request, name);
    if (target["RoleArn"] === undefined) return uses;
    return [...uses, { action: "iam:PassRole", resource: needText(target, "RoleArn", "Target") }];
  };

const onGroup =
  (action: string): RestUses =>
  (_request, name) => [{ action, resource: groupArn(name) }];

const operations: RestOperations<Scheduler> = {
  "POST /schedules/{Name}": { answer: createSchedule, uses: passingRole("scheduler:CreateSchedule") },
  "PUT /schedules/{Name}": { answer: updateSchedule, uses: passingRole("scheduler:UpdateSchedule") },
  "GET /schedules/{Name}": { answer: getSchedule, uses: onSchedules("scheduler:GetSchedule") },
  "DELETE /schedules/{Name}": { answer: deleteSchedule, uses: onSchedules("scheduler:DeleteSchedule") },
  "GET /schedules": { answer: listSchedules, uses: onEverything("scheduler:ListSchedules") },
  "POST /schedule-groups/{Name}": { answer: createGroup, uses: onGroup("scheduler:CreateScheduleGroup") },
  "GET /schedule-groups/{Name}": { answer: getGroup, uses: onGroup("scheduler:GetScheduleGroup") },
  "DELETE /schedule-groups/{Name}": { answer: deleteGroup, uses: onGroup("scheduler:DeleteScheduleGroup") },
  "GET /schedule-groups": { answer: listGroups, uses: onEverything("scheduler:ListScheduleGroups") },
};

/** EventBridge Scheduler on the wire. */
export const schedulerWire = (scheduler: Scheduler): AwsService => ({
  takes: (target, path) => target === "" && /^\/schedule(s|-groups)(\/|$)/u.test(path),
  ...restService(operations, scheduler, ({ method }) => invalid(`${method} is not known here`)),
});
