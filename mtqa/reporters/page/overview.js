// What all stories that are looked at come to: plots, and what the run has to say.
"use strict";
(function (M) {
  const RULES = 15; // rows of a panel
  const BINS = 20; // of scores

  const counted = (items, of) => {
    const counts = new Map();
    for (const item of items) counts.set(of(item), (counts.get(of(item)) || 0) + 1);
    return counts;
  };
  const byVerdict = (stories) => {
    const counts = counted(stories, (story) => story.verdict);
    return M.VERDICTS.map((verdict) => ({ kind: verdict, value: counts.get(verdict) || 0 }));
  };
  const said = (parts) =>
    parts
      .filter((part) => part.value)
      .map((part) => `${M.number(part.value)} ${part.kind}`)
      .join(", ");
  const mean = (stories) => {
    const scores = stories.map((story) => story.score).filter((score) => score !== null);
    return scores.length ? scores.reduce((sum, score) => sum + score, 0) / scores.length : null;
  };
  const sum = (items, of) => items.reduce((all, item) => all + of(item), 0);

  // `choose(name, value)` sets a filter, or takes it back where it stands.
  M.drawOverview = function (box, report, found, filter, choose) {
    const { stories, findings } = found;
    box.replaceChildren(
      M.el("h1", { class: "only-heard" }, "Overview"),
      panel("verdicts", "Verdicts", verdicts(stories, findings, filter, choose)),
      panel("scores", "Scores", scores(stories)),
      panel("families", "Findings by family", families(findings, filter, choose)),
      panel("rules", "Findings by rule", rules(report, findings, filter, choose)),
      ...groups(report, stories, filter, choose),
      ...time(stories),
      ...notes(report),
    );
  };

  const panel = (id, title, ...content) =>
    M.el(
      "section",
      { class: `panel ${id}`, "aria-labelledby": `of-${id}` },
      M.el("h2", { id: `of-${id}` }, title),
      ...content,
    );

  function verdicts(stories, findings, filter, choose) {
    const parts = byVerdict(stories);
    const keys = parts.map(({ kind, value }) =>
      M.el(
        "button",
        {
          type: "button",
          class: "key",
          "aria-pressed": String(filter.verdict === kind),
          on: { click: () => choose("verdict", kind) },
        },
        M.el("i", { class: `dot k-${kind}`, "aria-hidden": "true" }),
        M.el("b", {}, M.number(value)),
        ` ${kind}`,
      ),
    );
    return [M.bar(parts, stories.length), M.el("div", { class: "keys" }, keys), figures(stories, findings)];
  }

  // What it comes to in numbers.
  function figures(stories, findings) {
    const words = sum(stories, (story) => story.words);
    const states = counted(findings, M.stateOf);
    const [right, wrong] = [states.get("accept") || 0, states.get("dismiss") || 0];
    const rows = [
      ["words", M.number(words)],
      ["findings", M.number(findings.length)],
      ["in 100 words", words ? ((100 * findings.length) / words).toFixed(1) : "–"],
      ["accepted", M.number(right)],
      ["dismissed", M.number(wrong)],
      ["right, of those judged", right + wrong ? `${Math.round((100 * right) / (right + wrong))} %` : "–"],
    ];
    return M.el(
      "dl",
      { class: "figures" },
      rows.map(([name, value]) => M.el("div", {}, M.el("dt", {}, name), M.el("dd", {}, value))),
    );
  }

  function scores(stories) {
    const scored = stories.filter((story) => story.score !== null);
    if (!scored.length) return M.el("p", { class: "none" }, "No story has a score.");
    const bins = Array.from({ length: BINS }, () => []);
    for (const story of scored) bins[Math.min(BINS - 1, Math.floor((story.score / 100) * BINS))].push(story);
    const columns = bins.map((bin, i) => {
      const parts = byVerdict(bin);
      const [low, high] = [(100 / BINS) * i, (100 / BINS) * (i + 1)];
      return {
        parts,
        title: `${low} to ${high}: ${M.count(bin.length, "story", "stories")}${bin.length ? ` (${said(parts)})` : ""}`,
      };
    });
    const middle = mean(scored);
    const label = `Distribution of the scores of ${scored.length} stories; their mean is ${middle.toFixed(1)}.`;
    const ticks = [0, 25, 50, 75, 100].map((score) => ({
      at: score / 100,
      name: String(score),
      anchor: score ? (score === 100 ? "end" : "middle") : "start",
    }));
    return [
      M.columns(columns, label, ticks),
      M.el(
        "p",
        { class: "aside" },
        `Mean ${middle.toFixed(1)}; a story’s score is 100 less the points taken off in 100 words.`,
      ),
    ];
  }

  function bySeverity(findings) {
    const counts = counted(findings, (finding) => finding.severity);
    return M.SEVERITIES.map((severity) => ({ kind: severity, value: counts.get(severity) || 0 }));
  }

  function families(findings, filter, choose) {
    const keys = bySeverity(findings).map(({ kind, value }) =>
      M.el(
        "button",
        {
          type: "button",
          class: "key",
          "aria-pressed": String(filter.severity === kind),
          on: { click: () => choose("severity", kind) },
        },
        M.el("i", { class: `dot k-${kind}`, "aria-hidden": "true" }),
        M.el("b", {}, M.number(value)),
        ` ${kind}`,
      ),
    );
    const groups = grouped(findings, (finding) => finding.family).map(([family, members]) => ({
      name: family,
      parts: bySeverity(members),
      cells: [M.number(members.length)],
      title: said(bySeverity(members)),
      pressed: filter.family === family,
      choose: () => choose("family", family),
    }));
    return [M.el("div", { class: "keys" }, keys), table(groups, ["family", "by severity", "findings"])];
  }

  function rules(report, findings, filter, choose) {
    const all = grouped(findings, (finding) => finding.rule);
    const rows = all.slice(0, RULES).map(([rule, members]) => {
      const states = counted(members, M.stateOf);
      return {
        name: rule,
        parts: bySeverity(members),
        cells: [M.number(members.length), states.get("accept") || "", states.get("dismiss") || ""],
        title: report.rules.get(rule)?.title,
        pressed: filter.rule === rule,
        choose: () => choose("rule", rule),
      };
    });
    const rest = all.length - rows.length;
    return [
      table(rows, ["rule", "by severity", "findings", "accepted", "dismissed"]),
      rest > 0 ? M.el("p", { class: "aside" }, `and ${M.count(rest, "rule")} with fewer`) : null,
    ];
  }

  const table = (rows, heads) => (rows.length ? M.rows(rows, heads) : M.el("p", { class: "none" }, "Nothing found."));

  // [value, members], the largest first.
  function grouped(items, of) {
    const groups = new Map();
    for (const item of items) {
      const value = of(item);
      if (groups.has(value)) groups.get(value).push(item);
      else groups.set(value, [item]);
    }
    return [...groups].sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  }

  // A panel for each column that parts the stories.
  function groups(report, stories, filter, choose) {
    return report.columns.map((column, number) => {
      const all = grouped(
        stories.filter((story) => column in story.columns),
        (story) => story.columns[column],
      );
      const rows = all.slice(0, RULES).map(([value, members]) => {
        const words = sum(members, (story) => story.words);
        const number = sum(members, (story) => sum(Object.values(story.counts), Number));
        const score = mean(members);
        return {
          name: value,
          parts: byVerdict(members),
          cells: [
            M.number(members.length),
            score === null ? "–" : score.toFixed(1),
            words ? ((100 * number) / words).toFixed(1) : "–",
          ],
          title: said(byVerdict(members)),
          pressed: filter.column === column && filter.value === value,
          choose: () => choose("value", value, column),
        };
      });
      const rest = all.length - rows.length;
      const more = rest > 0 ? M.el("p", { class: "aside" }, `and ${rest} more`) : null;
      return panel(
        `column-${number}`,
        `Stories by ${column}`,
        table(rows, [column, "by verdict", "stories", "mean score", "findings in 100 words"]),
        more,
      );
    });
  }

  // Stories by day, week or month, so that there are columns enough and not too many.
  function time(stories) {
    const dated = stories.filter((story) => /^\d{4}-\d\d-\d\d$/.test(story.date || ""));
    if (!dated.length) return [];
    const day = (story) => Math.floor(Date.parse(story.date + "T00:00:00Z") / 86400000);
    const [first, last] = dated.reduce(
      ([low, high], story) => [Math.min(low, day(story)), Math.max(high, day(story))],
      [Infinity, -Infinity],
    );
    const size = [1, 7, 30.4375, 91.3125, 365.25, 3652.5].find((days) => (last - first) / days < 60) || 36525;
    const name = { 1: "day", 7: "week", 30.4375: "month", 91.3125: "quarter", 365.25: "year" }[size] || "decade";
    const bins = Array.from({ length: Math.floor((last - first) / size) + 1 }, () => []);
    for (const story of dated) bins[Math.floor((day(story) - first) / size)].push(story);
    const date = (days) => new Date(days * 86400000).toISOString().slice(0, 10);
    const columns = bins.map((bin, i) => {
      const parts = byVerdict(bin);
      const score = mean(bin);
      const means = score === null ? "" : `; mean score ${score.toFixed(1)}`;
      return { parts, title: `from ${date(Math.floor(first + i * size))}: ${said(parts) || "none"}${means}` };
    });
    const ticks =
      first === last
        ? [{ at: 0.5, name: date(first) }]
        : [
            { at: 0, name: date(first), anchor: "start" },
            { at: 1, name: date(last), anchor: "end" },
          ];
    const label = `Stories by ${name}, from ${date(first)} to ${date(last)}, each with its verdict.`;
    const rest = stories.length - dated.length;
    return [
      panel(
        "time",
        `Over time, by ${name}`,
        M.columns(columns, label, ticks),
        rest ? M.el("p", { class: "aside" }, `${M.count(rest, "story", "stories")} without a date`) : null,
      ),
    ];
  }

  function notes(report) {
    const lines = report.run.notes.map((note) => M.text("li", {}, note));
    return [
      panel(
        "notes",
        "What the run has to say",
        lines.length ? M.el("ul", {}, lines) : null,
        M.el("p", { class: "signature" }, M.shown(report.run.signature)),
      ),
    ];
  }
})(Mtqa);
