import { holdsToItsWord } from "./properties.ts";

holdsToItsWord("writing", 8);
