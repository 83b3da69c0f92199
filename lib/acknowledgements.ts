import { Validations } from "aws-cdk-lib";
import { RegionInfo } from "aws-cdk-lib/region-info";
import type { IConstruct } from "constructs";
import { aliasInUse } from "./function.ts";
import { reminderGroup } from "./schedules.ts";
import type { Stage } from "./stage.ts";

interface Acknowledgement {
  /** Matched against the construct's path. */
  readonly at: RegExp;
  readonly id: string;
  readonly reason: string;
}

const functions = "(PublicApi|ReviewApi|SecretariatApi|React|Count|Timer|Send|Receipts|Sweep)";

/** The beginning of the ARNs of a service as findings name it: what the stage does not say is a reference. */
const arnIn = (service: string, { account, region }: Pick<Stage, "account" | "region">): string => {
  const partition = region === undefined ? "<AWS::Partition>" : (RegionInfo.get(region).partition ?? "aws");
  return `arn:${partition}:${service}:${region ?? "<AWS::Region>"}:${account ?? "<AWS::AccountId>"}`;
};

/** Of the distribution in front of the public routes. */
const edgeAcknowledgements: readonly Acknowledgement[] = [
  {
    at: /-stateless\/Edge\/Distribution\/Resource$/,
    id: "AwsSolutions-CFR1",
    reason: "The public of every State reads the same pages: no country is refused.",
  },
  {
    at: /-stateless\/Edge\/Distribution\/Resource$/,
    id: "AwsSolutions-CFR2",
    reason:
      "A limit of requests per network address is a setting of the environment (publicRequestsPerAddress, ADR 0109).",
  },
  {
    at: /-stateless\/Edge\/Distribution\/Resource$/,
    id: "AwsSolutions-CFR3",
    reason:
      "The access log of the API has each request that reaches it. The replies of the cache are public and equal for all callers.",
  },
  {
    at: /-stateless\/Edge\/Distribution\/Resource$/,
    id: "AwsSolutions-CFR4",
    reason:
      "The distribution has CloudFront's own name and certificate, for which the service sets the oldest protocol itself.",
  },
];

/** Of queues for what could not be handled. */
const deadLetterAcknowledgements: readonly Acknowledgement[] = [
  {
    at: /\/(DeadLetters|PutAside|Undelivered)\/Resource$/,
    id: "AwsSolutions-SQS3",
    reason: "A dead-letter queue: what lies here waits for a person, and an alarm calls one.",
  },
  {
    at: /\/(DeadLetters|PutAside|Undelivered)\/Resource$/,
    id: "Serverless-SQSRedrivePolicy",
    reason: "A dead-letter queue: what lies here waits for a person, and an alarm calls one.",
  },
];

/** Of the daily copies in a vault outside the account. */
const copiesAcknowledgements = ({
  backupVault,
  ...place
}: Pick<Stage, "backupVault" | "account" | "region">): readonly Acknowledgement[] =>
  backupVault === undefined
    ? []
    : [
        {
          at: /-stateful\/Copies\/Role\/Resource$/,
          id: `AwsSolutions-IAM5[Resource::${arnIn("backup", place)}:recovery-point:*]`,
          reason: "Each copy has a name of its own, which the service gives when it makes the copy.",
        },
      ];

/** Every finding of the rule packs that we accept, with the reason. Anything else fails the synthesis. */
export const acknowledgements = ({
  name,
  tracing,
  ...place
}: Pick<Stage, "name" | "tracing" | "account" | "region" | "backupVault">): readonly Acknowledgement[] => [
  {
    at: new RegExp(`-stateless/${tracing ? functions : "(React|Count|Send|Sweep)"}/Role/DefaultPolicy/Resource$`),
    id: "AwsSolutions-IAM5[Resource::*]",
    reason:
      "Services that know no narrower resource: for the sweep ListSchedules, for react and count ListStreams, for react and sweep DeleteSuppressedDestination, for send and sweep GetAccount, and where the stage traces, X-Ray's segments.",
  },
  {
    at: /-stateless\/(React|Timer|Sweep)\/Role\/DefaultPolicy\/Resource$/,
    id: `AwsSolutions-IAM5[Resource::${arnIn("scheduler", place)}:schedule/${reminderGroup(name)}/*]`,
    reason: "One schedule per armed reminder, named by hash when it is armed; the group is the narrowest fixed name.",
  },
  {
    at: /-stateless\/ApiShift\/Role\/Resource$/,
    id: "AwsSolutions-IAM5[Resource::*]",
    reason: "CodeDeploy reads the state of alarms; the service wants DescribeAlarms on everything.",
  },
  {
    at: /-stateless\/Api\/[^/]+\/Resource$/,
    id: "AwsSolutions-APIG4",
    reason:
      "Public by decision: the registry marks these endpoints as public, and the default route answers 404 from public-api. A test holds every other route to the authorizer.",
  },
  ...edgeAcknowledgements,
  ...copiesAcknowledgements(place),
  ...deadLetterAcknowledgements,
  {
    at: new RegExp(`-stateless/${functions}/Function/Resource$`),
    id: "Serverless-LambdaDLQ",
    reason:
      "Never invoked asynchronously: HTTP waits for the answer, queues have dead-letter queues of their own, the stream has an on-failure queue.",
  },
  {
    at: new RegExp(`-stateless/${functions}/Function/Resource$`),
    id: "Serverless-LambdaTracing",
    reason:
      "Off unless the stage requires it: nothing in the functions is instrumented, so traces would cost and say no more than the access log and the functions' own entries do.",
  },
  {
    at: new RegExp(`-stateless/${functions}/Function/Alias${aliasInUse}/SqsEventSource:[^/]+/Resource$`),
    id: "Serverless-LambdaEventSourceMappingDestination",
    reason: "A queue trigger has no such destination; the queue's own redrive policy leads to its dead-letter queue.",
  },
  {
    at: /-stateful\/Identity\/Users\/Resource$/,
    id: "AwsSolutions-COG2",
    reason:
      "The pool's switch applies to all users or to none, and some permanent missions may not use private telephones. The functions refuse roles that need a second factor without one; threat protection requires more for a suspicious sign-in.",
  },
];

/** Adds the acknowledgements to their constructs; a test finds those that no longer match anything. */
export const acknowledge = (root: IConstruct, stage: Stage): void => {
  const accepted = acknowledgements(stage);
  for (const node of root.node.findAll()) {
    for (const { at, id, reason } of accepted) {
      if (at.test(node.node.path)) Validations.of(node).acknowledge({ id, reason });
    }
  }
};
