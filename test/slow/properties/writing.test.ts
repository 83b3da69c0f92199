import { holdsToItsWord } from "../../api/properties/properties.ts";

holdsToItsWord("writing", 200);
