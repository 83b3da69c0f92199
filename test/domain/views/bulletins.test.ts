import { expect, test } from "vitest";
import { addresseeView } from "../../../domain/views/bulletins.ts";
import { AddresseeReason } from "../../../schemas/model/audience.ts";
import { PreviewedAddresseeView } from "../../../schemas/views/bulletin.ts";
import { PartyId, ReviewId } from "../../../schemas/base/ids.ts";

const party = PartyId.parse("FR");
const reviews = [ReviewId.parse("c1-FR")];
const grounds = { as: "mission", party, kinds: ["questionnaire"], reviews, dueAt: "2021-07-11T21:59:59.999Z" } as const;

test.each([
  ["missing-focal-point", "focal-points-missing"],
  ["overdue-questionnaire", "duties-overdue"],
  ["duties-overdue", "duties-overdue"],
  ["presidents-list", "presidents-list"],
])(
  "the recipients of list %s in a stored row get list %s in the view, with the day next to the instant",
  (stored, expected) => {
    const reason = AddresseeReason.parse({ code: "listed", list: stored, ...grounds });
    const view = addresseeView({ recipient: { kind: "mission", party }, party, reviews, reason });
    expect(view.reason).toEqual({ code: "listed", list: expected, ...grounds, dueOn: "2021-07-11" });
    // The shell writes the names.
    const partyName = "France";
    const named = { ...view, partyName, recipient: { ...view.recipient, partyName } };
    expect(PreviewedAddresseeView.parse(named)).toEqual(named);
  },
);
