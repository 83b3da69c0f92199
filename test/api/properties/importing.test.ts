import { holdsForPartyFiles } from "./party-files.ts";

holdsForPartyFiles(16);
