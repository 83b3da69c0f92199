import { holdsToItsWord } from "./properties.ts";

holdsToItsWord("deciding", 8);
