import type { TableProtection, TableProtections } from "../ports/table-protections.ts";
import { tableQuestions } from "./dynamodb.ts";

interface Description {
  readonly Table?: { readonly DeletionProtectionEnabled?: boolean };
}
interface Expiry {
  readonly TimeToLiveDescription?: { readonly TimeToLiveStatus?: string };
}
interface Tags {
  readonly Tags?: readonly { readonly Key: string; readonly Value: string }[];
}

/** Returns the protection of DynamoDB tables, which are given by their ARNs. */
export const dynamoProtections = (arns: readonly string[]): TableProtections => {
  const { describeTable, describeTimeToLive, listTagsOfResource } = tableQuestions<Description, Expiry, Tags>();
  const protectionOf = async (arn: string): Promise<TableProtection> => {
    const [{ Table: table }, { TimeToLiveDescription: expiry }, { Tags: tags = [] }] = await Promise.all([
      describeTable({ TableName: arn }),
      describeTimeToLive({ TableName: arn }),
      listTagsOfResource({ ResourceArn: arn }),
    ]);
    return {
      table: arn.slice(arn.indexOf("/") + 1),
      isProtectedFromDeletion: table?.DeletionProtectionEnabled === true,
      deletesExpired: expiry?.TimeToLiveStatus === "ENABLED" || expiry?.TimeToLiveStatus === "ENABLING",
      stage: tags.find(({ Key }) => Key === "stage")?.Value,
    };
  };
  return { read: () => Promise.all(arns.map(protectionOf)) };
};
