"""What the words of the closed classes nearly always are, by the letters of `mtqa.analysis.tagger`."""

from __future__ import annotations

__all__ = ["CLOSED"]


def _words(letter: str, words: str) -> dict[str, str]:
    return dict.fromkeys(words.split(), letter)


#: Closed classes: what these words nearly always are.
CLOSED: dict[str, str] = (
    _words("t", "to")
    | _words("h", "that")
    | _words("b", "is are was were am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t it's he's she's that's "
             "there's i'm you're we're they're it’s he’s she’s that’s there’s i’m you’re we’re they’re")
    | _words("a", "be been being")
    | _words("v", "has have had hasn't haven't hadn't hasn’t haven’t hadn’t i've we've you've they've i’ve we’ve")
    | _words("d", "do does did don't doesn't didn't don’t doesn’t didn’t")
    | _words("M", "will would can could may might must shall should cannot can't won't wouldn't couldn't shouldn't "
             "can’t won’t wouldn’t couldn’t shouldn’t i'll we'll you'll they'll he'll she'll it'll i'd we'd they'd")
    | _words("T", "the a an this these those every no each another any some")
    | _words("H", "my your our their its whose his")
    | _words("HO", "her")
    | _words("O", "i you he she it we they me him us them who")
    | _words("I", "of in on for with at from by into onto upon during among amongst between toward towards against "
             "through throughout via per amid within beyond beside besides without despite under across along")
    | _words("B", "although though because if unless whether whereas while")
    | _words("W", "which what when where how why whom")
    | _words("C", "and or but nor")
    | _words("R", "not never also very only just even already then there so too almost still again soon often now "
             "however therefore together here n't")
    | _words("U", "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred "
             "thousand million billion trillion dozen")
)  # fmt: skip
