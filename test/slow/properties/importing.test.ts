import { holdsForPartyFiles } from "../../api/properties/party-files.ts";

holdsForPartyFiles(200);
