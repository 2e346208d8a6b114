from __future__ import annotations

import pytest

from tests.ticket_service.conftest import Caller
from tests.ticket_service.making import Chain

#: Texts that an engine might not take: a column's end and one more, the end of a C string, halves of syntax.
ODD = [
    "\x00",
    "a\x00b",
    "x" * 64,
    "x" * 65,
    "x" * 128,
    "x" * 129,
    "x" * 5000,
    "9" * 4096,
    "💥" * 100,
    "%_'\"\\",
    " ",
    "\n",
]


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: ascii(odd[:4]) + str(len(odd)))
def test_whatever_a_text_holds_every_event_gets_its_answer(odd: str, station: Caller) -> None:
    chain = Chain()
    events = [
        chain.event("package.arrived", {"received_at": "2026-11-23T08:55:00-06:00", "received_by": odd}, odd),
        chain.judged(odd),
        chain.judged("RMA-00001235", lpn=odd),
        chain.found(odd),
        chain.found("ITM-2", line_id=odd),
        chain.found("ITM-3", number=odd),
        chain.begun(odd),
        chain.ended(item=odd),
        chain.ended(item="ITM-2", serial=odd),
        chain.packed(odd, shipment=odd),
        chain.sent(odd),
        chain.event(odd, {}),
        chain.decided(body={"number": odd, "decision": odd, "reason": odd, "note": odd, "judged": odd}),
    ]

    answers = [station.post("/v1/events", chain.batch(event)) for event in events]

    assert [answer.status_code for answer in answers] == [200] * len(events), [answer.text for answer in answers]
    told = {answer.json()["results"][0]["result"] for answer in answers}
    assert told <= {"applied", "applied-with-exception", "rejected"}
    assert station.get(f"/v1/rmas/{odd}").status_code in {200, 404}
    assert station.get("/v1/changes").status_code == 200
    assert station.get("/v1/changes", cursor=odd).status_code in {200, 410}
