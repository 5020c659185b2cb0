"""What each rule costs."""

from __future__ import annotations

import time

from benchmarks.text import count, stories
from mtqa import Document
from mtqa.engine import Engine


def costs(words: int, repeat: int) -> None:
    """What each rule costs on text that is analysed already, and what the analysis costs."""
    texts = list(stories(words))
    total = sum(map(count, texts))
    engine = Engine()
    best: dict[str, float] = {}
    for _ in range(repeat):
        spent = dict.fromkeys([rule.id for rule in engine.rules], 0.0)
        spent["(analysis)"] = 0.0
        for text in texts:
            document = Document.from_text(text)
            begin = time.process_time()
            analysis = document.analysis
            _ = (analysis.words, list(analysis.find("the")))
            spent["(analysis)"] += time.process_time() - begin
            for rule in engine.rules:
                if rule.run is None or rule.missing(document) is not None:
                    continue
                begin = time.process_time()
                for _ in rule.run(document):
                    pass
                spent[rule.id] += time.process_time() - begin
        best = {name: min(seconds, best.get(name, seconds)) for name, seconds in spent.items()}
    print(f"{total:,} words; the first rule to ask for a part of the analysis pays for it\n")
    print("rule                                                µs/word    share")
    whole = sum(best.values())
    for name, seconds in sorted(best.items(), key=lambda item: -item[1])[:20]:
        print(f"  {name:<46}{seconds / total * 1e6:>11.2f}{seconds / whole:>9.1%}")
    print(f"  {'all of them':<46}{whole / total * 1e6:>11.2f}")
