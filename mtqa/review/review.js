// Verdicts kept by the server that sent this page; what other editors do is seen within seconds.
"use strict";
(function (M) {
  const EVERY = 3000; // milliseconds between two questions for what is new
  const TRIES = 20; // of a request that got no answer; each waits twice as long as the one before, up to a limit
  const [FIRST, LONGEST] = [400, 5000]; // milliseconds

  let known = null; // what the server said of this session

  const later = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

  const fresh = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

  // Asks the server. A request that changes something has an id of its own, so it may be sent again until it is answered.
  async function ask(address, body, type = "application/json", most = TRIES) {
    const headers = body === undefined ? {} : { "Content-Type": type, "X-MTQA-Request": known.pass };
    const options = body === undefined ? {} : { method: "POST", body, headers };
    for (let tries = 1, wait = FIRST; ; tries += 1, wait = Math.min(2 * wait, LONGEST)) {
      let answer = null;
      try {
        answer = await fetch(address, { cache: "no-store", ...options });
      } catch {
        // nobody there: perhaps in a moment
      }
      if (answer && answer.ok) return answer;
      const again = !answer || answer.status === 429 || answer.status >= 500;
      if (again && tries < most) {
        await later(wait);
        continue;
      }
      if (!answer) throw new Error("The server does not answer: this was not kept. Try again.");
      if (answer.status === 401) throw new Error("The session has ended: load the page anew.");
      const said = await answer.json().catch(() => ({}));
      throw new Error(`Not kept: ${said.error || answer.statusText}.`);
    }
  }

  const post = async (address, values) => (await ask(address, JSON.stringify(values))).json();
  const get = async (address) => (await ask(address)).json();

  M.makeStore = function (run) {
    known = run.review;
    const seen = new Map(); // place and editor -> when it was said: what this page knows already
    const name = (verdict) => `${M.key(verdict)}\u001f${verdict.by}`;
    const stamp = (verdict) => `${verdict.verdict} ${verdict.at} ${verdict.comment}`;
    const note = (verdict) => seen.set(name(verdict), stamp(verdict));
    const standing = new Map(); // place -> what this editor's verdict is, as the server has it
    const stands = (verdict) => standing.set(M.key(verdict), verdict);
    let last = 0;
    let line = Promise.resolve(); // one after the other: the last thing done is the last thing kept
    let waiting = [];
    let open = 0; // what was done and is not kept yet
    let tell = null; // tells the page of verdicts that did not come from it

    function count(by) {
      open += by;
      const button = M.byId("to-review");
      if (open) button.dataset.waiting = String(open);
      else delete button.dataset.waiting;
      button.replaceChildren(M.shown(known.editor + (open ? ` …${open}` : "")));
    }

    addEventListener("beforeunload", (event) => open && event.preventDefault());

    // The page goes on at once; what could not be kept in the end is taken back from it.
    async function send(verdict) {
      try {
        const kept = await post("/api/verdicts", { ...verdict, id: fresh() });
        note(kept);
        stands(kept);
      } catch (error) {
        M.say(error.message, true);
        tell?.([standing.get(M.key(verdict)) || { ...verdict, verdict: "" }]);
      } finally {
        count(-1);
      }
    }

    function inLine(work) {
      const done = line.then(work);
      line = done.catch(() => {});
      return done;
    }

    async function news(changed) {
      const { last: newest, verdicts } = await (await ask(`/api/verdicts?since=${last}`, undefined, "", 1)).json();
      last = newest;
      for (const verdict of verdicts) {
        if (seen.get(name(verdict)) === stamp(verdict)) continue;
        note(verdict);
        if (verdict.mine) stands(verdict);
        waiting.push(verdict);
      }
      if (!waiting.length || document.activeElement?.matches("input, textarea, select")) return; // nobody is interrupted
      const told = waiting;
      waiting = [];
      changed(told);
    }

    return {
      me: known.editor,
      async load() {
        const present = await get("/api/verdicts");
        last = present.last;
        for (const verdict of present.verdicts) {
          note(verdict);
          if (verdict.mine) stands(verdict);
        }
        return present.verdicts;
      },
      async put(verdict) {
        count(1);
        inLine(() => send(verdict));
      },
      undo: () =>
        inLine(async () => {
          const kept = await post("/api/undo", { id: fresh() });
          if (kept) note(kept);
          if (kept) stands(kept);
          return kept;
        }),
      merge: (verdicts) =>
        inLine(async () => {
          for (const verdict of verdicts) verdict.mine = !verdict.by || verdict.by === known.editor;
          await ask("/api/import?format=csv", M.writeVerdicts(verdicts), "text/csv");
        }),
      export: async () => (await ask("/export/verdicts.csv")).text(),
      watch(changed) {
        tell = changed;
        (async () => {
          for (;;) {
            await later(EVERY);
            if (document.hidden) continue;
            try {
              await inLine(() => news(changed));
            } catch {
              // what is to be kept says it where nobody answers
            }
          }
        })();
      },
    };
  };

  // ---- the review as a whole

  async function tried(work) {
    try {
      await work();
    } catch (error) {
      M.say(error.message || String(error), true);
    }
  }

  function dialog(title, ...children) {
    const made = M.el("dialog", { "aria-label": title, style: { "max-width": "56rem" } }, M.el("h2", {}, title), ...children);
    made.append(M.el("button", { type: "button", class: "close", on: { click: () => made.close() } }, "Close"));
    made.addEventListener("close", () => made.remove());
    document.body.append(made);
    made.showModal();
    return made;
  }

  const percent = (share) => (share === null || share === undefined ? "–" : `${Math.round(100 * share)} %`);
  const number = (value) => (value === null ? "–" : value.toFixed(2));

  function table(head, rows) {
    const cells = (row, tag) => row.map((cell, place) => M.el(place ? tag : "th", { scope: place ? null : "row" }, M.shown(String(cell))));
    const body = rows.map((row) => M.el("tr", {}, cells(row, "td")));
    return M.el("table", { class: "rows" }, M.el("thead", {}, M.el("tr", {}, head.map((cell) => M.el("th", { scope: "col" }, cell)))), M.el("tbody", {}, body));
  }

  function agreementRows(others) {
    const rows = [];
    for (const [name, parts] of Object.entries(others)) {
      for (const [severity, part] of Object.entries(parts)) {
        if (part.both) rows.push([severity === "all" ? name : `  ${severity}`, part.both, percent(part.share), number(part.kappa)]);
      }
    }
    return rows;
  }

  const SAID = { accept: "accepts", dismiss: "dismisses", missed: "marks", "": "takes back" };

  function historyRow(event) {
    const what = event.kind === "undo" ? "undoes" : SAID[event.verdict];
    const words = `${event.text.slice(0, 40)}${event.comment ? ` (${event.comment.slice(0, 60)})` : ""}`;
    return [event.at.replace("T", " ").slice(0, 16), `${event.by} ${what}`, event.rule || event.category || "a mark", words];
  }

  async function overview() {
    await tried(async () => {
      const [progress, agreement, history] = await Promise.all([get("/api/progress"), get("/api/agreement"), get("/api/history?most=50")]);
      const people = Object.entries(progress.editors).map(([name, one]) => [name, one.findings, one.documents, one.missed]);
      people.push(["anybody", progress.judged.findings, progress.judged.documents, ""]);
      const link = (address, text) => M.el("a", { href: address }, text);
      const agreed = agreementRows(agreement.others);
      dialog(
        "Review",
        M.el("p", {}, `You are ${known.editor}. `, known.rename ? M.el("button", { type: "button", id: "rename", on: { click: rename } }, "Somebody else") : ""),
        M.el("p", {}, "Stories: ", link("/", "as they came"), " · ", link("/?order=uncertainty", "least sure first"), " · ", link(`/?order=chance&seed=${known.seed || 1}`, "by chance")),
        M.el("p", {}, "Files: ", ["verdicts.csv", "mqm.tsv", "label-studio.json"].flatMap((name) => [link(`/export/${name}`, name), " "])),
        M.el("h3", {}, `Judged, of ${M.count(progress.findings, "finding")} in ${M.number(progress.documents_with_findings)} stories`),
        table(["who", "findings", "whole stories", "marks"], people),
        agreed.length ? M.el("h3", {}, "How far you agree with others") : "",
        agreed.length ? table(["with", "both judged", "same", "kappa"], agreed) : "",
        history.length ? M.el("h3", {}, "Lately") : "",
        history.length ? table(["when", "who", "what", "words"], history.map(historyRow)) : "",
      );
    });
  }

  function rename() {
    const field = M.el("input", { type: "text", id: "new-name", maxlength: "100", value: known.editor, "aria-label": "Your name" });
    const keep = () =>
      tried(async () => {
        await post("/api/editor", { name: field.value });
        location.reload();
      });
    dialog("Who are you?", M.el("p", { class: "tools" }, field, M.el("button", { type: "button", id: "keep-name", on: { click: keep } }, "That is me")));
  }

  addEventListener("DOMContentLoaded", () => {
    const tools = document.querySelector(".tools");
    tools.prepend(M.el("button", { type: "button", id: "to-review", on: { click: overview } }, M.shown(known.editor)));
  });
})(Mtqa);
