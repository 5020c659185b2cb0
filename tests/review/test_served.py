"""What the server answers, and what it refuses."""

from __future__ import annotations

import asyncio
import html
import re
import socket
import threading
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from mtqa.review.access import Access, Buckets
from mtqa.review.app import make_app
from mtqa.review.said import Said

from .made import finding, mark, on, report, review_at
from .served import Editor, known, serving, values


@pytest.fixture
def lite(tmp_path):
    """A review in a file of SQLite."""
    address = str(tmp_path / "review.sqlite")
    review_at(address).database.close()
    return address


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """The address of a server for tests that change nothing."""
    address = str(tmp_path_factory.mktemp("shared") / "review.sqlite")
    review_at(address).database.close()
    with serving(address, "--editor", "ann") as server:
        yield server.url


def test_the_page_is_that_of_the_html_report_with_its_policy(shared):
    with Editor(shared) as ann:
        page = ann.client.get("/")
    assert ann.known["editor"] == "ann"
    meta = re.search(r'Content-Security-Policy" content="([^"]*)"', page.text)
    assert page.headers["content-security-policy"] == html.unescape(meta[1]) + "; frame-ancestors 'none'"
    assert "default-src &#39;none&#39;" in meta[1]
    assert "connect-src &#39;self&#39;" in meta[1]
    assert "unsafe" not in meta[1]
    assert page.headers["x-content-type-options"] == "nosniff"
    assert page.headers["cache-control"] == "no-store"
    assert "server" not in page.headers


def test_a_session_is_a_cookie_that_no_script_and_no_other_site_sees(shared):
    with httpx.Client(base_url=shared, trust_env=False) as client:
        cookie = client.get("/").headers["set-cookie"]
    assert {part.strip().lower() for part in cookie.split(";")[1:]} == {"httponly", "path=/", "samesite=strict"}


def test_editors_see_each_other(lite):
    with serving(lite) as server, Editor(server.url, "ann") as ann, Editor(server.url, "ben") as ben:
        kept = ann.put(on(0, "dismiss", "fine so"), "request-1")
        assert (kept.status_code, kept.json()["by"], kept.json()["mine"]) == (200, "ann", True)
        (seen,) = ben.present()
        assert (seen["by"], seen["verdict"], seen["comment"], seen["mine"]) == ("ann", "dismiss", "fine so", False)
        last = ben.client.get("/api/verdicts").json()["last"]
        ben.put(on(0, "accept"), "request-2")
        ann.post("/api/undo", {"id": "undo-00001"})
        new = ben.client.get("/api/verdicts", params={"since": last}).json()["verdicts"]
        assert sorted((one["by"], one["verdict"]) for one in new) == [("ann", ""), ("ben", "accept")]
        assert [one["by"] for one in ben.client.get("/api/history").json()] == ["ann", "ben", "ann"]
        assert ben.client.get("/api/progress").json()["editors"]["ben"]["findings"] == 1
        agreement = ben.client.get("/api/agreement", params={"other": "ann"}).json()
        assert agreement["others"]["ann"]["all"] == {"both": 0, "same": 0, "share": None, "kappa": None}


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"X-MTQA-Request": ""}, 403),
        ({"X-MTQA-Request": "0" * 64}, 403),
        ({"X-MTQA-Request": "ü"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Origin": "http://[broken"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Host": "evil.example"}, 421),
        ({"Host": "127.0.0.1.evil.example:80"}, 421),
        ({"Cookie": "mtqa_review_PORT="}, 401),
        ({"Cookie": "mtqa_review_PORT=WyJ6b2UiLDEsImEiXQ.00"}, 401),
        ({"Content-Type": "text/plain"}, 415),
    ],
)
def test_a_request_that_another_site_could_make_is_refused(shared, headers, status):
    with Editor(shared, "ann") as ann:
        if "Cookie" in headers:
            ann.client.cookies.clear()
        port = shared.rstrip("/").rpartition(":")[2]
        raw = {key: value.replace("PORT", port).encode("latin-1") for key, value in headers.items()}
        answer = ann.post("/api/verdicts", values(on(0, "accept"), "request-1"), **raw)
        assert answer.status_code == status, answer.text
        with Editor(shared) as other:
            assert other.present() == []


def test_a_session_of_somebody_else_has_another_password(shared):
    with Editor(shared, "ann") as ann, Editor(shared, "ben") as ben:
        ann.known["pass"] = ben.known["pass"]
        assert ann.put(on(0, "accept"), "request-1").status_code == 403


def test_nothing_is_told_under_another_name_of_the_server(shared):
    for address in ("/", "/api/verdicts", "/export/verdicts.csv", "/login"):
        answer = httpx.get(shared + address.lstrip("/"), headers={"Host": "evil.example"}, trust_env=False)
        assert answer.status_code == 421
        assert "set-cookie" not in answer.headers


def test_a_link_from_elsewhere_takes_the_session_along(shared):
    answer = httpx.get(shared, headers={"Sec-Fetch-Site": "cross-site"}, trust_env=False)
    assert "set-cookie" not in answer.headers  # it would push out the name that is there
    assert 'http-equiv="refresh" content="0"' in answer.text


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"", 400),
        (b"[]", 400),
        (b"[" * 100_000, 413),
        (b"[" * 60_000, 400),
        (b"\xff\xfe", 400),
        (b'{"id": "request-1"}', 422),
        (b'{"id": 5, "document": "d1"}', 422),
        (b'{"document":"d1","segment":true,"start":0,"end":1,"rule":"","verdict":"missed","id":"request-1"}', 422),
        (b'{"document":"d1","segment":1e3,"start":0,"end":1,"rule":"","verdict":"missed","id":"request-1"}', 422),
        (b'{"document":"d1","segment":' + b"9" * 4000 + b',"start":0,"end":1,"rule":"a","verdict":"accept"}', 422),
        (b'{"document":"\\u0000","segment":0,"start":0,"end":1,"rule":"a","verdict":"accept","id":"request-1"}', 404),
        (
            b'{"document":"d1","segment":0,"start":7,"end":14,"rule":"\' OR 1=1","verdict":"accept","id":"request-1"}',
            404,
        ),
        (
            b'{"document":"d1","segment":0,"start":0,"end":1,"rule":"\\ud800\\u0000","verdict":"accept","id":"request-1"}',
            404,
        ),
        (b'{"document":"\\ud800","segment":0,"start":0,"end":1,"rule":"a","verdict":"accept","id":"request-1"}', 404),
    ],
)
def test_bodies_that_make_no_sense(shared, body, status):
    with Editor(shared, "ann") as ann:
        headers = {"X-MTQA-Request": ann.known["pass"], "Content-Type": "application/json"}
        answer = ann.client.post("/api/verdicts", content=body, headers=headers)
        assert answer.status_code == status, answer.text
        assert "error" in answer.json()
        assert ann.present() == []


def test_a_body_without_a_length_is_cut_off(lite):
    with serving(lite) as server, Editor(server.url, "ann") as ann:
        headers = {"X-MTQA-Request": ann.known["pass"], "Content-Type": "application/json"}
        pieces = (b" " * 10_000 for _ in range(100))
        assert ann.client.post("/api/verdicts", content=pieces, headers=headers).status_code == 413
        assert ann.put(on(0, "accept"), "request-1").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/export/../../../etc/passwd",
        "/export/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "/export/verdicts.csv%00.json",
        "/static/../review.py",
        "//etc/passwd",
        "/api/../export/none",
        "/review.js",
    ],
)
def test_paths_lead_nowhere_else(shared, path):
    with Editor(shared, "ann") as ann:
        host, _, port = shared.removeprefix("http://").rstrip("/").partition(":")
        cookie = "; ".join(f"{name}={value}" for name, value in ann.client.cookies.items())
        with socket.create_connection((host, int(port)), 30) as raw:  # no client tidies the path before it goes
            lines = (f"GET {path} HTTP/1.1", f"Host: {host}:{port}", f"Cookie: {cookie}", "Connection: close", "", "")
            raw.sendall("\r\n".join(lines).encode())
            answer = b"".join(iter(lambda: raw.recv(65536), b""))
    assert answer.startswith(b"HTTP/1.1 404"), answer[:200]
    assert b"root:" not in answer


@pytest.mark.parametrize(
    "query",
    [
        "/api/verdicts?since=-1",
        "/api/verdicts?since=1;DROP",
        "/api/history?before=" + "9" * 40,
        "/api/queue?order=name;--",
        "/?order=rubbish",
        "/?order=chance&seed=x",
    ],
)
def test_questions_that_make_no_sense(shared, query):
    with Editor(shared, "ann") as ann:
        answer = ann.client.get(query)
        assert answer.status_code == 422
        assert "error" in answer.json()


def test_two_servers_of_a_machine_do_not_end_each_others_sessions(lite, tmp_path):
    other = str(tmp_path / "other.sqlite")
    review_at(other).database.close()
    with serving(lite) as one, serving(other) as two, Editor(one.url, "ann") as ann:
        ann.client.get(two.url)
        assert ann.put(on(0, "accept"), "request-1").json()["by"] == "ann"


def test_files_go_out_and_come_in(lite, tmp_path):
    with serving(lite) as server, Editor(server.url, "ann") as ann:
        ann.put(on(0, "dismiss", "=1+1"), "request-1")
        ann.put(mark(), "request-2")
        table = ann.client.get("/export/verdicts.csv")
        assert table.headers["content-disposition"] == 'attachment; filename="verdicts.csv"'
    assert "'=1+1" in table.text
    other = str(tmp_path / "other.sqlite")
    review_at(other).database.close()
    with serving(other) as server, Editor(server.url, "ben") as ben:
        headers = {"X-MTQA-Request": ben.known["pass"], "Content-Type": "text/csv"}
        for kept in (2, 0):
            answer = ben.client.post("/api/import?format=csv", content=table.content, headers=headers)
            assert answer.json() == {"kept": kept, "known": 2 - kept, "strange": 0}
        assert [one["by"] for one in ben.present()] == ["ann", "ann"]
        assert ben.client.get("/export/verdicts.csv").text == table.text
        broken = ben.client.post("/api/import?format=csv", content=table.content[:-40], headers=headers)
        assert broken.status_code == 422
        assert broken.json()["error"].startswith("the file:")


def test_with_a_token(lite, tmp_path):
    tokens = tmp_path / "tokens"
    tokens.write_text("# editors\nAnn Lee aaaaaaaaaaaaaaaaaaaa\nben bbbbbbbbbbbbbbbbbbbb\n")
    with (
        serving(lite, "--token-file", str(tokens)) as server,
        httpx.Client(base_url=server.url, trust_env=False) as client,
    ):
        first = client.get("/")
        assert (first.status_code, first.headers["location"]) == (303, "/login")
        assert client.get("/api/verdicts").status_code == 401
        form = client.get("/login")
        assert 'name="token"' in form.text
        assert 'name="name"' not in form.text
        wrong = client.post("/login", data={"token": "cccccccccccccccccccc"})
        assert (wrong.status_code, "set-cookie" in wrong.headers) == (403, False)
        other = client.post("/login", data={"token": "a" * 20}, headers={"Origin": "http://evil.example"})
        assert other.status_code == 403
        good = client.post("/login", data={"token": "a" * 20, "name": "somebody else"})
        assert good.status_code == 303
        session = known(client.get("/").text)
        assert session["editor"] == "Ann Lee"
        headers = {"X-MTQA-Request": session["pass"]}
        assert client.post("/api/editor", json={"name": "ben"}, headers=headers).status_code == 403
        assert client.post("/api/verdicts", json=values(on(0, "accept"), "request-1"), headers=headers).is_success
        bearer = {"Authorization": "Bearer " + "b" * 20}
        with httpx.Client(base_url=server.url, headers=bearer, trust_env=False) as script:
            answer = script.post("/api/verdicts", json=values(on(0, "dismiss"), "request-2"))
            assert answer.json()["by"] == "ben"
        assert httpx.get(server.url + "api/verdicts", headers={"Authorization": "Bearer x"}).status_code == 401
        ((_, cookie),) = client.cookies.items()
    tokens.write_text("ann dddddddddddddddddddd\n")
    with serving(lite, "--token-file", str(tokens)) as server:  # other tokens: old sessions have ended
        answer = httpx.get(
            server.url + "api/verdicts",
            headers={"Cookie": f"mtqa_review_{server.url.rstrip('/').rpartition(':')[2]}={cookie}"},
            trust_env=False,
        )
        assert answer.status_code == 401


def test_tokens_cannot_be_tried_out(lite):
    with (
        serving(lite, "--token-env", "MTQA_TEST_TOKEN", MTQA_TEST_TOKEN="s" * 20) as server,
        httpx.Client(base_url=server.url, trust_env=False) as client,
    ):
        answers = [client.post("/login", data={"token": f"guess {i}", "name": "x"}) for i in range(40)]
        assert {one.status_code for one in answers} == {403, 429}
        assert [one.status_code for one in answers].count(403) <= 15
        assert int(answers[-1].headers["retry-after"]) >= 1
        assert client.post("/login", data={"token": "s" * 20, "name": "ann"}).status_code == 429


def test_requests_have_a_rate():
    buckets = Buckets(3, 2.0)
    assert [buckets.take("ann", 10.0) for _ in range(4)] == [0, 0, 0, 0.5]
    assert buckets.take("ben", 10.0) == 0
    assert buckets.take("ann", 10.5) == 0
    assert buckets.take("ann", 10.5) == 0.5


def test_who_asks_too_much_is_told_to_wait(lite, monkeypatch):
    monkeypatch.setattr("mtqa.review.guard.RATE", (3, 0.001))
    review = review_at(lite, [])
    app = make_app(review, Access("local", frozenset({"here"}), b"secret", "ann"))

    async def ask() -> list[tuple[int, str | None]]:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://here") as client:
            answers = [await client.get("/") for _ in range(5)]
        return [(one.status_code, one.headers.get("retry-after")) for one in answers]

    found = asyncio.run(ask())
    assert [status for status, _ in found] == [200, 200, 200, 200, 429]  # the first one was nobody yet
    assert int(found[-1][1] or 0) > 100


def test_behind_a_proxy(lite):
    options = ("--proxy-header", "X-Forwarded-User", "--allow-host", "review.example")
    with serving(lite, *options, "--proxy-from", "10.1.2.3") as server:
        answer = httpx.get(server.url, headers={"X-Forwarded-User": "ann"}, trust_env=False)
        assert answer.status_code == 403  # whoever asks is not the proxy
    with serving(lite, *options, "--proxy-from", "127.0.0.0/8") as server:
        assert httpx.get(server.url, trust_env=False).status_code == 401
        said = {"X-Forwarded-User": "ann", "Host": "review.example"}
        with Editor(server.url, **said, Origin="https://review.example") as ann:
            assert ann.known["editor"] == "ann"
            assert ann.put(on(0, "accept"), "request-1").json()["by"] == "ann"
            ann.client.headers["X-Forwarded-User"] = "ben"  # the cookie of another
            assert ann.put(on(0, "accept"), "request-2").status_code == 401
        two = [("X-Forwarded-User", "ann"), ("X-Forwarded-User", "eve"), ("Host", "review.example")]
        assert httpx.get(server.url, headers=two, trust_env=False).status_code == 401
        page = httpx.get(server.url, headers={**said, "X-Forwarded-Proto": "https"}, trust_env=False)
        assert "secure" in page.headers["set-cookie"].lower()


def test_twenty_editors_at_once(address):
    texts = [f"This is is sentence {i}." for i in range(10)]
    found = [finding(i, 5, 10, "repetition/doubled-word") for i in range(10)]
    review = review_at(address, [report(f"d{i}", texts, found) for i in range(3)])
    places = [(f"d{i}", segment) for i in range(3) for segment in range(10)]
    begin = threading.Barrier(20)

    def work(number: int) -> list[int]:
        states = []
        with Editor(server.url, f"editor {number:02}") as editor:
            begin.wait(60)
            for step, (document, segment) in enumerate(places):
                verdict = "accept" if (number + step) % 3 else "dismiss"
                said = Said(document, "in.jsonl", segment, 5, 10, "repetition/doubled-word", verdict)
                times = 2 if step % 5 == 0 else 1  # some requests come twice
                states += [editor.put(said, f"editor-{number}-{step}").status_code for _ in range(times)]
            editor.post("/api/undo", {"id": f"editor-{number}-undo"})
        return states

    with serving(address) as server, ThreadPoolExecutor(20) as pool:
        states = [state for states in pool.map(work, range(20)) for state in states]
    assert set(states) == {200}
    kept = review.history(most=10_000)
    assert [one["kind"] for one in kept].count("verdict") == 20 * 30
    assert [one["kind"] for one in kept].count("undo") == 20
    assert len(review.all_verdicts()) == 20 * 29
