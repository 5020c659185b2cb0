// The one global object, and how elements are made: never out of markup, always out of text.
"use strict";
const Mtqa = Object.create(null);

(function (M) {
  M.SEVERITIES = ["critical", "major", "minor", "neutral"];
  M.VERDICTS = ["fail", "unchecked", "warn", "pass"]; // what needs eyes first

  const SVG = "http://www.w3.org/2000/svg";

  // Sets attributes; `on` holds listeners, `style` custom properties. A false or missing value leaves the attribute out.
  function dress(element, attributes) {
    for (const [name, value] of Object.entries(attributes)) {
      if (name === "on") for (const [type, listener] of Object.entries(value)) element.addEventListener(type, listener);
      else if (name === "style") for (const [key, one] of Object.entries(value)) element.style.setProperty(key, one);
      else if (value !== false && value !== null && value !== undefined)
        element.setAttribute(name, value === true ? "" : value);
    }
  }

  function fill(element, children) {
    for (const child of children.flat())
      if (child !== null && child !== undefined && child !== "") element.append(child);
    return element;
  }

  M.el = function (tag, attributes, ...children) {
    const element = document.createElement(tag);
    dress(element, attributes || {});
    return fill(element, children);
  };

  M.svg = function (tag, attributes, ...children) {
    const element = document.createElementNS(SVG, tag);
    dress(element, attributes || {});
    return fill(element, children);
  };

  M.byId = (id) => document.getElementById(id);

  M.count = (number, noun, many = `${noun}s`) => `${M.number(number)} ${number === 1 ? noun : many}`;
  M.number = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, "\u202f");

  // Text for people and for screen readers, which hear it at once.
  let quiet = 0;
  M.say = function (text, grave) {
    const place = M.byId("said");
    place.textContent = text;
    place.classList.toggle("grave", Boolean(grave));
    place.classList.add("shown");
    clearTimeout(quiet);
    quiet = setTimeout(() => place.classList.remove("shown"), grave ? 12000 : 4000);
  };
})(Mtqa);
