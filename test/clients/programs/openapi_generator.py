"""What openapi-generator generates for Python asks a running system; prints what it read as JSON."""

import json
import os
import uuid

import openapi_client as api

party, review = os.environ["PARTY"], os.environ["REVIEW"]


def signed_in(token):
    return api.ApiClient(api.Configuration(host=os.environ["API"], access_token=os.environ[token]))


secretariat, mission = signed_in("SECRETARIAT"), signed_in("MISSION")


def nominate(email):
    person = {"name": "Ada Muster", "email": email, "language": "en"}
    body = api.NominationRequest.from_dict({"role": "focal-point", "person": person})
    return api.NominationsApi(mission).name_person(party, str(uuid.uuid4()), body)


nomination = nominate(os.environ["EMAIL"])
try:
    nominate(os.environ["OTHER_EMAIL"])
    raise SystemExit("A second focal point was not refused")
except api.ApiException as error:
    # This generator reads no response that is described as `default`: the caller reads the body.
    refusal = api.Problem.from_json(error.body)
assert isinstance(refusal, api.Problem)
me = api.MeApi(secretariat).get_me()
worklist = api.WorklistApi(secretariat).get_worklist(limit=200)
reviews = api.ReviewsApi(secretariat).list_reviews(limit=200)
journal = api.JournalApi(secretariat).get_journal(api.AggregateKind.REVIEW, review)
review_details = api.ReviewsApi(secretariat).get_review(review)
party_details = api.PartiesApi(secretariat).get_party(party, language=api.Language.FR)
labels = api.PublicApi(secretariat).get_labels(language=api.Language.FR)
obligations = api.ReviewsApi(secretariat).list_obligations(review=review, party=party)
mandates = api.NominationsApi(mission).list_mandates(party)

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
            "refusal": {"type": refusal.type, "status": refusal.status, "detail": refusal.detail, "reviews": refusal.reviews},
        }
    )
)
