import { holdsForPartyFiles } from "../../support/party-files.ts";

holdsForPartyFiles(200);
