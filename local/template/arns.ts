import { createHash } from "node:crypto";
import { textOf } from "../base/json.ts";
import type { Resource } from "./resource.ts";

/** Addresses of the local services. */
export interface Local {
  /** The services that the SDK talks to, without a slash at the end. */
  readonly aws: string;
  /** The HTTP API. */
  readonly api: string;
}

export const account = "000000000000";
export const region = "eu-central-1";

/** Returns lower-case letters and digits that are stable for a resource. */
const stableId = (resource: Resource, length: number): string => {
  const hash = createHash("sha256").update(`${resource.stack}/${resource.logicalId}`).digest("hex");
  return BigInt(`0x${hash}`).toString(36).slice(0, length);
};

/** The value of a pseudo parameter, or undefined if the name is none. */
export const pseudoParameter = (name: string, stack: string): string | undefined => {
  const values: Readonly<Record<string, string>> = {
    "AWS::AccountId": account,
    "AWS::Region": region,
    "AWS::Partition": "aws",
    "AWS::URLSuffix": "amazonaws.com",
    "AWS::StackName": stack,
    "AWS::StackId": `arn:aws:cloudformation:${region}:${account}:stack/${stack}/local`,
  };
  return values[name];
};

/** The name that a property gives a resource, or one made of its stack and logical id, as CloudFormation does. */
const nameIn =
  (property: string) =>
  (resource: Resource): string =>
    textOf(resource.property(property)) ?? `${resource.stack}-${resource.logicalId}`;

/** The version of a function where nothing is deployed over something else. */
export const onlyVersion = "1";

/** The function of a version or an alias, which the template may name by its ARN as well. */
const qualified = (resource: Resource): string => {
  const name = textOf(resource.property("FunctionName")) ?? "";
  return name.split(":function:").at(-1) ?? name;
};

const names: Readonly<Record<string, (resource: Resource) => string>> = {
  "AWS::DynamoDB::GlobalTable": nameIn("TableName"),
  "AWS::DynamoDB::Table": nameIn("TableName"),
  "AWS::Lambda::Function": nameIn("FunctionName"),
  // Of a version the template knows no number; here each function has one.
  "AWS::Lambda::Version": (resource) => `${qualified(resource)}:${onlyVersion}`,
  "AWS::Lambda::Alias": (resource) => `${qualified(resource)}:${textOf(resource.property("Name"))}`,
  "AWS::SQS::Queue": nameIn("QueueName"),
  "AWS::Scheduler::ScheduleGroup": nameIn("Name"),
  "AWS::Scheduler::Schedule": nameIn("Name"),
  "AWS::Events::Rule": nameIn("Name"),
  "AWS::IAM::Role": nameIn("RoleName"),
  "AWS::Logs::LogGroup": nameIn("LogGroupName"),
  "AWS::SNS::Topic": nameIn("TopicName"),
  "AWS::SES::ConfigurationSet": nameIn("Name"),
  "AWS::SES::EmailIdentity": nameIn("EmailIdentity"),
  "AWS::Cognito::UserPool": (resource) => `${region}_${stableId(resource, 9)}`,
  "AWS::Cognito::UserPoolClient": (resource) => stableId(resource, 26),
  "AWS::Cognito::UserPoolDomain": nameIn("Domain"),
  "AWS::ApiGatewayV2::Api": (resource) => stableId(resource, 10),
  "AWS::ApiGatewayV2::Stage": nameIn("StageName"),
  "AWS::ApiGatewayV2::Route": (resource) => stableId(resource, 7),
  "AWS::ApiGatewayV2::Integration": (resource) => stableId(resource, 7),
  "AWS::ApiGatewayV2::Authorizer": (resource) => stableId(resource, 6),
};

/** The name of a resource, without account or region. Throws for a kind that has no local counterpart. */
export const nameOf = (resource: Resource): string => {
  const name = names[resource.type];
  if (name === undefined) throw new Error(`${resource.logicalId} is used, but ${resource.type} is not known here`);
  return name(resource);
};

/** The ARN of a thing of a service, in the local account and region. */
export const arn = (service: string, rest: string, where = `${region}:${account}`): string =>
  `arn:aws:${service}:${where}:${rest}`;

const arns: Readonly<Record<string, (name: string, resource: Resource) => string>> = {
  "AWS::DynamoDB::GlobalTable": (name) => arn("dynamodb", `table/${name}`),
  "AWS::DynamoDB::Table": (name) => arn("dynamodb", `table/${name}`),
  "AWS::Lambda::Function": (name) => arn("lambda", `function:${name}`),
  "AWS::Lambda::Version": (name) => arn("lambda", `function:${name}`),
  "AWS::Lambda::Alias": (name) => arn("lambda", `function:${name}`),
  "AWS::SQS::Queue": (name) => arn("sqs", name),
  "AWS::Scheduler::ScheduleGroup": (name) => arn("scheduler", `schedule-group/${name}`),
  "AWS::Scheduler::Schedule": (name, resource) =>
    arn("scheduler", `schedule/${textOf(resource.property("GroupName")) ?? "default"}/${name}`),
  "AWS::Events::Rule": (name) => arn("events", `rule/${name}`),
  "AWS::IAM::Role": (name) => arn("iam", `role/${name}`, `:${account}`),
  "AWS::Logs::LogGroup": (name) => arn("logs", `log-group:${name}:*`),
  "AWS::SNS::Topic": (name) => arn("sns", name),
  "AWS::SES::ConfigurationSet": (name) => arn("ses", `configuration-set/${name}`),
  "AWS::SES::EmailIdentity": (name) => arn("ses", `identity/${name}`),
  "AWS::Cognito::UserPool": (name) => arn("cognito-idp", `userpool/${name}`),
};

/** The ARN of a resource, with the local account and region. Throws for a kind that has none here. */
export const arnOf = (resource: Resource): string => {
  const make = arns[resource.type];
  if (make === undefined)
    throw new Error(`The ARN of ${resource.logicalId} is used, but ${resource.type} has none here`);
  return make(nameOf(resource), resource);
};

const identifiedByArn: ReadonlySet<string> = new Set(["AWS::Lambda::Alias", "AWS::Lambda::Version", "AWS::SNS::Topic"]);

/** Returns the value of `Ref`. */
export const identityOf = (resource: Resource, local: Local): string => {
  if (resource.type === "AWS::SQS::Queue") return `${local.aws}/${account}/${nameOf(resource)}`;
  if (identifiedByArn.has(resource.type)) return arnOf(resource);
  return nameOf(resource);
};

const attributes: Readonly<Record<string, (name: string, resource: Resource, local: Local) => string>> = {
  "AWS::DynamoDB::GlobalTable.StreamArn": (_name, resource) => `${arnOf(resource)}/stream/local`,
  "AWS::DynamoDB::Table.StreamArn": (_name, resource) => `${arnOf(resource)}/stream/local`,
  "AWS::Lambda::Version.Version": () => onlyVersion,
  "AWS::SQS::Queue.QueueName": (name) => name,
  "AWS::SQS::Queue.QueueUrl": (_name, resource, local) => identityOf(resource, local),
  "AWS::SNS::Topic.TopicArn": (_name, resource) => arnOf(resource),
  "AWS::SNS::Topic.TopicName": (name) => name,
  "AWS::Cognito::UserPool.ProviderName": (name) => `cognito-idp.${region}.amazonaws.com/${name}`,
  "AWS::Cognito::UserPool.ProviderURL": (name) => `https://cognito-idp.${region}.amazonaws.com/${name}`,
  "AWS::ApiGatewayV2::Api.ApiEndpoint": (_name, _resource, local) => local.api,
};

/** Returns the value of `Fn::GetAtt`. Throws for an unknown attribute. */
export const attributeOf = (resource: Resource, attribute: string, local: Local): string => {
  const name = nameOf(resource);
  if (attribute === "Arn") return arnOf(resource);
  const make = attributes[`${resource.type}.${attribute}`];
  if (make === undefined) throw new Error(`${resource.logicalId}.${attribute} is used, but not known here`);
  return make(name, resource, local);
};
