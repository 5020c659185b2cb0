// Plots as SVG, in the colours of the style sheet.
"use strict";
(function (M) {
  // A bar of parts: [{value, kind}], drawn to the scale of `most`.
  M.bar = function (parts, most) {
    const bar = M.svg("svg", {
      class: "bar",
      viewBox: "0 0 100 10",
      preserveAspectRatio: "none",
      "aria-hidden": "true",
    });
    let at = 0;
    for (const { value, kind } of parts) {
      const width = most ? (100 * value) / most : 0;
      if (width) bar.append(M.svg("rect", { class: `k-${kind}`, x: at, y: 0, width, height: 10 }));
      at += width;
    }
    return bar;
  };

  // Rows of a name, a bar and cells: [{name, parts, cells, title, pressed, choose}]; a row is a button where it chooses.
  M.rows = function (rows, heads) {
    const most = Math.max(1, ...rows.map((row) => row.parts.reduce((sum, part) => sum + part.value, 0)));
    const line = (row) => {
      const cells = row.cells.map((cell) => M.el("td", {}, cell));
      const name = row.choose
        ? M.el(
            "button",
            { type: "button", class: "name", "aria-pressed": String(row.pressed), on: { click: row.choose } },
            M.shown(row.name),
          )
        : M.el("span", { class: "name" }, M.shown(row.name));
      return M.el(
        "tr",
        { class: row.pressed ? "pressed" : null, title: row.title },
        M.el("th", { scope: "row" }, name),
        M.el("td", { class: "drawn" }, M.bar(row.parts, most)),
        cells,
      );
    };
    const head = M.el(
      "tr",
      {},
      heads.map((text, i) => M.el("th", { scope: "col", class: i === 1 ? "drawn" : null }, text)),
    );
    return M.el("table", { class: "rows" }, M.el("thead", {}, head), M.el("tbody", {}, rows.map(line)));
  };

  // Columns beside each other: [{name, parts, title}]; `label` says the whole to those who do not see it.
  M.columns = function (bins, label, ticks, marks) {
    const [width, height, foot] = [560, 132, 18];
    const most = Math.max(1, ...bins.map((bin) => bin.parts.reduce((sum, part) => sum + part.value, 0)));
    const step = width / bins.length;
    const plot = M.svg("svg", {
      class: "columns",
      viewBox: `0 0 ${width} ${height + foot}`,
      role: "img",
      "aria-label": label,
    });
    plot.append(M.svg("line", { class: "axis", x1: 0, y1: height + 0.5, x2: width, y2: height + 0.5 }));
    bins.forEach((bin, i) => {
      const group = M.svg("g", {}, M.svg("title", {}, bin.title));
      group.append(M.svg("rect", { class: "touch", x: i * step, y: 0, width: step, height }));
      let top = height;
      for (const { value, kind } of bin.parts) {
        const size = value ? Math.max(1, (value / most) * (height - 14)) : 0;
        top -= size;
        if (size)
          group.append(
            M.svg("rect", {
              class: `k-${kind}`,
              x: i * step + 0.75,
              y: top,
              width: Math.max(1, step - 1.5),
              height: size,
            }),
          );
      }
      plot.append(group);
    });
    for (const { at, name, anchor } of ticks)
      plot.append(
        M.svg("text", { class: "tick", x: at * width, y: height + 14, "text-anchor": anchor || "middle" }, name),
      );
    for (const { at, name } of marks || []) {
      plot.append(M.svg("line", { class: "mark-line", x1: at * width, y1: 0, x2: at * width, y2: height }));
      plot.append(M.svg("text", { class: "tick", x: at * width + 4, y: 10 }, name));
    }
    plot.append(M.svg("text", { class: "tick", x: 0, y: 10 }, M.number(most)));
    return plot;
  };
})(Mtqa);
