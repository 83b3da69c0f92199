import { dynamoStore } from "../store/store.ts";
import { publicAccess } from "../store/leading-keys.ts";
import { access } from "./deps.ts";

/** What the function for the public reads with: it refuses every row that is not for the public. */
export const publicStore = dynamoStore(publicAccess(access));
