// Verdicts and their file: CSV that a spreadsheet opens without running anything.
"use strict";
(function (M) {
  M.COLUMNS = [
    ...["document", "path", "segment", "start", "end", "rule", "category", "severity", "text"],
    ...["verdict", "by", "at", "comment", "expires"],
  ];
  const NUMBERS = ["segment", "start", "end"];
  M.KINDS = ["accept", "dismiss", "missed"];

  const BREAKS = /\r\n|[\n\v\f\r\u001c-\u001e\u0085\u2028\u2029]/g;
  const UNSHOWN = /[\u0000-\u0008\u000e-\u001b\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|[\ud800-\udfff]/gu;
  const COMMAND = /#(?=#(?:vso|teamcity)?\[)/gi;
  const SKIPPED = /^[\p{Zs}\p{Zl}\p{Zp}\p{Cc}\p{Cf}]$/u;

  // As mtqa/reporters/cells.py: one line, and an apostrophe before what a spreadsheet might run as a formula.
  M.cell = function (text) {
    return defuse(String(text ?? "").replace(BREAKS, " ").replace(UNSHOWN, "\ufffd").replace(COMMAND, "♯"));
  };

  function defuse(cell) {
    if (/^[\t\r]/.test(cell) || cell.trimStart().startsWith("::")) return "'" + cell;
    for (const char of cell) {
      if (SKIPPED.test(char)) continue;
      return "=+-@".includes(char.normalize("NFKC")) ? "'" + cell : cell;
    }
    return cell;
  }

  // The text in a cell, without the apostrophe that guards it.
  const unguarded = (cell) => (cell.startsWith("'") && defuse(cell.slice(1)) === cell ? cell.slice(1) : cell);

  M.key = (verdict) => [M.cell(verdict.document), verdict.segment, verdict.start, verdict.end, verdict.rule].join("\u001f");

  const quoted = (cell) => (/[",\n\r]/.test(cell) ? '"' + cell.replaceAll('"', '""') + '"' : cell);

  M.writeVerdicts = function (verdicts) {
    const rows = verdicts.map((verdict) => M.COLUMNS.map((name) => quoted(M.cell(verdict[name]))).join(","));
    return [M.COLUMNS.join(","), ...rows, ""].join("\n");
  };

  // Verdicts of a file. Throws an Error that says what is wrong with it, and where.
  M.readVerdicts = function (text) {
    const [head, ...rows] = table(text.replace(/^\ufeff/, ""));
    const missing = M.COLUMNS.filter((name) => name !== "expires" && name !== "comment" && !(head || []).includes(name));
    if (missing.length) throw new Error(`This is no verdict file: there is no column ${missing.join(", ")}.`);
    return rows.map((row, index) => {
      const verdict = Object.fromEntries(M.COLUMNS.map((name) => [name, row[head.indexOf(name)] ?? ""]));
      for (const name of M.COLUMNS) if (name !== "document") verdict[name] = unguarded(verdict[name]);
      for (const name of NUMBERS) {
        if (!/^\d{1,9}$/.test(verdict[name])) throw new Error(`Row ${index + 2}: ${name} is no number.`);
        verdict[name] = Number(verdict[name]);
      }
      if (!M.KINDS.includes(verdict.verdict)) throw new Error(`Row ${index + 2}: the verdict is none of ${M.KINDS.join(", ")}.`);
      return verdict;
    });
  };

  // Rows of cells (RFC 4180); empty lines are left out.
  function table(text) {
    const rows = [];
    let row = [];
    const one = /(?:"((?:[^"]|"")*)"|([^,\n\r]*))(,|\r\n|\n|\r|$)/gy;
    while (one.lastIndex < text.length) {
      const match = one.exec(text);
      if (!match) throw new Error(`Row ${rows.length + 1}: a quotation mark stands where none may.`);
      row.push(match[1] === undefined ? match[2] : match[1].replaceAll('""', '"'));
      if (match[3] === ",") {
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
