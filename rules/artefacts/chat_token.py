"""A token of a chat model's template, or of its citations, was left in the text: `<|im_end|>`, `[INST]`.

Why it happens: the template that parts user from assistant was printed as text, or the model was run past its end.

How it is found: the tokens of the usual templates, whole or torn apart by spaces; a role in front of a line
(`ASSISTANT:`, `### Response:`); the marks that chat services put for their sources (`oaicite`, `turn0search1`,
`【4†source】`).

What it leaves alone: tokens in back quotes, and in a paragraph that speaks of tokens, templates or code; speakers of
an interview. It runs on every target language: tokens are of none.

Not met in the measured texts: the few language models among their engines were run without a chat template.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.artefacts._marks import marks
from mtqa_rules.artefacts._told import told
from mtqa_rules.artefacts._wording import lines_said

rule = Rule(category="design/markup", severity="major", languages=(), since="0.3", among=(told, "chat-token"))

BAD = [
    "The bridge was closed on Monday.[[<|im_end|>]]",
    "The bridge was closed on Monday.[[<|eot_id|>]]",
    "[[<start_of_turn>]]model\n\nThe bridge was closed on Monday.",
    "The bridge was closed on Monday.[[</s>]]",
    "The bridge was closed on Monday.[[<|eom_id|>]]",
    "[[### Response:]]\n\nThe bridge was closed on Monday.",
    "The bridge was closed on Monday. [[< | im _ end | >]]",
    "The bridge was closed on Monday.[[<｜end▁of▁sentence｜>]]",
    "[[ASSISTANT:]] The bridge was closed on Monday.",
    "The bridge was closed on Monday[[:contentReference[oaicite:2]{index=2}]].",
    "The bridge was closed on Monday [[【4†source】]].",
    "[[<<SYS>>]] The bridge was closed on Monday.",
]
GOOD = [
    "The token <|im_end|> closes a turn of the template.",
    "Write `<|endoftext|>` at the end.",
    "He is <s>late</s> early, the post said.",
    "Agent: The bridge is closed. Customer: Thank you.",
    "The word ASSISTANT: it is of French origin.",
    "The model's prompt begins with [INST] and ends with [/INST].",
    "a <|> b is a sign of the paper, and x | y is another.",
    "The assistant: a man of few words.",
    "He wrote 4† in the margin and 【note】 on the cover.",
]

_MESSAGE = "“{}” is a model's token, not text."


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each token."""
    for mark in marks(document, "chat-token"):
        yield mark.match(_MESSAGE, suggestions=("",))
    for said in lines_said(document, "chat-token"):
        yield Match(said.line.segment, said.start, said.end, _MESSAGE.format(said.found.group()), ("",))
