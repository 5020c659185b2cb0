// The form of filters.
"use strict";
(function (M) {
  const FIELDS = ["words", "verdict", "severity", "family", "rule", "judged", "value"];
  const VALUES = 500; // of a column
  const PATIENCE = 80; // milliseconds between letters

  // `change(filter)` is called when a reader changes it; `show(filter)` writes it into the fields.
  M.makeForm = function (report, change) {
    let filter = M.noFilter();
    const field = (name) => M.byId(`filter-${name}`);

    // [value, words] of all values of findings, with their number.
    function tally(of) {
      const counts = new Map();
      for (const finding of report.findings) counts.set(of(finding), (counts.get(of(finding)) || 0) + 1);
      const names = [...counts.keys()].sort();
      return names.map((name) => [name, `${name} (${counts.get(name)})`]);
    }

    function offer(place, values) {
      for (const [value, name] of values) place.append(M.el("option", { value }, M.named(name)));
    }

    function column(name) {
      const values = new Set(report.stories.map((story) => story.columns[name]));
      values.delete(undefined);
      const group = M.el("optgroup", { label: M.named(name) });
      const offered = [...values].sort().slice(0, VALUES);
      offer(
        group,
        offered.map((value) => [JSON.stringify([name, value]), value]),
      );
      return group;
    }

    function read(name) {
      const { value } = field(name);
      if (name !== "value") filter = { ...filter, [name]: value };
      else {
        const [of, wanted] = value ? JSON.parse(value) : ["", ""];
        filter = { ...filter, column: of, value: wanted };
      }
      change(filter);
    }

    const families = tally((finding) => finding.family);
    const rules = tally((finding) => finding.rule);
    offer(field("family"), families);
    offer(field("rule"), rules);
    field("value").append(...report.columns.map(column));
    field("value").disabled = !report.columns.length;

    let waiting = 0;
    field("words").addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => read("words"), PATIENCE);
    });
    for (const name of FIELDS.filter((one) => one !== "words")) {
      let pointed = false; // chosen with the mouse: the keys of the page count again at once
      field(name).addEventListener("mousedown", () => (pointed = true));
      field(name).addEventListener("keydown", () => (pointed = false));
      field(name).addEventListener("change", () => {
        read(name);
        if (pointed) field(name).blur();
      });
    }
    M.byId("filter").addEventListener("submit", (event) => event.preventDefault());
    M.byId("reset").addEventListener("click", () => {
      change(M.noFilter());
      field("words").focus();
    });

    return {
      show(next) {
        filter = next;
        for (const name of FIELDS) {
          let value = filter[name];
          if (name === "value" && value) value = JSON.stringify([filter.column, value]);
          if (field(name).value !== value) field(name).value = value;
          field(name).classList.toggle("set", Boolean(value));
        }
        M.byId("reset").hidden = FIELDS.every((name) => !filter[name]);
      },
    };
  };
})(Mtqa);
