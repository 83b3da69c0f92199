"""What openapi-python-client generates asks a running system; prints what it read as JSON."""

import json
import os
import uuid

from review_mechanism_client import AuthenticatedClient
from review_mechanism_client.api.journal import get_journal
from review_mechanism_client.api.me import get_me
from review_mechanism_client.api.nominations import list_mandates, name_person
from review_mechanism_client.api.parties import get_party
from review_mechanism_client.api.public import get_labels
from review_mechanism_client.api.reviews import get_review, list_obligations, list_reviews
from review_mechanism_client.api.worklist import get_worklist
from review_mechanism_client.models import AggregateKind, Language, NominationRequest, Problem

party, review = os.environ["PARTY"], os.environ["REVIEW"]
secretariat = AuthenticatedClient(os.environ["API"], os.environ["SECRETARIAT"])
mission = AuthenticatedClient(os.environ["API"], os.environ["MISSION"])



def nominate(email):
    person = {"name": "Ada Muster", "email": email, "language": "en"}
    body = NominationRequest.from_dict({"role": "focal-point", "person": person})
    return name_person.sync(party, client=mission, body=body, idempotency_key=str(uuid.uuid4()))


nomination = nominate(os.environ["EMAIL"])
refusal = nominate(os.environ["OTHER_EMAIL"])
assert isinstance(refusal, Problem)
me = get_me.sync(client=secretariat)
worklist = get_worklist.sync(client=secretariat, limit=200)
reviews = list_reviews.sync(client=secretariat, limit=200)
journal = get_journal.sync(AggregateKind.REVIEW, review, client=secretariat)
review_details = get_review.sync(review, client=secretariat)
party_details = get_party.sync(party, client=secretariat, language=Language.FR)
labels = get_labels.sync(client=secretariat, language=Language.FR)
obligations = list_obligations.sync(client=secretariat, review=review, party=party)
mandates = list_mandates.sync(party, client=mission)

print(
    json.dumps(
        {
            "role": me.role,
            "worklist": [item.kind for item in worklist.items if item.party == party],
            "reviews": [each.id for each in reviews.items],
            "stage": review_details.stage,
            "stageName": labels.stages[review_details.stage],
            "partyName": party_details.name,
            "obligations": [f"{each.kind.value} {each.due_on.isoformat()}" for each in obligations.items],
            "mandates": [each.id for each in mandates.items],
            "mandate": nomination.mandate,
            "journal": [[fact.kind for fact in entry.facts] for entry in journal.items],
            "refusal": {"type": refusal.type_, "status": refusal.status, "detail": refusal.detail, "reviews": refusal.reviews},
        }
    )
)
