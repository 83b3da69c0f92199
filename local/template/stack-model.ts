import { fieldsOf, type Fields, listOf, numberOf, parseJson, textOf, textsOf } from "../base/json.ts";
import { arnOf, type Local, nameOf } from "./arns.ts";
import { type Api, apiOf } from "./plan-api.ts";
import { clientsOf } from "./plan-clients.ts";
import { type Grant, grantsOf } from "./iam-grants.ts";
import type {
  FunctionPlan,
  MailPlan,
  PoolPlan,
  QueuePlan,
  QueueSource,
  RulePlan,
  SchedulePlan,
  StreamSource,
  TablePlan,
} from "./resource-plans.ts";
import type { Resource, Stacks } from "./resource.ts";
import { readStacks } from "./template.ts";

/** The synthesized app in the terms of the local parts. */
export interface StackModel {
  readonly tables: readonly TablePlan[];
  readonly functions: readonly FunctionPlan[];
  readonly queues: readonly QueuePlan[];
  readonly streamSources: readonly StreamSource[];
  readonly queueSources: readonly QueueSource[];
  readonly api: Api | undefined;
  readonly scheduleGroups: readonly string[];
  readonly schedules: readonly SchedulePlan[];
  readonly rules: readonly RulePlan[];
  readonly mail: MailPlan;
  readonly pools: readonly PoolPlan[];
  /** The grants of the template's policies, by function. Read on demand. */
  readonly grants: () => readonly Grant[];
}

const tableOf = (resource: Resource): TablePlan => {
  const given = (name: string): Fields => {
    const value = resource.property(name);
    return value === undefined ? {} : { [name]: value };
  };
  const indexes = listOf(resource.property("GlobalSecondaryIndexes")).map((each) => {
    const { IndexName, KeySchema, Projection } = fieldsOf(each);
    return { IndexName, KeySchema, Projection };
  });
  const stream = textOf(fieldsOf(resource.property("StreamSpecification"))["StreamViewType"]);
  const ttl = fieldsOf(resource.property("TimeToLiveSpecification"));
  const attribute = ttl["Enabled"] === true ? textOf(ttl["AttributeName"]) : undefined;
  return {
    name: nameOf(resource),
    arn: arnOf(resource),
    create: {
      TableName: nameOf(resource),
      BillingMode: "PAY_PER_REQUEST",
      ...given("AttributeDefinitions"),
      ...given("KeySchema"),
      ...given("LocalSecondaryIndexes"),
      ...(indexes.length === 0 ? {} : { GlobalSecondaryIndexes: indexes }),
      ...(stream === undefined ? {} : { StreamSpecification: { StreamEnabled: true, StreamViewType: stream } }),
    },
    indexes: indexes.map(({ IndexName }) => String(IndexName)),
    ...(stream === undefined ? {} : { streamArn: resource.attribute("StreamArn") }),
    ...(attribute === undefined ? {} : { timeToLiveAttribute: attribute }),
  };
};

/** The ARNs of the aliases of a function. Throws on one that divides invocations among versions: here there is one. */
const aliasesOf = (resource: Resource, stacks: Stacks): readonly string[] =>
  stacks
    .ofType("AWS::Lambda::Alias")
    .filter((alias) => arnOf(alias).startsWith(`${arnOf(resource)}:`))
    .map((alias) => {
      if (alias.property("RoutingConfig") !== undefined)
        throw new Error(`${alias.logicalId} leads to several versions: not known here`);
      return arnOf(alias);
    });

const functionOf = (resource: Resource, stacks: Stacks): FunctionPlan => {
  const [file = "", exported = "handler"] = (textOf(resource.property("Handler")) ?? "").split(".");
  const runtime = textOf(resource.property("Runtime")) ?? "";
  if (!runtime.startsWith("nodejs")) throw new Error(`${resource.logicalId} wants the runtime ${runtime}, not Node`);
  const key = textOf(fieldsOf(resource.property("Code"))["S3Key"]) ?? "";
  const variables = Object.entries(fieldsOf(fieldsOf(resource.property("Environment"))["Variables"]));
  return {
    name: file,
    arn: arnOf(resource),
    aliases: aliasesOf(resource, stacks),
    physicalName: nameOf(resource),
    logicalId: resource.logicalId,
    directory: stacks.asset(key),
    exported,
    timeoutSeconds: numberOf(resource.property("Timeout")) ?? 3,
    memoryMegabytes: numberOf(resource.property("MemorySize")) ?? 128,
    environment: Object.fromEntries(variables.map(([name, value]) => [name, String(value)])),
  };
};

const queueOf = (resource: Resource): QueuePlan => {
  if (resource.property("FifoQueue") === true) throw new Error(`${resource.logicalId} is a FIFO queue: not known here`);
  const given = resource.property("RedrivePolicy");
  const redrive = fieldsOf(typeof given === "string" ? parseJson(given) : given);
  const arn = textOf(redrive["deadLetterTargetArn"]);
  const seconds = (name: string, otherwise: number): number => numberOf(resource.property(name)) ?? otherwise;
  return {
    name: nameOf(resource),
    arn: arnOf(resource),
    url: resource.ref(),
    delaySeconds: seconds("DelaySeconds", 0),
    visibilitySeconds: seconds("VisibilityTimeout", 30),
    retentionSeconds: seconds("MessageRetentionPeriod", 345_600),
    maximumBytes: seconds("MaximumMessageSize", 1_048_576),
    ...(arn === undefined ? {} : { redrive: { arn, maxReceiveCount: numberOf(redrive["maxReceiveCount"]) ?? 10 } }),
  };
};

/** The queue or stream that an event source mapping reads. */
const sourceArnOf = (resource: Resource): string => textOf(resource.property("EventSourceArn")) ?? "";

/** Returns the common members of mappings of queues and of streams. */
const sourceOf = (resource: Resource, usualBatchSize: number) => {
  if (resource.property("FilterCriteria") !== undefined) {
    throw new Error(`${resource.logicalId} filters its events: not known here`);
  }
  return {
    id: resource.logicalId,
    sourceArn: sourceArnOf(resource),
    functionName: textOf(resource.property("FunctionName")) ?? "",
    reportsItemFailures: textsOf(resource.property("FunctionResponseTypes")).includes("ReportBatchItemFailures"),
    batchSize: numberOf(resource.property("BatchSize")) ?? usualBatchSize,
  };
};

const queueSourceOf = (resource: Resource): QueueSource => ({
  ...sourceOf(resource, 10),
  gathersSeconds: numberOf(resource.property("MaximumBatchingWindowInSeconds")) ?? 0,
  concurrency: numberOf(fieldsOf(resource.property("ScalingConfig"))["MaximumConcurrency"]) ?? Infinity,
});

const streamSourceOf = (resource: Resource): StreamSource => {
  const limit = (name: string): number => {
    const value = numberOf(resource.property(name));
    return value === undefined || value < 0 ? Infinity : value;
  };
  const onFailure = fieldsOf(fieldsOf(resource.property("DestinationConfig"))["OnFailure"]);
  const onFailureArn = textOf(onFailure["Destination"]);
  return {
    ...sourceOf(resource, 100),
    retries: limit("MaximumRetryAttempts"),
    maximumAgeSeconds: limit("MaximumRecordAgeInSeconds"),
    bisects: resource.property("BisectBatchOnFunctionError") === true,
    startsAt: resource.property("StartingPosition") === "LATEST" ? "LATEST" : "TRIM_HORIZON",
    ...(onFailureArn === undefined ? {} : { onFailureArn }),
  };
};

const scheduleOf = (resource: Resource): SchedulePlan => {
  const group = textOf(resource.property("GroupName")) ?? "default";
  const wanted = ["ScheduleExpression", "ScheduleExpressionTimezone", "State", "Target", "FlexibleTimeWindow"];
  return {
    name: nameOf(resource),
    group,
    input: Object.fromEntries(wanted.map((name) => [name, resource.property(name)])),
  };
};

const ruleOf = (resource: Resource): RulePlan => ({
  arn: arnOf(resource),
  name: nameOf(resource),
  pattern: resource.property("EventPattern"),
  targets: listOf(resource.property("Targets")).map((each) => {
    const { Arn, InputPath, InputTransformer, Input } = fieldsOf(each);
    if (InputTransformer !== undefined || Input !== undefined) {
      throw new Error(`${resource.logicalId} rewrites its events: not known here`);
    }
    return { arn: String(Arn), ...(typeof InputPath === "string" ? { inputPath: InputPath } : {}) };
  }),
});

const mailOf = (stacks: Stacks): MailPlan => {
  const destinations = stacks.ofType("AWS::SES::ConfigurationSetEventDestination").map((resource) => ({
    set: textOf(resource.property("ConfigurationSetName")),
    destination: fieldsOf(resource.property("EventDestination")),
  }));
  return {
    identities: stacks.ofType("AWS::SES::EmailIdentity").map(nameOf),
    configurationSets: stacks.ofType("AWS::SES::ConfigurationSet").map((resource) => {
      const name = nameOf(resource);
      const own = destinations.filter(({ set, destination }) => set === name && destination["Enabled"] !== false);
      const toBus = own.filter(({ destination }) => destination["EventBridgeDestination"] !== undefined);
      if (toBus.length < own.length) throw new Error(`${name} sends events elsewhere than to the bus: not known here`);
      return {
        name,
        suppresses: textsOf(fieldsOf(resource.property("SuppressionOptions"))["SuppressedReasons"]),
        events: toBus.flatMap(({ destination }) => textsOf(destination["MatchingEventTypes"])),
      };
    }),
  };
};

const poolsOf = (stacks: Stacks): readonly PoolPlan[] =>
  stacks.ofType("AWS::Cognito::UserPool").map((resource) => {
    const id = resource.ref();
    return {
      id,
      arn: arnOf(resource),
      issuer: resource.attribute("ProviderURL"),
      clients: clientsOf(stacks, id),
      addressIsName: textsOf(resource.property("UsernameAttributes")).includes("email"),
      passwordPolicy: fieldsOf(fieldsOf(resource.property("Policies"))["PasswordPolicy"]),
    };
  });

/**
 * Reads the synthesized app of a folder into the terms of the local parts. Kinds of resources that have no local
 * counterpart (alarms, log groups, policies) are left out; a setting that would change behaviour and is not known throws.
 */
export const readStackModel = (directory: string, local: Local): StackModel => {
  const stacks = readStacks(directory, local);
  const mappings = stacks.ofType("AWS::Lambda::EventSourceMapping");
  const readsQueue = (mapping: Resource): boolean => sourceArnOf(mapping).includes(":sqs:");
  const functions = stacks.ofType("AWS::Lambda::Function").map((resource) => functionOf(resource, stacks));
  return {
    tables: stacks.ofType("AWS::DynamoDB::GlobalTable", "AWS::DynamoDB::Table").map(tableOf),
    functions,
    queues: stacks.ofType("AWS::SQS::Queue").map(queueOf),
    streamSources: mappings.filter((mapping) => !readsQueue(mapping)).map(streamSourceOf),
    queueSources: mappings.filter(readsQueue).map(queueSourceOf),
    api: apiOf(stacks),
    scheduleGroups: stacks.ofType("AWS::Scheduler::ScheduleGroup").map(nameOf),
    schedules: stacks.ofType("AWS::Scheduler::Schedule").map(scheduleOf),
    rules: stacks.ofType("AWS::Events::Rule").map(ruleOf),
    mail: mailOf(stacks),
    pools: poolsOf(stacks),
    grants: () => grantsOf(stacks, functions),
  };
};
