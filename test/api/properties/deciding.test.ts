import { holdsToItsWord } from "../../support/properties.ts";

holdsToItsWord("deciding", 8);
