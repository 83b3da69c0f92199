import type { TableProtection, TableProtections } from "../ports/table-protections.ts";
import { tableQuestions } from "./dynamodb.ts";

interface Description {
  readonly Table?: { readonly DeletionProtectionEnabled?: boolean };
}
interface Tags {
  readonly Tags?: readonly { readonly Key: string; readonly Value: string }[];
}

/** Returns the protection of DynamoDB tables, which are given by their ARNs. */
export const dynamoProtections = (arns: readonly string[]): TableProtections => {
  const { describeTable, listTagsOfResource } = tableQuestions<Description, Tags>();
  const protectionOf = async (arn: string): Promise<TableProtection> => {
    const [{ Table: table }, { Tags: tags = [] }] = await Promise.all([
      describeTable({ TableName: arn }),
      listTagsOfResource({ ResourceArn: arn }),
    ]);
    return {
      table: arn.slice(arn.indexOf("/") + 1),
      isProtectedFromDeletion: table?.DeletionProtectionEnabled === true,
      stage: tags.find(({ Key }) => Key === "stage")?.Value,
    };
  };
  return { read: () => Promise.all(arns.map(protectionOf)) };
};
