import { dynamoStore } from "../store/store.ts";
import { publicAccess } from "../store/leading-keys.ts";
import { access } from "./deps.ts";

/** The store of the public function: it refuses every row that is not public. */
export const publicStore = dynamoStore(publicAccess(access));
