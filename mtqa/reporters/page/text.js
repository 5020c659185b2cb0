// Text as it is: offsets in code points, and nothing invisible that acts.
"use strict";
(function (M) {
  // Controls, marks of direction, and the like, as mtqa/reporters/visible.py tells them: they are shown by name, and do
  // nothing. Not so what belongs to the spelling of words and emoji.
  const KEPT = "\\t\\n\u200c\u200d\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}\u0600-\u0605\u{e0020}-\u{e007f}";
  const HIDDEN = new RegExp(`(?![${KEPT}])[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\ufffe\uffff]`, "gu");

  const name = (char) => "U+" + char.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");

  // A function from code points to indices of the string.
  M.indices = function (text) {
    if (!/[\ud800-\udbff]/.test(text)) return (offset) => Math.min(offset, text.length);
    const places = [];
    for (let i = 0; i < text.length; i += text.codePointAt(i) > 0xffff ? 2 : 1) places.push(i);
    return (offset) => (offset < places.length ? places[offset] : text.length);
  };

  M.codePoints = function (text) {
    let count = 0;
    for (const _ of text) count += 1;
    return count;
  };

  // The text as nodes. A hidden character counts as one in `data-length`, whatever stands for it.
  M.shown = function (text) {
    const nodes = document.createDocumentFragment();
    let last = 0;
    for (const match of text.matchAll(HIDDEN)) {
      if (match.index > last) nodes.append(text.slice(last, match.index));
      nodes.append(M.el("span", { class: "hidden-character", title: "a character that is not seen" }, name(match[0])));
      last = match.index + match[0].length;
    }
    if (last < text.length) nodes.append(text.slice(last));
    return nodes;
  };

  // The code points before a place in a target (see story.js), given as the selection gives it.
  M.offsetIn = function (target, node, offset) {
    if (node === target) {
      const child = target.childNodes[offset];
      return child ? Number(child.dataset.start) : null;
    }
    const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
    if (!piece) return null;
    const range = document.createRange();
    range.setStart(piece, 0);
    range.setEnd(node, offset);
    let count = Number(piece.dataset.start);
    for (const child of range.cloneContents().childNodes) {
      if (child.nodeType === Node.TEXT_NODE) count += M.codePoints(child.data);
      else if (child.classList.contains("hidden-character")) count += 1;
    }
    return count;
  };

  M.named = (text) => text.replace(HIDDEN, (char) => name(char));

  // An element with text of any language, whose direction does not reach beyond it.
  M.text = (tag, attributes, text) => M.el(tag, { dir: "auto", ...attributes }, M.shown(text));

  // Spans parted where any begins or ends: [{start, end, spans}], in order, over the whole text; an empty span is a part
  // of its own. Offsets are code points.
  M.parts = function (length, spans) {
    const cuts = new Set([0, length]);
    for (const span of spans) {
      cuts.add(Math.min(span.start, length));
      cuts.add(Math.min(span.end, length));
    }
    const places = [...cuts].sort((a, b) => a - b);
    const opening = spans.filter((span) => span.end > span.start).sort((a, b) => a.start - b.start || b.end - a.end);
    const empty = spans.filter((span) => span.end === span.start && span.start <= length);
    const parts = [];
    let next = 0;
    let open = [];
    for (let i = 0; i < places.length; i++) {
      const at = places[i];
      const here = empty.filter((span) => span.start === at);
      if (here.length) parts.push({ start: at, end: at, spans: here });
      if (i + 1 === places.length) break;
      open = open.filter((span) => span.end > at);
      while (next < opening.length && opening[next].start <= at) open.push(opening[next++]);
      parts.push({ start: at, end: places[i + 1], spans: [...open] });
    }
    return parts;
  };

  // A lane for each span, so that lines of spans that touch do not meet: the outer below.
  M.lanes = function (spans) {
    const lanes = new Map();
    const ends = [];
    for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
      let lane = ends.findIndex((end) => end <= span.start);
      if (lane < 0) lane = ends.length;
      ends[lane] = span.end;
      lanes.set(span, lane);
    }
    return lanes;
  };
})(Mtqa);
