import { dynamoProtections } from "../aws/table-protections.ts";
import { optionalVariable, requiredVariable } from "../env.ts";

const arns = optionalVariable("KEPT_TABLES");

/** Undefined where a stage does not keep its data. */
export const ownTables =
  arns === undefined
    ? undefined
    : {
        protections: dynamoProtections(arns.split(",")),
        stage: requiredVariable("STAGE"),
        expiring: requiredVariable("RECORDS_TABLE"),
      };
