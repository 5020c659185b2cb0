// The page at work: what is shown, what keys do, where verdicts go.
"use strict";
(function (M) {
  const ROW = 58; // pixels of a story in the list

  const report = M.readReport(M.byId("data").textContent);
  M.byId("data").remove(); // its text is needed no more
  report.columns = M.groupingColumns(report.stories);

  const store = M.makeStore(report.run);
  let filter = M.noFilter();
  let found = M.sift(report, filter);
  let story = null; // null: the overview
  let chosen = null;

  const stories = M.makeList(M.byId("stories"), ROW, storyRow);
  const view = M.makeStory(M.byId("story"), (finding) => open(finding.story, finding));
  const note = M.makeNote(M.byId("note"), report, {
    choose: (finding) => open(finding.story, finding, true),
    judge,
    step,
    copy,
    mark,
    unmark: (finding) => put({ ...finding.own, verdict: "" }, "The mark is taken back."),
    position,
  });
  const form = M.makeForm(report, (next) => {
    filter = next;
    sift();
  });
  const ask = M.makeMarker(report, (place, comment) =>
    put(M.verdictOn({ ...place, story }, "missed", me(), comment), "Marked; u takes it back."),
  );

  // ---- what is shown

  function storyRow(one) {
    const judged = one.findings.filter((finding) => finding.verdict).length;
    const counts = M.SEVERITIES.map((severity) => ({ kind: severity, value: one.counts[severity] || 0 }));
    const total = counts.reduce((sum, part) => sum + part.value, 0);
    const shown = found.ofFindings ? `${one.matching} of ${total}` : total ? String(total) : "";
    const said = counts
      .filter((part) => part.value)
      .map((part) => `${part.value} ${part.kind}`)
      .join(", ");
    return M.el(
      "div",
      { class: `story-row${one === story ? " chosen" : ""}`, role: "listitem" },
      M.el(
        "button",
        { type: "button", "aria-current": one === story ? "true" : null, on: { click: () => open(one, null) } },
        M.el("span", { class: "title", dir: "auto" }, M.shown((one.title || one.name).slice(0, 160))),
        M.el(
          "span",
          { class: "row-facts" },
          M.el("b", { class: `verdict v-${one.verdict}` }, one.verdict),
          M.el("span", { class: "score" }, one.score === null ? "" : one.score.toFixed(1)),
          M.bar(counts, Math.max(total, 12)),
          M.el(
            "span",
            { class: "found", title: said },
            shown,
            M.el("span", { class: "only-heard" }, shown ? ` findings: ${said}` : " nothing found"),
          ),
          judged ? M.el("span", { class: "judged", title: `${judged} judged` }, `✓${judged}`) : "",
        ),
      ),
    );
  }

  function open(next, finding, fromList) {
    const other = next !== story;
    story = next;
    chosen = finding;
    document.body.dataset.view = story ? "story" : "overview";
    M.byId("to-overview").setAttribute("aria-pressed", String(!story));
    const address = story ? M.fragment(report, story, finding?.rule ? finding : null) : "#";
    if (address !== location.hash) history.replaceState(null, "", address);
    if (!story) drawOverview();
    else {
      view.show(story, finding);
      note.show(story, finding);
    }
    if (other) stories.refresh();
    if (other) stories.show(found.stories.indexOf(story));
    document.title = (story ? `${M.named(story.title || story.name)} – ` : "") + M.title;
    if (fromList === undefined && other && story && !finding)
      M.byId("story").querySelector("h1").focus({ preventScroll: true });
  }

  const drawOverview = () => M.drawOverview(M.byId("overview"), report, found, filter, choose);

  function choose(name, value, column) {
    const same = filter[name] === value && (column === undefined || filter.column === column);
    filter = { ...filter, [name]: same ? "" : value };
    if (column !== undefined) filter.column = same ? "" : column;
    sift();
  }

  function sift() {
    found = M.sift(report, filter);
    form.show(filter);
    view.seek(filter.words);
    M.byId("stories").scrollTop = 0;
    stories.set(found.stories);
    if (!story) drawOverview();
    else {
      view.refresh();
      note.show(story, chosen);
    }
    tellFound();
  }

  function tellFound() {
    const [of, all] = [found.stories.length, report.stories.length];
    const number = of === all ? M.number(all) : `${M.number(of)} of ${M.number(all)}`;
    M.byId("found").textContent =
      `${number} ${all === 1 ? "story" : "stories"}, ${M.count(found.findings.length, "finding")}`;
    tellJudged();
  }

  function tellJudged() {
    let judged = 0;
    for (const finding of report.findings) if (finding.verdict) judged += 1;
    const all = report.findings.length;
    M.byId("progress").value = all ? judged / all : 0;
    M.byId("judged").textContent = `${M.number(judged)} of ${M.number(all)} judged`;
  }

  // ---- steps

  function step(by) {
    const list = found.findings;
    if (!list.length) return M.say("No finding is left by the filter.");
    let at = chosen ? list.indexOf(chosen) : -1;
    if (at < 0) at = near(by);
    else at += by;
    if (at < 0 || at >= list.length)
      return M.say(by > 0 ? "This was the last finding." : "This was the first finding.");
    open(list[at].story, list[at], true);
    announce(list[at]);
    return undefined;
  }

  // The finding to go to from a place where none is chosen, or one that the filter leaves out.
  function near(by) {
    const list = found.findings;
    if (!story) return by > 0 ? 0 : list.length - 1;
    const number = chosen && !chosen.own ? chosen.number : null;
    if (number !== null)
      return by > 0 ? list.findIndex((one) => one.number > number) : list.findLastIndex((one) => one.number < number);
    if (by > 0) return list.findIndex((one) => one.story.number >= story.number);
    return list.findLastIndex((one) => one.story.number < story.number);
  }

  function stepStory(by) {
    const at = found.stories.indexOf(story);
    const next = found.stories[story === null ? (by > 0 ? 0 : -1) : at + by];
    if (!next) return M.say(by > 0 ? "This was the last story." : "This was the first story.");
    return open(next, next.findings.find((finding) => finding.passes) || null, true);
  }

  function position() {
    const at = chosen ? found.findings.indexOf(chosen) : -1;
    return at < 0
      ? M.count(found.findings.length, "finding")
      : `${M.number(at + 1)} of ${M.number(found.findings.length)}`;
  }

  function announce(finding) {
    M.byId("heard").textContent =
      `${finding.severity}: ${M.named(finding.text || "")}. ${M.named(finding.message || "")}`;
  }

  // ---- verdicts

  async function judge(finding, verdict, comment, stay) {
    await tried(async () => {
      await store.put(M.verdictOn(finding, verdict, me(), comment ?? finding.verdict?.comment));
      finding.verdict = verdict ? M.verdictOn(finding, verdict, me(), comment ?? finding.verdict?.comment) : null;
      const next = verdict && !stay ? found.findings[found.findings.indexOf(finding) + 1] : null;
      if (filter.judged) sift();
      refresh(finding.story, finding.segment);
      if (stay) return;
      if (next) open(next.story, next, true);
      M.say(
        { accept: "Accepted", dismiss: "Dismissed" }[verdict]
          ? `${{ accept: "Accepted", dismiss: "Dismissed" }[verdict]}; u takes it back.`
          : "Verdict taken back.",
      );
    });
  }

  // A mark of one's own, set or taken back.
  async function put(verdict, said) {
    await tried(async () => {
      await store.put(verdict);
      M.applyVerdicts(report, [verdict]);
      chosen = verdict.verdict ? story.own.find((one) => one.own === verdict) : null;
      open(story, chosen, true);
      refresh(story, verdict.segment);
      M.say(said);
    });
  }

  function mark() {
    const place = M.selected(story);
    if (place) ask(place);
    else M.say("Select words of the translation first, within one paragraph.");
  }

  function refresh(of, segment) {
    stories.refresh();
    tellJudged();
    if (of !== story) return;
    view.refresh(segment);
    note.show(story, chosen);
  }

  async function undo() {
    await tried(async () => {
      const verdict = await store.undo();
      if (!verdict) return M.say("Nothing to take back.");
      M.applyVerdicts(report, [verdict]);
      const where = M.storyOf(report, verdict);
      if (filter.judged) sift();
      if (where) open(where, M.findingOf(report, verdict), true);
      refresh(where, verdict.segment);
      return M.say("Taken back.");
    });
  }

  async function tried(work) {
    try {
      await work();
    } catch (error) {
      M.say(error.message || String(error), true);
    }
  }

  async function save() {
    await tried(async () => {
      const blob = new Blob([await store.export()], { type: "text/csv;charset=utf-8" });
      const link = M.el("a", { href: URL.createObjectURL(blob), download: "mtqa-verdicts.csv" });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    });
  }

  async function load(file) {
    await tried(async () => {
      if (file.size > 50e6) throw new Error("A verdict file of more than 50 MB is none of this page.");
      const verdicts = M.readVerdicts(await file.text());
      for (const verdict of verdicts) M.storyOf(report, verdict); // paths that were left out
      await store.merge(verdicts);
      M.applyVerdicts(report, verdicts);
      const strange = verdicts.filter((verdict) => !M.findingOf(report, verdict)).length;
      sift();
      refresh(story);
      const elsewhere = strange ? `; ${strange} of them on findings that are not on this page` : "";
      M.say(`${M.count(verdicts.length, "verdict")} loaded${elsewhere}.`);
    });
  }

  const me = () => store.me || M.byId("by").value.trim();

  async function copy(finding) {
    const address = new URL(M.fragment(report, finding.story, finding.rule ? finding : null), location.href).href;
    try {
      await navigator.clipboard.writeText(address);
      M.say("Link copied.");
    } catch {
      M.say("The link is in the address line: copy it there.");
    }
  }

  // ---- keys

  const KEYS = {
    j: () => step(1),
    k: () => step(-1),
    J: () => stepStory(1),
    K: () => stepStory(-1),
    a: () => judgeChosen("accept"),
    x: () => judgeChosen("dismiss"),
    u: undo,
    m: mark,
    c: () => note.comment(),
    o: () => open(null, null),
    s: save,
    "/": () => M.byId("filter-words").focus(),
    "?": () => M.byId("help").showModal(),
  };

  function judgeChosen(verdict) {
    if (!chosen || chosen.own) return M.say("Choose a finding first: j goes to the next.");
    return judge(chosen, verdict);
  }

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector("dialog[open]")) return;
    const writing = event.target.matches("input:not([type=checkbox]), select, textarea");
    if (writing) {
      if (event.key === "Escape" || (event.key === "Enter" && event.target.id === "comment")) event.target.blur();
      return;
    }
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  // ---- light and dark

  function theme() {
    const kept = quietly(() => localStorage.getItem("mtqa:theme"));
    if (kept === "light" || kept === "dark") document.documentElement.dataset.theme = kept;
    M.byId("theme").addEventListener("click", () => {
      const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
      const dark = (document.documentElement.dataset.theme || system) === "dark";
      const next = dark ? "light" : "dark";
      document.documentElement.dataset.theme = next;
      quietly(() => localStorage.setItem("mtqa:theme", next));
    });
  }

  function quietly(work) {
    try {
      return work();
    } catch {
      return null;
    }
  }

  // ---- start

  function follow() {
    const place = M.find(report, location.hash);
    if (!place) return open(null, null);
    if (!found.stories.includes(place.story)) {
      filter = M.noFilter();
      sift();
    }
    const gone = location.hash.startsWith("#finding=") && !place.finding;
    open(place.story, place.finding, true);
    if (gone) M.say("This finding is not in the report any more.");
    return undefined;
  }

  async function start() {
    M.title = document.title;
    theme();
    const by = M.byId("by");
    by.hidden = Boolean(store.me);
    by.value = quietly(() => localStorage.getItem("mtqa:by")) || "";
    by.addEventListener("change", () => quietly(() => localStorage.setItem("mtqa:by", me())));
    M.byId("to-overview").addEventListener("click", () => open(null, null));
    M.byId("save").addEventListener("click", save);
    M.byId("load").addEventListener("click", () => M.byId("file").click());
    M.byId("file").addEventListener("change", (event) => {
      const [file] = event.target.files;
      if (file) load(file);
      event.target.value = "";
    });
    M.byId("to-help").addEventListener("click", () => M.byId("help").showModal());
    M.byId("help-close").addEventListener("click", () => M.byId("help").close());
    addEventListener("hashchange", follow);
    addEventListener("beforeprint", () => view.print(true));
    addEventListener("afterprint", () => view.print(false));
    stories.set(found.stories);
    tellFound();
    follow();
    document.body.dataset.ready = "true";
    await tried(async () => {
      M.applyVerdicts(report, await store.load());
      store.watch?.((verdicts) => {
        M.applyVerdicts(report, verdicts);
        refresh(story);
        if (!story) drawOverview();
      });
    });
    refresh(story);
    if (!story) drawOverview();
    document.body.dataset.ready = "verdicts";
    M.prepareSearch(report);
  }

  start();
})(Mtqa);
