import { holdsToItsWord } from "../../support/properties.ts";

holdsToItsWord("reading", 8);
