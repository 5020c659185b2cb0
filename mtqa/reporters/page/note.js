// What is said of one finding, and what the reader says of it.
"use strict";
(function (M) {
  const ROW = 30; // pixels of a row of the list

  // `hooks`: choose(finding), judge(finding, verdict, comment), step(by), copy(finding), mark(), unmark(finding),
  // position() -> text.
  M.makeNote = function (box, report, hooks) {
    const detail = M.el("div", { class: "detail" });
    const heading = M.el("h2", { class: "in-story", id: "in-story" });
    const place = M.el("span", { class: "where" });
    const arrow = (name, sign, by, key) =>
      M.el(
        "button",
        { type: "button", "aria-label": name, title: `${name} (${key})`, on: { click: () => hooks.step(by) } },
        sign,
      );
    const steps = M.el(
      "div",
      { class: "steps" },
      arrow("The finding before", "‹", -1, "k"),
      arrow("Next finding", "›", 1, "j"),
      place,
    );
    const mark = M.el(
      "button",
      {
        type: "button",
        class: "plain",
        "aria-keyshortcuts": "m",
        on: { mousedown: (event) => event.preventDefault(), click: hooks.mark },
      },
      "Mark selected words as missed",
    );
    const listed = M.el("div", {
      class: "list findings",
      role: "region",
      "aria-labelledby": "in-story",
      tabindex: "0",
    });
    box.replaceChildren(steps, detail, heading, listed, M.el("p", { class: "foot" }, mark));
    let story = null;
    let chosen = null;
    let all = [];

    const list = M.makeList(listed, ROW, (finding) =>
      M.el(
        "div",
        { class: `line${finding === chosen ? " chosen" : ""}${finding.passes ? "" : " aside"}`, role: "listitem" },
        M.el(
          "button",
          {
            type: "button",
            "aria-current": finding === chosen ? "true" : null,
            on: { click: () => hooks.choose(finding) },
          },
          M.el("i", { class: `dot k-${finding.own ? "own" : finding.severity}` }),
          M.el("span", { class: "said-text", dir: "auto" }, M.shown((finding.text || "‸").slice(0, 80))),
          M.el("span", { class: "which" }, finding.own ? "missed" : M.shown(finding.rule)),
          M.el(
            "span",
            { class: `state ${M.stateOf(finding)}` },
            { accept: "✓", dismiss: "✕" }[M.stateOf(finding)] || "",
            M.el("span", { class: "only-heard" }, ` ${finding.severity}, ${M.stateOf(finding)}`),
          ),
        ),
      ),
    );

    function draw() {
      const numbers = story
        ? M.count(story.findings.length, "finding") +
          (story.own.length ? `, ${story.own.length} marked by readers` : "")
        : "";
      heading.textContent = story ? `In this story: ${numbers}` : "";
      if (!chosen) {
        detail.replaceChildren(
          M.el(
            "p",
            { class: "none" },
            story && story.findings.length
              ? "Choose a mark, or press j."
              : "Nothing was found here. Select words and press m to mark what was missed.",
          ),
        );
        return;
      }
      const finding = chosen;
      const kind = finding.own ? "own" : finding.severity;
      detail.replaceChildren(
        M.el(
          "p",
          { class: "kind" },
          M.el("b", { class: `severity t-${kind}` }, finding.own ? "missed" : finding.severity),
          M.el("span", {}, report.run.categories[finding.category] || finding.category),
        ),
        M.el(
          "p",
          { class: "quoted", dir: "auto", lang: finding.story.language },
          finding.text ? M.shown(finding.text) : "‸",
        ),
        finding.message ? M.text("p", { class: "message" }, finding.message) : "",
        suggestions(finding),
        finding.own ? owned(finding) : judging(finding),
        finding.own ? "" : why(finding),
        M.el(
          "p",
          { class: "place" },
          where(finding),
          " ",
          M.el("button", { type: "button", class: "plain", on: { click: () => hooks.copy(finding) } }, "Copy link"),
        ),
      );
    }

    function suggestions(finding) {
      if (!finding.suggestions.length) return "";
      const options = finding.suggestions.map((one) =>
        M.el("li", {}, one ? M.text("span", {}, one) : M.el("em", {}, "leave it out")),
      );
      return M.el(
        "div",
        { class: "suggestions" },
        M.el("span", { class: "side" }, finding.suggestions.length > 1 ? "Suggestions" : "Suggestion"),
        M.el("ul", {}, options),
      );
    }

    function judging(finding) {
      const state = M.stateOf(finding);
      const button = (verdict, name, key) =>
        M.el(
          "button",
          {
            type: "button",
            class: `judge ${verdict}`,
            "aria-pressed": String(state === verdict),
            "aria-keyshortcuts": key,
            on: { click: () => hooks.judge(finding, state === verdict ? "" : verdict, comment.value) },
          },
          name,
          M.el("kbd", { "aria-hidden": "true" }, key),
        );
      const comment = M.el("input", {
        type: "text",
        id: "comment",
        maxlength: "1000",
        autocomplete: "off",
        placeholder: "Comment",
        "aria-label": "Comment",
      });
      comment.value = finding.verdict?.comment || "";
      comment.addEventListener(
        "change",
        () => finding.verdict && hooks.judge(finding, finding.verdict.verdict, comment.value, true),
      );
      const others = finding.others.map((verdict) => byLine(verdict));
      return M.el(
        "div",
        { class: "judging" },
        M.el("div", { class: "buttons" }, button("accept", "Accept", "a"), button("dismiss", "Dismiss", "x")),
        comment,
        others,
      );
    }

    function owned(finding) {
      const back = M.el(
        "button",
        { type: "button", class: "judge", on: { click: () => hooks.unmark(finding) } },
        "Take the mark back",
      );
      return M.el("div", { class: "judging" }, byLine(finding.own), finding.own.mine === false ? "" : back);
    }

    function byLine(verdict) {
      const who = [verdict.by || "a reader", verdict.at.slice(0, 10)].filter(Boolean).join(", ");
      const did = { accept: "accepted", dismiss: "dismissed", missed: "marked" }[verdict.verdict] || verdict.verdict;
      return M.text("p", { class: "by" }, `${did} by ${who}${verdict.comment ? `: ${verdict.comment}` : ""}`);
    }

    // The rule's page, made when it is asked for.
    function why(finding) {
      const rule = report.rules.get(finding.rule);
      const summary = M.el(
        "summary",
        {},
        "Why: ",
        M.el("code", {}, M.shown([finding.rule, ...finding.also].join(", "))),
      );
      const details = M.el("details", { class: "why" }, summary);
      details.addEventListener("toggle", () => {
        if (details.open && details.childElementCount === 1)
          details.append(M.el("div", { class: "page" }, rule ? page(rule.page) : "The page of this rule is not here."));
        M.whyOpen = details.open;
      });
      details.open = Boolean(M.whyOpen);
      return details;
    }

    function page(text) {
      return text.split(/\n\s*\n|\n(?=[A-Z][a-z ]{3,40}:\s)/).map((paragraph) => {
        const named = /^([A-Z][^:.`]{3,40}:)\s+/.exec(paragraph);
        const rest = named ? paragraph.slice(named[0].length) : paragraph;
        return M.el(
          "p",
          {},
          named ? M.el("b", {}, named[1], " ") : "",
          rest
            .replace(/\n(?!\s*[-*] |\s{4})/g, " ")
            .split("`")
            .map((piece, i) => (i % 2 ? M.el("code", {}, M.shown(piece)) : M.shown(piece))),
        );
      });
    }

    function where(finding) {
      const { line, column, story } = finding;
      return M.el(
        "span",
        {},
        M.shown(story.name + (line === undefined ? "" : `:${line}` + (column === undefined ? "" : `:${column}`))),
      );
    }

    return {
      show(next, finding) {
        const other = next !== story;
        story = next;
        chosen = finding;
        all = story ? [...story.findings, ...story.own].sort((a, b) => a.segment - b.segment || a.start - b.start) : [];
        draw();
        place.textContent = hooks.position();
        if (other) listed.scrollTop = 0;
        list.set(all);
        list.show(all.indexOf(chosen));
      },
      comment: () => M.byId("comment")?.focus(),
    };
  };
})(Mtqa);
