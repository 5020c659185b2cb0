"""What the rules on quoted names share: what tells a work's title."""

from __future__ import annotations

import re

#: Beside a quoted name: it is the title of a work, which English quotes every time.
WORK = re.compile(
    r"\b(?:films?|movies?|dramas?|plays?|played|novels?|books?|songs?|albums?|shows?|series|episodes?|stor(?:y|ies)|poems?|"
    r"paintings?|operas?|s[aiu]ng|sings|singing|direct(?:ed|or|ors)|starring|stars?|starred|wrote|written|author|essays?|"
    r"articles?|magazines?|documentar\w+|sculptures?|titled?|entitled|tv|television|radio|broadcasts?|channel|"
    r"comed(?:y|ies)|tracks?|singles?|videos?|musicals?|actors?|actress\w*|cast|drawings?|photos?|pictures?|"
    r"slogans?|hashtags?|words?|phrases?|terms?|premiere\w*|roles?|characters?|podcasts?|franchise|sequel|games?|"
    r"theater|theatre|production|columns?|exhibitions?|works?|audience|fans?|theme)\b",
    re.IGNORECASE,
)
