import { holdsToItsWord } from "../../support/properties.ts";

holdsToItsWord("writing", 8);
