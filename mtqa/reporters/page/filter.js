// Which stories and findings are looked at.
"use strict";
(function (M) {
  M.noFilter = () => ({
    words: "",
    rule: "",
    family: "",
    severity: "",
    verdict: "",
    judged: "",
    column: "",
    value: "",
  });

  // Stories and findings that a filter leaves. A filter of findings leaves stories that have one.
  M.sift = function (report, filter) {
    const ofFindings = Boolean(filter.rule || filter.family || filter.severity || filter.judged);
    const words = filter.words.toLowerCase().trim();
    const gravity = filter.severity ? M.SEVERITIES.indexOf(filter.severity) : -1;
    const stories = [];
    const findings = [];
    for (const story of report.stories) {
      const out =
        (filter.verdict && story.verdict !== filter.verdict) ||
        (filter.value && story.columns[filter.column] !== filter.value) ||
        (words && !lower(story).includes(words));
      story.matching = 0;
      for (const finding of story.findings) {
        finding.passes =
          !out &&
          (!filter.family || finding.family === filter.family) &&
          (!filter.rule || finding.rule === filter.rule || finding.also.includes(filter.rule)) &&
          (gravity < 0 || finding.gravity === gravity) &&
          (!filter.judged || M.stateOf(finding) === filter.judged);
        if (!finding.passes) continue;
        findings.push(finding);
        story.matching += 1;
      }
      if (!out && (story.matching || !ofFindings)) stories.push(story);
    }
    return { stories, findings, ofFindings };
  };

  M.stateOf = (finding) => (finding.verdict ? finding.verdict.verdict : "open");

  // All that can be searched in a story, made once.
  function lower(story) {
    if (story.lower === null) {
      const texts = [story.title, story.name, story.id];
      for (const segment of story.segments) texts.push(segment.target, segment.source, segment.reference);
      for (const finding of story.findings) texts.push(finding.message, finding.rule);
      story.lower = texts.filter(Boolean).join("\n").toLowerCase();
    }
    return story.lower;
  }

  // Makes all stories ready to be searched while nothing else is to be done.
  M.prepareSearch = function (report) {
    const idle = window.requestIdleCallback || ((work) => setTimeout(() => work({ timeRemaining: () => 8 }), 50));
    let next = 0;
    const work = (deadline) => {
      while (next < report.stories.length && deadline.timeRemaining() > 4) lower(report.stories[next++]);
      if (next < report.stories.length) idle(work);
    };
    idle(work);
  };
})(Mtqa);
