"""What Schemathesis asks of a running scene: as whom, with which real ids, versions and keys, and what was answered.

FUZZ_TARGET names a file with the operation, the request that must succeed, and who asks. Every answer is added as one
line of JSON to FUZZ_ANSWERS.
"""

import json
import os
import random
import re
import uuid

import schemathesis
from schemathesis.checks import not_a_server_error
from schemathesis.core import NOT_SET
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

# What each answer is held to; what Schemathesis would want besides is decided by the product's own tests.
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
# The gateway takes no longer request line, and what it refuses never reaches the API.
LONGEST_VALUE = 1000

with open(os.environ["FUZZ_TARGET"], encoding="utf-8") as file:
    TARGET = json.load(file)
ANSWERS = open(os.environ["FUZZ_ANSWERS"], "a", encoding="utf-8", buffering=1)
SEED = os.environ["FUZZ_SEED"]

# What earlier answers told: the version that stands, and where a list goes on.
KNOWN = {"etag": TARGET["headers"].get("If-Match"), "cursors": []}
KEYS = []
ASKED = {"count": 0}
CALLS = {}


def without_hard_patterns(node):
    """Leaves out patterns of which Schemathesis cannot make texts: properties of Unicode, and what may not follow."""
    if isinstance(node, dict):
        pattern = node.get("pattern")
        if isinstance(pattern, str) and re.search(r"\\[pP]\{|\(\?[!=<]", pattern):
            del node["pattern"]
        for value in node.values():
            without_hard_patterns(value)
    elif isinstance(node, list):
        for value in node:
            without_hard_patterns(value)


@schemathesis.hook
def before_load_schema(context, raw_schema):
    without_hard_patterns(raw_schema)


def of_text(value):
    """A header as it can be sent."""
    return str(value).encode("latin-1", "replace").decode("latin-1")


def shorten(value):
    """A value of the query as long as the gateway takes."""
    if isinstance(value, str):
        return value[:LONGEST_VALUE]
    return [shorten(one) for one in value[:10]] if isinstance(value, list) else value


def fresh_key(chance):
    """A key that nobody sent before, or now and then one that was."""
    if KEYS and chance.random() < 0.1:
        return chance.choice(KEYS)
    KEYS.append(str(uuid.UUID(int=chance.getrandbits(128), version=4)))
    return KEYS[-1]


def set_right(case, chance):
    """The request that must succeed."""
    case.path_parameters = dict(TARGET["params"])
    case.query = dict(TARGET["query"])
    for name, value in TARGET["headers"].items():
        case.headers[name] = value
    if TARGET["takesKey"]:
        case.headers["Idempotency-Key"] = fresh_key(chance)
    case.body = TARGET.get("body", NOT_SET)
    if case.body is not NOT_SET:
        case.media_type = TARGET["mediaType"]


def blend_body(generated, chance):
    """What was generated, what is right, or what is right with some members of what was generated."""
    right = TARGET["body"]
    draw = chance.random()
    if draw < 0.15:
        return right
    if draw > 0.6 or not isinstance(right, dict) or not isinstance(generated, dict):
        return generated
    blended = dict(right)
    for name, value in generated.items():
        if chance.random() < 0.4:
            blended[name] = value
    for name in list(blended):
        if chance.random() < 0.05:
            del blended[name]
    return blended


def blend(case, chance):
    """Takes real ids, versions, keys and cursors into what was generated, mostly."""
    for name, value in TARGET["params"].items():
        draw = chance.random()
        if draw < 0.75:
            case.path_parameters[name] = value
        elif draw < 0.9:
            case.path_parameters[name] = chance.choice(TARGET["ids"].get(name, [value]))
    if TARGET["query"] and chance.random() < 0.5:
        case.query = {**TARGET["query"], **(case.query or {})}
    if TARGET["takesCursor"] and KNOWN["cursors"] and chance.random() < 0.3:
        case.query = {**(case.query or {}), "cursor": chance.choice(KNOWN["cursors"])}
    if KNOWN["etag"] is not None and chance.random() < 0.7:
        case.headers["If-Match"] = KNOWN["etag"]
    if TARGET["takesKey"] and chance.random() < 0.85:
        case.headers["Idempotency-Key"] = fresh_key(chance)
    if "body" in TARGET:
        blended = blend_body(case.body, chance)
        if blended is not case.body:
            case.body = blended
            case.media_type = TARGET["mediaType"]


@schemathesis.hook
def before_call(context, case, kwargs):
    number = ASKED["count"]
    ASKED["count"] += 1
    chance = random.Random(f"{SEED} {number}")
    people = TARGET["people"]
    # Whoever may asks half of the time; the others are mostly refused.
    by = TARGET["by"] if number == 0 or chance.random() < 0.5 else chance.choice(list(people))
    if number == 0:
        set_right(case, chance)
    else:
        blend(case, chance)
    case.query = {name: shorten(value) for name, value in (case.query or {}).items()}
    token = people.get(by)
    case.headers.pop("Authorization", None)
    if token is not None:
        case.headers["Authorization"] = f"Bearer {token}"
    for name in list(case.headers):
        case.headers[name] = of_text(case.headers[name])
    CALLS[case.id] = {"number": number, "by": by}


@schemathesis.hook
def after_call(context, case, response):
    etag = response.headers.get("etag")
    if etag and "If-Match" in TARGET["headers"]:
        KNOWN["etag"] = etag[0]
    if response.status_code == 200 and TARGET["takesCursor"]:
        try:
            following = response.json().get("next")
        except ValueError:
            following = None
        if following is not None:
            KNOWN["cursors"].append(following)


@schemathesis.check
def written_answer(ctx, response, case):
    """Holds an answer to the document and writes it down; it fails nowhere, so that every case is asked."""
    failures = []
    for check in CHECKS:
        try:
            check(ctx, response, case)
        except (Failure, FailureGroup) as error:
            for failure in getattr(error, "exceptions", [error]):
                failures.append({"check": check.__name__, "title": failure.title, "message": failure.message[:600]})
    line = {
        **CALLS.pop(case.id, {"number": -1, "by": ""}),
        "method": case.method.upper(),
        "isOwnMethod": case.method.upper() == case.operation.method.upper(),
        "status": response.status_code,
        "failures": failures,
    }
    if failures:
        body = response.request.body
        line["url"] = re.sub(r"^https?://[^/]+", "", response.request.url)[:1000]
        line["body"] = (body.decode("utf-8", "replace") if isinstance(body, bytes) else str(body))[:2000]
        line["headers"] = {n: v for n, v in response.request.headers.items() if n.lower() != "authorization"}
        line["answer"] = response.text[:2000]
    ANSWERS.write(json.dumps(line) + "\n")
