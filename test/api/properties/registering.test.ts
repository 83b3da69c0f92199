import { holdsToItsWord } from "./properties.ts";

holdsToItsWord("registering", 8);
