// A list of any length, of rows of one height: only those in sight are elements.
"use strict";
(function (M) {
  const SPARE = 6; // rows beyond the edge of what is seen

  // `row(item, index)` makes an element (role listitem); the list is `box`, which scrolls.
  M.makeList = function (box, height, row) {
    const sheet = M.el("div", { class: "sheet", role: "list" });
    box.replaceChildren(sheet);
    let items = [];
    let made = new Map();
    let asked = false;

    function draw() {
      asked = false;
      const first = Math.max(0, Math.floor(box.scrollTop / height) - SPARE);
      const last = Math.min(items.length, Math.ceil((box.scrollTop + box.clientHeight) / height) + SPARE);
      const wanted = new Map();
      let before = null;
      for (let i = first; i < last; i++) {
        let element = made.get(i);
        if (!element) {
          element = row(items[i], i);
          element.setAttribute("aria-setsize", items.length);
          element.setAttribute("aria-posinset", i + 1);
          element.style.setProperty("top", `${i * height}px`);
          if (before) before.after(element);
          else sheet.prepend(element);
        }
        wanted.set(i, element);
        before = element;
      }
      for (const [i, element] of made) if (!wanted.has(i)) element.remove();
      made = wanted;
    }

    function ask() {
      if (!asked) requestAnimationFrame(draw);
      asked = true;
    }

    box.addEventListener("scroll", ask, { passive: true });
    new ResizeObserver(ask).observe(box);

    return {
      set(list) {
        items = list;
        sheet.style.setProperty("height", `${items.length * height}px`);
        this.refresh();
      },
      refresh() {
        const focused = [...made].find(([, element]) => element.contains(document.activeElement));
        for (const element of made.values()) element.remove();
        made = new Map();
        draw();
        if (focused) made.get(focused[0])?.querySelector("button")?.focus({ preventScroll: true });
      },
      show(index) {
        if (index < 0) return;
        const top = index * height;
        if (top < box.scrollTop) box.scrollTop = Math.max(0, top - height);
        else if (top + height > box.scrollTop + box.clientHeight) box.scrollTop = top + 2 * height - box.clientHeight;
        draw();
      },
    };
  };
})(Mtqa);
