"""Pieces of the English shapes that the rules about assistants share."""

from __future__ import annotations

#: What an assistant calls the text it was given; a reporter who translates a poem, letter or speech names it so.
TEXT = (
    r"(?:articles?|texts?|passages?|paragraphs?|sentences?|documents?|content|stor(?:y|ies)|news"
    r" (?:articles?|stor(?:y|ies)|"
    r"reports?|items?)|segments?|subtitles?|titles?|headlines?|excerpts?|strings?|inputs?|source|original"
    r"|snippets?|html|"
    r"markdown|json|file|pages?|posts?|captions?|transcripts?|phrases?|lines?|chapters?|batch)"
)
LANGUAGE = (
    r"(?:English|Chinese|Japanese|Korean|Spanish|French|German|Russian|Arabic|Portuguese|Italian|Hindi"
    r"|Turkish|Dutch|Polish|"
    r"Ukrainian|Vietnamese|Indonesian|Thai|Czech|Swedish|Greek|Hebrew|Persian|Romanian|Hungarian|Finnish"
    r"|Danish|Norwegian)"
)
#: How an assistant begins to answer.
OPENER = (
    r"(?:(?:sure(?: thing)?|certainly|of course|absolutely|definitely|okay|ok|alright|all right|great"
    r"|perfect|no problem|"
    r"got it|understood|gladly|with pleasure|hello|hi(?: there)?|thank you|thanks|yes|my pleasure|happy to"
    r" help|glad to help|"
    r"i(?:['’]d| would) be (?:happy|glad) to help|i can (?:certainly )?help(?: you)?(?: with (?:that"
    r"|this))?)\b[^\n.!:]{0,60}"
    r"[.!,:;—–-]{1,3}\s{0,2}){1,2}"
)
#: The end of a phrase about the text: of your article, of the text provided.
OF_TEXT = rf"\s(?:of|for) (?:the|your|this|that|these|each) (?:\w+[ -]){{0,3}}{TEXT}\b"
#: The pieces by the names that the table of wordings calls them by.
PIECES = {"TEXT": TEXT, "LANGUAGE": LANGUAGE, "OPENER": OPENER}
