import { holdsToItsWord } from "../../support/properties.ts";

holdsToItsWord("registering", 8);
