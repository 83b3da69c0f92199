import { fieldsOf, type Fields, needText, numberOf, textOf } from "../base/json.ts";
import { arn } from "../template/arns.ts";
import type { IamUse } from "../template/iam-usage.ts";
import { scheduleArn, type Scheduler } from "./scheduler.ts";
import type { Schedule } from "./schedules.ts";
import { json, type AwsAnswer, AwsError, type AwsRequest, type AwsService } from "./aws-service.ts";

const groupArn = (name: string): string => arn("scheduler", `schedule-group/${name}`);
const seconds = (milliseconds: number): number => milliseconds / 1000;

const summary = ({ name, group, input, createdAt, changedAt }: Schedule): Fields => ({
  Arn: scheduleArn(group, name),
  Name: name,
  GroupName: group,
  State: textOf(input["State"]) ?? "ENABLED",
  CreationDate: seconds(createdAt),
  LastModificationDate: seconds(changedAt),
  Target: { Arn: fieldsOf(input["Target"])["Arn"] },
});

const validName = /^[0-9a-zA-Z-_.]{1,64}$/u;

const validate = (name: string, input: Fields): void => {
  const refuse = (message: string): never => {
    throw new AwsError("ValidationException", message);
  };
  if (!validName.test(name)) refuse(`Invalid schedule name ${name}: 1 to 64 letters, digits, dots, dashes`);
  if (textOf(fieldsOf(input["FlexibleTimeWindow"])["Mode"]) === undefined)
    refuse("FlexibleTimeWindow must have a Mode");
  const target = fieldsOf(input["Target"]);
  if (textOf(target["Arn"]) === undefined || textOf(target["RoleArn"]) === undefined) {
    refuse("Target must have an Arn and a RoleArn");
  }
};

/** Pages through names in their order; the token is the last name given. */
const page = <Item>(items: readonly Item[], keyOf: (item: Item) => string, query: URLSearchParams) => {
  const token = query.get("NextToken");
  const after = token === null ? "" : Buffer.from(token, "base64url").toString();
  const most = Math.min(numberOf(query.get("MaxResults") ?? undefined) ?? 100, 100);
  const left = items.filter((item) => keyOf(item) > after);
  const given = left.slice(0, most);
  const last = given.at(-1);
  const more = left.length > most && last !== undefined;
  return { given, next: more ? { NextToken: Buffer.from(keyOf(last)).toString("base64url") } : {} };
};

/** EventBridge Scheduler on the wire. */
export const schedulerWire = (scheduler: Scheduler): AwsService => {
  const groupOf = ({ input, query }: AwsRequest): string =>
    textOf(input["GroupName"]) ?? query.get("groupName") ?? "default";

  const existing = (name: string, group: string): Schedule => {
    const schedule = scheduler.find(name, group);
    if (schedule !== undefined) return schedule;
    throw new AwsError("ResourceNotFoundException", `Schedule ${name} does not exist.`, 404);
  };
  const existingGroup = (group: string): void => {
    if (scheduler.groups.has(group)) return;
    throw new AwsError("ResourceNotFoundException", `Schedule group ${group} does not exist.`, 404);
  };
  const put = (name: string, group: string, input: Fields): AwsAnswer => {
    validate(name, input);
    const { GroupName: _group, Name: _name, ...kept } = input;
    try {
      scheduler.put(name, group, kept);
    } catch (error) {
      if (error instanceof RangeError) throw new AwsError("ValidationException", error.message);
      throw error;
    }
    return json({ ScheduleArn: scheduleArn(group, name) });
  };

  const onSchedule: Readonly<Record<string, (request: AwsRequest, name: string) => AwsAnswer>> = {
    POST: (request, name) => {
      const group = groupOf(request);
      existingGroup(group);
      const before = scheduler.find(name, group);
      const token = request.input["ClientToken"];
      if (before === undefined) return put(name, group, request.input);
      // The same request again, after a lost answer.
      if (token !== undefined && before.input["ClientToken"] === token)
        return json({ ScheduleArn: scheduleArn(group, name) });
      throw new AwsError("ConflictException", `Schedule ${name} already exists.`, 409);
    },
    PUT: (request, name) => {
      const group = groupOf(request);
      existing(name, group);
      return put(name, group, request.input);
    },
    GET: (request, name) => {
      const schedule = existing(name, groupOf(request));
      const { ClientToken: _token, ...input } = schedule.input;
      return json({ ...input, ...summary(schedule), Target: input["Target"] });
    },
    DELETE: (request, name) => {
      const group = groupOf(request);
      existing(name, group);
      scheduler.drop(name, group);
      return json({});
    },
  };

  const listSchedules = ({ query }: AwsRequest): AwsAnswer => {
    const group = query.get("ScheduleGroup");
    const prefix = query.get("NamePrefix") ?? "";
    const state = query.get("State");
    if (group !== null) existingGroup(group);
    const matching = scheduler
      .list()
      .filter((each) => group === null || each.group === group)
      .filter((each) => each.name.startsWith(prefix))
      .filter((each) => state === null || (textOf(each.input["State"]) ?? "ENABLED") === state);
    const { given, next } = page(matching, (each) => `${each.group}/${each.name}`, query);
    return json({ Schedules: given.map(summary), ...next });
  };

  const group = (name: string): Fields => ({ Arn: groupArn(name), Name: name, State: "ACTIVE" });
  const onGroup: Readonly<Record<string, (name: string) => AwsAnswer>> = {
    POST: (name) => {
      if (scheduler.groups.has(name)) throw new AwsError("ConflictException", `Group ${name} already exists.`, 409);
      scheduler.addGroup(name);
      return json({ ScheduleGroupArn: groupArn(name) });
    },
    GET: (name) => {
      existingGroup(name);
      return json(group(name));
    },
    DELETE: (name) => {
      existingGroup(name);
      scheduler.dropGroup(name);
      return json({});
    },
  };

  const answer = (request: AwsRequest): AwsAnswer => {
    const [, kind, name] = request.path.split("/");
    if (name === undefined && kind === "schedules") return listSchedules(request);
    if (name === undefined) {
      const { given, next } = page([...scheduler.groups].toSorted(), (each) => each, request.query);
      return json({ ScheduleGroups: given.map(group), ...next });
    }
    const answered =
      kind === "schedules" ? onSchedule[request.method]?.(request, name) : onGroup[request.method]?.(name);
    if (answered === undefined) throw new AwsError("ValidationException", `${request.method} is not known here`);
    return answered;
  };

  const verbs: Readonly<Record<string, string>> = { POST: "Create", PUT: "Update", GET: "Get", DELETE: "Delete" };
  const uses = (request: AwsRequest): readonly IamUse[] => {
    const [, kind, name] = request.path.split("/");
    const noun = kind === "schedules" ? "Schedule" : "ScheduleGroup";
    if (name === undefined) return [{ action: `scheduler:List${noun}s`, resource: "*" }];
    // All schedules of a group count as one resource: policies do not tell them apart.
    const resource = kind === "schedules" ? scheduleArn(groupOf(request), "*") : groupArn(name);
    const use = { action: `scheduler:${verbs[request.method] ?? request.method}${noun}`, resource };
    if (request.method !== "POST" && request.method !== "PUT") return [use];
    const role = fieldsOf(request.input["Target"])["RoleArn"];
    return role === undefined
      ? [use]
      : [use, { action: "iam:PassRole", resource: needText({ role }, "role", "Target") }];
  };

  return {
    takes: (target, path) => target === "" && /^\/schedule(s|-groups)(\/|$)/u.test(path),
    uses,
    answer,
  };
};
