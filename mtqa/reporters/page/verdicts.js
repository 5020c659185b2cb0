// Verdicts and their file: CSV that a spreadsheet opens without running anything.
"use strict";
(function (M) {
  M.COLUMNS = [
    ...["document", "path", "segment", "start", "end", "rule", "category", "severity", "text"],
    ...["verdict", "by", "at", "comment", "expires"],
  ];
  const NUMBERS = ["segment", "start", "end"];
  const OPTIONAL = ["path", "by", "at", "comment", "expires"];
  M.KINDS = ["accept", "dismiss", "missed"];
  // Characters of a cell, as mtqa/verdicts.py.
  const LONGEST = { document: 4000, path: 4000, rule: 200, text: 10000, by: 100, comment: 4000 };

  const BREAKS = /\r\n|[\n\v\f\r\u001c-\u001e\u0085\u2028\u2029]/g;
  const UNSHOWN = /[\u0000-\u0008\u000e-\u001b\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|[\ud800-\udfff]/gu;
  const COMMAND = /#(?=#(?:vso|teamcity)?\[)/gi;
  const SKIPPED = /^[\p{Zs}\p{Zl}\p{Zp}\p{Cc}\p{Cf}]$/u;

  // As mtqa/reporters/cells.py and mtqa/verdicts.py: one line, and an apostrophe before what a spreadsheet might run.
  const oneLine = (text) => text.replace(BREAKS, " ").replace(UNSHOWN, "\ufffd").replace(COMMAND, "♯");

  function runs(cell) {
    if (/^[\t\r]/.test(cell) || cell.trimStart().startsWith("::")) return true;
    for (const char of cell) if (!SKIPPED.test(char)) return "=+-@".includes(char.normalize("NFKC"));
    return false;
  }
  const armed = (cell) => runs(cell.replace(/^'+/, ""));
  const guarded = (cell) => (armed(cell) ? "'" + cell : cell);
  const bare = (cell) => (cell.startsWith("'") && armed(cell) ? cell.slice(1) : cell);
  const trimmed = (text) => text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");

  // The beginning of a text, in code points.
  M.beginning = (text, most) => (text.length > most ? [...text].slice(0, most).join("") : text);

  // A value as the file gives it back.
  M.written = function (name, value) {
    const text = oneLine(M.beginning(String(value ?? ""), LONGEST[name] ?? 100));
    return name === "text" || name === "comment" ? text : trimmed(text);
  };

  // What tells a finding from all others.
  M.key = function (verdict) {
    const { path, document, segment, start, end, rule } = verdict;
    return [M.written("path", path), M.written("document", document), segment, start, end, rule].join("\u001f");
  };

  const quoted = (cell) => (/[",\n\r]/.test(cell) ? '"' + cell.replaceAll('"', '""') + '"' : cell);

  M.writeVerdicts = function (verdicts) {
    const rows = verdicts.map((verdict) =>
      M.COLUMNS.map((name) => quoted(guarded(M.written(name, verdict[name])))).join(","),
    );
    return [M.COLUMNS.join(","), ...rows, ""].join("\n");
  };

  // Verdicts of a file. Throws an Error that says what is wrong with it, and where.
  M.readVerdicts = function (text) {
    const [head = [], ...rows] = table(text.replace(/^\ufeff/, ""));
    const missing = M.COLUMNS.filter((name) => !OPTIONAL.includes(name) && !head.includes(name));
    if (missing.length) throw new Error(`This is no verdict file: there is no column ${missing.join(", ")}.`);
    return rows.map((row, index) => {
      const verdict = Object.fromEntries(M.COLUMNS.map((name) => [name, row[head.indexOf(name)] ?? ""]));
      for (const name of M.COLUMNS) verdict[name] = M.written(name, bare(verdict[name]));
      for (const name of NUMBERS) {
        if (!/^\d{1,9}$/.test(verdict[name])) throw new Error(`Row ${index + 2}: ${name} is no number.`);
        verdict[name] = Number(verdict[name]);
      }
      if (!M.SEVERITIES.includes(verdict.severity))
        throw new Error(`Row ${index + 2}: the severity is none of ${M.SEVERITIES.join(", ")}.`);
      if (!M.KINDS.includes(verdict.verdict))
        throw new Error(`Row ${index + 2}: the verdict is none of ${M.KINDS.join(", ")}.`);
      return verdict;
    });
  };

  // Rows of cells (RFC 4180), parted by what parts the first line; empty lines are left out.
  function table(text) {
    const rows = [];
    let row = [];
    const [line] = text.split(/[\r\n]/, 1);
    const mark = [",", ";", "\t"].reduce((best, one) =>
      line.split(one).length > line.split(best).length ? one : best,
    );
    const one = new RegExp(`(?:"((?:[^"]|"")*)"|([^${mark}\\n\\r]*))(${mark}|\\r\\n|\\n|\\r|$)`, "gy");
    while (one.lastIndex < text.length) {
      const match = one.exec(text);
      if (!match) throw new Error(`Row ${rows.length + 1}: a quotation mark stands where none may.`);
      row.push(match[1] === undefined ? match[2] : match[1].replaceAll('""', '"'));
      if (match[3] === mark) {
        if (one.lastIndex === text.length) row.push("");
        continue;
      }
      if (row.length > 1 || row[0]) rows.push(row);
      row = [];
    }
    if (row.length) rows.push(row);
    return rows;
  }
})(Mtqa);
