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

  const DAY = 86400000; // milliseconds
  const months = (size) => [
    (time) => Math.floor((new Date(time).getUTCFullYear() * 12 + new Date(time).getUTCMonth()) / size),
    (number) => Date.UTC(Math.floor((number * size) / 12), (number * size) % 12, 1),
  ];
  // Parts of the calendar: name, number of the part that a time lies in, time at which a part begins.
  const CALENDAR = [
    ["day", (time) => Math.floor(time / DAY), (number) => number * DAY],
    ["week", (time) => Math.floor((time / DAY + 3) / 7), (number) => (number * 7 - 3) * DAY], // from Monday
    ["month", ...months(1)],
    ["quarter", ...months(3)],
    ["year", ...months(12)],
    ["decade", ...months(120)],
    ["century", ...months(1200)],
  ];
  const COLUMNS = 60; // over time

  // Stories by the smallest part of the calendar of which there are not too many.
  function time(stories) {
    const dated = stories.filter((story) => /^\d{4}-\d\d-\d\d$/.test(story.date || ""));
    if (!dated.length) return [];
    const dates = dated.map((story) => story.date).sort();
    const [first, last] = [dates[0], dates.at(-1)];
    const at = (date) => Date.parse(`${date}T00:00:00Z`);
    const few = ([, number]) => number(at(last)) - number(at(first)) < COLUMNS;
    const [name, number, begin] = CALENDAR.find(few) || CALENDAR.at(-1);
    const start = number(at(first));
    const bins = Array.from({ length: number(at(last)) - start + 1 }, () => []);
    for (const story of dated) bins[number(at(story.date)) - start].push(story);
    const columns = bins.map((bin, i) => {
      const parts = byVerdict(bin);
      const score = mean(bin);
      const means = score === null ? "" : `; mean score ${score.toFixed(1)}`;
      const from = new Date(begin(start + i)).toISOString().slice(0, 10);
      return { parts, title: `${name === "day" ? "" : "from "}${from}: ${said(parts) || "none"}${means}` };
    });
    const ends = [
      { at: 0, name: first, anchor: "start" },
      { at: 1, name: last, anchor: "end" },
    ];
    const ticks = first === last ? [{ at: 0.5, name: first }] : ends;
    const label = `Stories by ${name}, from ${first} to ${last}, each with its verdict.`;
    const rest = stories.length - dated.length;
    const more = rest ? M.el("p", { class: "aside" }, `${M.count(rest, "story", "stories")} without a date`) : null;
    return [panel("time", `Over time, by ${name}`, M.columns(columns, label, ticks), more)];
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
