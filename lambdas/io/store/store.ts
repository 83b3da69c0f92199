import type { Store } from "../ports.ts";
import { committing } from "./commit.ts";
import { queries } from "./queries.ts";
import type { Access } from "./tables.ts";

/** The store on DynamoDB. A function that was not given a table may ask only what needs none of it. */
export const dynamoStore = (access: Access): Store => ({ ...queries(access), commit: committing(access) });
