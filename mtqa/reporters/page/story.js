// A story: its segments with what stands beside them, and spans marked by severity.
"use strict";
(function (M) {
  const CHUNK = 60; // segments made at a time
  const EDGE = 48; // pixels that a chosen mark keeps from the edge
  const LIT = 2000; // places lit up
  const PRINTED = 3000; // segments
  const LANES = 4; // lines below each other at most

  const found = new WeakMap(); // mark -> findings, the innermost first

  // `choose(finding)` is called for a click on a mark.
  M.makeStory = function (box, choose) {
    let story = null;
    let chosen = null;
    let flaggedOnly = false;
    let segments = [];
    let first = 0;
    let last = 0;
    let bySegment = new Map();
    let sought = "";

    const watcher = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) if (entry.isIntersecting) more(entry.target.classList.contains("earlier"));
      },
      { root: box, rootMargin: "400px" },
    );

    box.addEventListener("click", (event) => {
      const mark = event.target.closest(".mark");
      if (mark) pick(mark);
    });
    box.addEventListener("keydown", (event) => {
      if (event.target.classList.contains("mark") && (event.key === "Enter" || event.key === " ")) {
        event.preventDefault();
        pick(event.target);
      }
    });

    // The innermost finding of a mark; clicked again, the next one round it.
    function pick(mark) {
      if (!getSelection().isCollapsed) return; // somebody selects text
      const here = found.get(mark);
      choose(here[(here.indexOf(chosen) + 1) % here.length]);
    }

    function sort() {
      bySegment = new Map();
      for (const finding of [...story.findings, ...story.own]) {
        if (!bySegment.has(finding.segment)) bySegment.set(finding.segment, []);
        bySegment.get(finding.segment).push(finding);
      }
      segments = flaggedOnly ? story.segments.filter((segment) => bySegment.has(segment.number)) : story.segments;
    }

    function draw() {
      sort();
      const at = chosen ? segments.findIndex((segment) => segment.number === chosen.segment) : 0;
      first = Math.max(0, at - CHUNK / 3);
      first = Math.floor(first);
      last = Math.min(segments.length, first + CHUNK);
      watcher.disconnect();
      const sheet = M.el("div", { class: `text${wide() ? " beside-it" : ""}` });
      sheet.append(
        M.el("div", { class: "earlier" }),
        ...segments.slice(first, last).map(row),
        M.el("div", { class: "later" }),
      );
      box.replaceChildren(head(), sheet);
      for (const end of sheet.querySelectorAll(".earlier, .later")) watcher.observe(end);
      light();
    }

    function more(earlier) {
      const sheet = box.querySelector(".text");
      if (!sheet) return;
      if (earlier && first > 0) {
        const from = Math.max(0, first - CHUNK);
        sheet.querySelector(".earlier").after(...segments.slice(from, first).map(row));
        first = from;
      } else if (!earlier && last < segments.length) {
        const to = Math.min(segments.length, last + CHUNK);
        sheet.querySelector(".later").before(...segments.slice(last, to).map(row));
        last = to;
      }
      light();
    }

    // Words that are searched for are lit up, without any element.
    function light() {
      if (!CSS.highlights) return;
      CSS.highlights.delete("sought");
      const sheet = box.querySelector(".text");
      if (!sought || !sheet) return;
      const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
      const ranges = [];
      while (walker.nextNode() && ranges.length < LIT) {
        const text = walker.currentNode.data.toLowerCase();
        if (text.length !== walker.currentNode.data.length) continue; // offsets would be others
        for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) {
          const range = new Range();
          range.setStart(walker.currentNode, at);
          range.setEnd(walker.currentNode, at + sought.length);
          ranges.push(range);
        }
      }
      CSS.highlights.set("sought", new Highlight(...ranges));
    }

    const wide = () =>
      story.segments.some((segment) => segment.source !== undefined || segment.reference !== undefined);

    function head() {
      const facts = [
        story.score === null ? "not scored" : `score ${story.score.toFixed(2)}`,
        `${M.number(story.words)} words`,
        said(story.counts),
        story.readability === "not assessed" ? null : `readability ${story.readability}`,
        story.estimate === null ? null : `people would take off ${story.estimate.toFixed(1)} points in 100 words`,
        ...Object.entries(story.metrics || {}).map(([name, value]) =>
          value === null ? null : `${name} ${value.toFixed(1)}`,
        ),
        story.date,
        story.source_language ? `${story.source_language} → ${story.language}` : story.language,
      ];
      const flagged = M.el("input", { type: "checkbox", id: "flagged-only" });
      flagged.checked = flaggedOnly;
      flagged.addEventListener("change", () => {
        flaggedOnly = flagged.checked;
        draw();
        M.byId("flagged-only").focus();
      });
      return M.el(
        "header",
        { class: "story-head" },
        M.el("p", { class: "file" }, M.shown(story.name)),
        M.el(
          "h1",
          {
            tabindex: "-1",
            dir: "auto",
            class: story.title && story.segments[0]?.target === story.title ? "again" : null,
          },
          M.shown(story.title || story.id),
        ),
        M.el(
          "p",
          { class: "facts" },
          M.el("b", { class: `verdict v-${story.verdict}` }, story.verdict),
          facts.filter(Boolean).map((fact) => M.el("span", {}, fact)),
        ),
        story.reason ? M.text("p", { class: "reason" }, story.reason) : null,
        story.bare
          ? M.el(
              "p",
              { class: "reason" },
              "The text of this story is not on the page: there was no room for it. Check it alone to see it.",
            )
          : null,
        story.more
          ? M.el(
              "p",
              { class: "reason" },
              `${M.count(story.more, "finding")} more are not on the page; those here are the gravest.`,
            )
          : null,
        story.unshown
          ? M.el("p", { class: "reason" }, `${M.count(story.unshown, "paragraph")} more are not on the page.`)
          : null,
        story.segments.length > 1
          ? M.el("label", { class: "flagged-only" }, flagged, " Only paragraphs with findings")
          : null,
      );
    }

    function said(counts) {
      const parts = M.SEVERITIES.filter((severity) => counts[severity]).map(
        (severity) => `${counts[severity]} ${severity}`,
      );
      return parts.join(", ") || "nothing found";
    }

    function row(segment) {
      const target = M.el("div", {
        class: "target",
        dir: "auto",
        lang: story.language,
        "data-segment": segment.number,
      });
      target.append(...marked(segment));
      const beside = M.el("div", { class: "beside" });
      if (segment.source !== undefined) beside.append(side("Source", segment.source, story.source_language));
      if (segment.reference !== undefined) beside.append(side("Reference", segment.reference, story.language));
      return M.el(
        "section",
        { class: `segment ${segment.kind}`, "aria-label": segment.name },
        M.el("div", { class: "number", title: segment.name, "aria-hidden": "true" }, String(segment.number + 1)),
        segment.state ? M.el("div", { class: "unit" }, M.shown(segment.state)) : null,
        target,
        beside.childElementCount ? beside : null,
        segment.cut
          ? M.el("p", { class: "reason" }, `Cut: ${M.count(segment.cut, "character")} more are not on the page.`)
          : null,
      );
    }

    function side(name, text, language) {
      return M.el(
        "div",
        { class: name.toLowerCase() },
        M.el("span", { class: "side" }, name),
        M.text("p", { lang: language || null }, text),
      );
    }

    // The target in parts: plain text, and marks where findings are.
    function* marked(segment) {
      const spans = bySegment.get(segment.number) || [];
      const index = M.indices(segment.target);
      const lanes = M.lanes(spans);
      const told = new Set();
      for (const part of M.parts(M.codePoints(segment.target), spans)) {
        const text = segment.target.slice(index(part.start), index(part.end));
        if (part.spans.length) yield mark(part, text, lanes, told);
        else yield M.el("span", { "data-start": part.start }, M.shown(text));
      }
    }

    function mark(part, text, lanes, told) {
      const spans = part.spans;
      const live = spans.filter((span) => span.passes && !(span.verdict && span.verdict.verdict === "dismiss"));
      const gravest = live.reduce((best, span) => (best === null || span.gravity < best.gravity ? span : best), null);
      const inner = [...spans].sort((a, b) => a.end - a.start - (b.end - b.start));
      const classes = ["mark", gravest ? (gravest.own ? "s-own" : `s-${gravest.severity}`) : "s-aside"];
      if (spans.includes(chosen)) classes.push("chosen");
      const lines = {};
      let most = 0;
      for (const span of spans) {
        const lane = Math.min(LANES - 1, lanes.get(span));
        most = Math.max(most, lane + 1);
        lines[`--line-${lane}`] = `var(--drawn-${live.includes(span) ? (span.own ? "own" : span.severity) : "aside"})`;
      }
      classes.push(`lanes-${most}`);
      const opening = spans.filter((span) => !told.has(span));
      for (const span of opening) told.add(span);
      const element = M.el("mark", { class: classes.join(" "), style: lines, "data-start": part.start });
      if (part.start === part.end) element.append(M.el("span", { class: "caret", "aria-hidden": "true" }, "‸"));
      else element.append(M.shown(text));
      // keyboards and screen readers meet each finding once, where it begins
      if (opening.length) {
        element.setAttribute("role", "button");
        element.setAttribute("tabindex", "0");
        element.setAttribute("aria-label", `${M.named(text) || "nothing"}: ${opening.map(label).join("; ")}`);
      }
      found.set(element, inner);
      return element;
    }

    function label(span) {
      if (span.own) return "missed, marked by a reader";
      const state = M.stateOf(span);
      return `${span.severity}, ${span.rule}${state === "open" ? "" : state === "accept" ? ", accepted" : ", dismissed"}`;
    }

    return {
      get story() {
        return story;
      },
      // Shows a story, at a finding if one is given.
      show(next, finding) {
        if (finding && next === story) this.choose(finding);
        else {
          story = next;
          chosen = finding;
          draw();
          if (!finding) box.scrollTop = 0;
        }
        this.toChosen();
      },
      choose(finding) {
        const old = chosen;
        chosen = finding;
        const at = finding ? segments.findIndex((segment) => segment.number === finding.segment) : -1;
        if (finding && (at < first || at >= last)) draw();
        else
          for (const number of new Set([old?.segment, finding?.segment]))
            if (number !== undefined) this.refresh(number);
      },
      // Words to light up.
      seek(words) {
        sought = words.toLowerCase().trim();
        light();
      },
      // Draws the marks of a segment anew, or of all that are there.
      refresh(number) {
        if (!story) return;
        sort();
        const select = number === undefined ? ".target" : `.target[data-segment="${number}"]`;
        for (const target of box.querySelectorAll(select)) {
          const segment = story.segments.find((one) => String(one.number) === target.dataset.segment);
          const focused = target.contains(document.activeElement) ? document.activeElement.dataset.start : null;
          target.replaceChildren(...marked(segment));
          if (focused !== null) target.querySelector(`.mark[data-start="${focused}"]`)?.focus({ preventScroll: true });
        }
        light();
      },
      // Before printing: all of the story, with what is said of it below each segment; afterwards as it was.
      print(begins) {
        if (!story) return;
        if (!begins) return void this.show(story, chosen);
        watcher.disconnect();
        sort();
        const rows = segments.slice(0, PRINTED).map((segment) => {
          const notes = (bySegment.get(segment.number) || []).map((finding) => {
            const [first] = finding.suggestions;
            const better = first === undefined ? "" : first ? ` Suggestion: “${first}”.` : " Suggestion: leave it out.";
            const kind = finding.own ? "missed" : finding.severity;
            const from = finding.rule || finding.category;
            return M.text("li", {}, `${kind}: “${finding.text}”: ${finding.message}${better} [${from}]`);
          });
          const made = row(segment);
          made.append(M.el("ol", { class: "printed" }, notes));
          return made;
        });
        box.replaceChildren(head(), M.el("div", { class: `text${wide() ? " beside-it" : ""}` }, rows));
      },
      toChosen() {
        const mark = box.querySelector(".mark.chosen");
        if (!mark) return;
        const [here, whole] = [mark.getBoundingClientRect(), box.getBoundingClientRect()];
        if (here.top < whole.top + EDGE || here.bottom > whole.bottom - EDGE)
          mark.scrollIntoView({ block: "center", inline: "nearest" });
      },
    };
  };
})(Mtqa);
