// Verdicts kept in this browser, by the report they belong to: one entry a verdict. Without storage they live in the page.
"use strict";
(function (M) {
  M.makeStore = function (run) {
    const prefix = `mtqa:${run.key}:`;
    const kept = new Map();
    const before = []; // what stood where `put` wrote, for `undo`
    let failing = false;

    function read() {
      kept.clear();
      for (let i = 0; i < localStorage.length; i++) {
        const name = localStorage.key(i);
        if (!name.startsWith(prefix)) continue;
        const verdict = JSON.parse(localStorage.getItem(name));
        if (verdict && M.KINDS.includes(verdict.verdict)) kept.set(M.key(verdict), verdict);
      }
    }

    function write(key, verdict) {
      if (verdict.verdict) kept.set(key, verdict);
      else kept.delete(key);
      try {
        if (verdict.verdict) localStorage.setItem(prefix + key, JSON.stringify(verdict));
        else localStorage.removeItem(prefix + key);
      } catch {
        if (!failing)
          M.say("This browser keeps no more verdicts: save the verdict file before you close the page.", true);
        failing = true;
      }
    }

    return {
      async load() {
        try {
          read();
        } catch {
          M.say("This browser keeps no verdicts for this page: save the verdict file before you close it.", true);
          failing = true;
        }
        return [...kept.values()];
      },
      async put(verdict) {
        const key = M.key(verdict);
        before.push(kept.get(key) || { ...verdict, verdict: "" });
        write(key, verdict);
      },
      async merge(verdicts) {
        for (const verdict of verdicts) write(M.key(verdict), verdict);
      },
      async undo() {
        const verdict = before.pop();
        if (!verdict) return null;
        write(M.key(verdict), verdict);
        return verdict;
      },
      async export() {
        return M.writeVerdicts(M.inReadingOrder([...kept.values()]));
      },
      watch(changed) {
        addEventListener("storage", (event) => {
          if (event.key !== null && !event.key.startsWith(prefix)) return;
          const old = [...kept.values()].map((verdict) => ({ ...verdict, verdict: "" }));
          read();
          changed([...old, ...kept.values()]);
        });
      },
    };
  };
})(Mtqa);
