// The report: documents in the order of what needs eyes, and all findings in one list, each with its verdict.
"use strict";
(function (M) {
  // Findings have: story, number (in the list of all), key, family, gravity (0 is the gravest), and what the report says.
  M.readReport = function (text) {
    const { documents, run } = JSON.parse(text);
    const report = { run, stories: documents, findings: [], rules: new Map(run.rules.map((rule) => [rule.id, rule])) };
    report.byId = new Map();
    report.byName = new Map();
    report.stories.forEach((story, number) => {
      story.number = number;
      story.bare = !story.segments;
      story.segments ||= [];
      story.findings ||= [];
      story.own = []; // marks of the reader: verdicts "missed"
      story.columns = columns(story);
      story.lower = null;
      if (!report.byId.has(story.id)) report.byId.set(story.id, story);
      const [document, path] = [M.written("document", story.id), M.written("path", story.path)];
      for (const name of [document, `${path}\u001f${document}`])
        if (!report.byName.has(name)) report.byName.set(name, story);
      for (const finding of story.findings) {
        finding.story = story;
        finding.number = report.findings.length;
        finding.family = finding.rule.split("/", 1)[0];
        finding.gravity = M.SEVERITIES.indexOf(finding.severity);
        finding.suggestions ||= [];
        finding.also ||= [];
        finding.verdict = null;
        finding.others = [];
        report.findings.push(finding);
      }
    });
    return report;
  };

  // What stories can be grouped by: columns carried along from the input, and our own.
  const OURS = ["source language", "file", "readability", "language"];
  function columns(story) {
    const { path, id, language, readability } = story;
    const values = [
      story.source_language,
      path === id ? null : path,
      readability === "not assessed" ? null : readability,
      language,
    ];
    const named = OURS.map((name, i) => [name, values[i]]).filter(([, value]) => value);
    return Object.assign(Object.create(null), Object.fromEntries(named), story.kept);
  }

  // Columns that part the stories into groups: of two values or more, but not of one for nearly each story.
  M.groupingColumns = function (stories) {
    const values = new Map();
    for (const story of stories) {
      for (const [name, value] of Object.entries(story.columns)) {
        if (!values.has(name)) values.set(name, new Set());
        values.get(name).add(value);
      }
    }
    const whole = (name) => stories.every((story) => name in story.columns);
    const parts = (name, set) => set.size > 1 || !whole(name);
    const rank = (name) => OURS.indexOf(name);
    const groups = [...values].filter(
      ([name, set]) => parts(name, set) && set.size <= Math.max(30, stories.length / 3),
    );
    return groups.map(([name]) => name).sort((a, b) => rank(a) - rank(b));
  };

  // The story a verdict is on. A file may leave out the path: `verdict.path` is then filled in.
  M.storyOf = function (report, verdict) {
    if (verdict.path) return report.byName.get(`${verdict.path}\u001f${verdict.document}`);
    const story = report.byName.get(verdict.document);
    if (story) verdict.path = M.written("path", story.path);
    return story;
  };

  // A verdict on a finding, with all columns of a verdict file.
  M.verdictOn = function (finding, verdict, by, comment = "") {
    const { rule, category, severity, segment, start, end, text } = finding;
    const where = {
      document: M.written("document", finding.story.id),
      path: M.written("path", finding.story.path),
      segment,
      start,
      end,
    };
    return { ...where, rule, category, severity, text: text ?? "", verdict, by, at: now(), comment, expires: "" };
  };

  const now = () => new Date().toISOString().replace(/\.\d+Z$/, "Z");

  // Notes verdicts where they belong; those that belong to no finding here stay in the store.
  M.applyVerdicts = function (report, verdicts) {
    for (const verdict of verdicts) {
      const story = M.storyOf(report, verdict);
      if (!story) continue;
      const finding = verdict.rule ? M.findingOf(report, verdict) : null;
      if (finding) {
        if (verdict.mine === false) {
          finding.others = finding.others.filter((one) => one.by !== verdict.by);
          if (verdict.verdict) finding.others.push(verdict);
        } else finding.verdict = verdict.verdict ? verdict : null;
      } else if (!verdict.rule) {
        const key = M.key(verdict);
        story.own = story.own.filter((one) => M.key(one.own) !== key || one.own.by !== verdict.by);
        if (verdict.verdict) story.own.push(ownMark(story, verdict));
        story.own.sort((a, b) => a.segment - b.segment || a.start - b.start);
      }
    }
  };

  // The finding, or the reader's own mark, that a verdict is on; null for none.
  M.findingOf = function (report, verdict) {
    const story = M.storyOf(report, verdict);
    if (!story) return null;
    const { segment, start, end, rule } = verdict;
    const at = (one) => one.start === start && one.segment === segment && one.end === end && one.rule === rule;
    return (rule ? story.findings : story.own).find(at) || null;
  };

  // A reader's own mark, which is shown as findings are.
  function ownMark(story, verdict) {
    const { segment, start, end, category, severity, text, comment } = verdict;
    const gravity = Math.max(0, M.SEVERITIES.indexOf(severity));
    const shown = {
      segment,
      start,
      end,
      rule: "",
      family: "",
      category,
      severity: M.SEVERITIES[gravity],
      gravity,
      text,
    };
    return {
      ...shown,
      story,
      own: verdict,
      message: comment,
      passes: true,
      verdict: null,
      others: [],
      suggestions: [],
      also: [],
    };
  }

  const compared = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

  M.inReadingOrder = (verdicts) =>
    verdicts.sort(
      (a, b) =>
        compared(a.path, b.path) ||
        compared(a.document, b.document) ||
        a.segment - b.segment ||
        a.start - b.start ||
        a.end - b.end ||
        compared(a.rule, b.rule),
    );

  // Fragments of the address. Of two stories with one id the path tells the second.
  M.fragment = function (report, story, finding) {
    const { id, path } = story;
    const where = finding ? [finding.segment, `${finding.start}-${finding.end}`, finding.rule] : [];
    const which = report.byId.get(id) === story || !path ? [] : [path];
    return `#${finding ? "finding" : "story"}=` + [id, ...where, ...which].map(encodeURIComponent).join(";");
  };

  // The story and the finding that a fragment names; null for none.
  M.find = function (report, fragment) {
    try {
      const [name, value] = fragment.slice(1).split("=", 2);
      const parts = (value || "").split(";").map(decodeURIComponent);
      const [id, segment, span, rule] = parts;
      const path = parts[name === "finding" ? 4 : 1];
      const story = path ? report.stories.find((one) => one.id === id && one.path === path) : report.byId.get(id);
      if (!story || (name !== "finding" && name !== "story")) return null;
      if (name === "story") return { story, finding: null };
      const [start, end] = (span || "").split("-").map(Number);
      const at = (one) =>
        one.segment === Number(segment) && one.start === start && one.end === end && one.rule === rule;
      return { story, finding: story.findings.find(at) || null };
    } catch {
      return null; // not percent-encoded as it should be
    }
  };
})(Mtqa);
