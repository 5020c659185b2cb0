// A mark of one's own: words in which something is wrong that no rule found.
"use strict";
(function (M) {
  // What is selected, if that is words of one paragraph of a target: {segment, start, end, text}; null for anything else.
  M.selected = function (story) {
    const selection = getSelection();
    if (!story || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const from = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(".target");
    const target = from(range.startContainer);
    if (!target) return null;
    const segment = story.segments.find((one) => String(one.number) === target.dataset.segment);
    let start = M.offsetIn(target, range.startContainer, range.startOffset);
    // a double click in some browsers ends where the next paragraph begins
    let end = from(range.endContainer) === target ? M.offsetIn(target, range.endContainer, range.endOffset) : null;
    const points = [...segment.target];
    end = Math.min(end ?? points.length, points.length);
    while (start < end && /\s/.test(points[start])) start += 1;
    while (start < end && /\s/.test(points[end - 1])) end -= 1;
    return start < end ? { segment: segment.number, start, end, text: points.slice(start, end).join("") } : null;
  };

  // The dialog that asks what is wrong. `ask(place)` opens it; `save(mark)` is called with category, severity and comment.
  M.makeMarker = function (report, save) {
    const dialog = M.byId("own");
    const field = (name) => M.byId(`own-${name}`);
    for (const [value, name] of Object.entries(report.run.categories))
      field("category").append(M.el("option", { value }, name));
    let place = null;
    M.byId("own-cancel").addEventListener("click", () => dialog.close());
    M.byId("own-form").addEventListener("submit", (event) => {
      event.preventDefault();
      dialog.close();
      save(
        { ...place, rule: "", category: field("category").value, severity: field("severity").value },
        field("comment").value,
      );
    });
    return function (next) {
      place = next;
      M.byId("own-text").replaceChildren(M.shown(next.text));
      field("comment").value = "";
      dialog.showModal();
      field("category").focus();
    };
  };
})(Mtqa);
