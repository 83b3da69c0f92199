import { holdsToItsWord } from "../../api/properties/properties.ts";

holdsToItsWord("deciding", 200);
