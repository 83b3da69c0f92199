import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import type { StageName } from "../lib/stage-settings.ts";
import type { TableNames } from "../lambdas/io/store/tables.ts";

/** The names of the tables of a deployed stage, out of the outputs of its stateful stack. Throws where it is not deployed. */
export const tablesOfStage = async (stage: StageName): Promise<TableNames> => {
  const name = `review-mechanism-${stage}-stateful`;
  const { Stacks: stacks } = await new CloudFormationClient({}).send(new DescribeStacksCommand({ StackName: name }));
  const outputs = new Map(
    (stacks?.[0]?.Outputs ?? []).map(({ OutputKey: key, OutputValue: value }) => [key, value] as const),
  );
  return {
    records: outputs.get("RecordsTableName"),
    journal: outputs.get("JournalTableName"),
    letters: outputs.get("LettersTableName"),
  };
};
