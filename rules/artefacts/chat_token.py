"""A token of a chat model's template, or of its citations, was left in the text: `<|im_end|>`, `[INST]`.

Why it happens: the template that parts user from assistant was printed as text, or the model was run past its end.

How it is found: the tokens of the usual templates, whole or torn apart by spaces; a role in front of a line
(`ASSISTANT:`, `### Response:`); the marks that chat services put for their sources (`oaicite`, `turn0search1`,
`【4†source】`).

What it leaves alone: tokens in back quotes, and in a paragraph that speaks of tokens, templates or code; speakers of
an interview. It runs on every target language: tokens are of none.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.artefacts._code import speaks_of_code
from mtqa_rules.artefacts._lines import holds

rule = Rule(
    category="design/markup",
    severity="major",
    languages=(),
    since="0.3",
    measured=("figures: docs/rules/artefacts.md",),
)

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

_TOKEN = re.compile(
    r"""
      <\s?[|｜]\s?[A-Za-z][\w ▁/-]{0,40}?\s?[|｜]\s?>
    | <\s?/?\s?(?:start_of_turn|end_of_turn|start_of_image
        |end_of_utterance|bos|eos|eod|sop|eop|extra_id_\d{1,3}
        |assistant|user|human|system|tool_call|tool_response|function_calls?|im_start|im_end|unused\d{1,3}|0x[0-9A-F]{2})\s?>
    | \[\|[A-Za-z_]{3,20}\|\]
    | <{2}\s?/?\s?SYS\s?>{2}
    | \[\s?/?\s?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_CALLS|TOOL_RESULTS|BOS|EOS|gMASK|sMASK|END_OF_TEXT|DONE)\s?\]
    | <s>(?=\s{0,3}(?:\[|\S))(?!.{0,400}</s>.)|</s>(?=\s{0,3}(?:$|<|\[|\n))
    | :?contentReference\[oaicite:\d{1,3}\](?:\{index=\d{1,3}\})?|\boaicite:\d{1,3}
    | \b(?:cite)?turn\d{1,2}(?:search|view|news|image|fetch|file)\d{1,3}\b
    | 【\d{1,3}(?::\d{1,3})?†[^】]{0,60}】
    | [\ue200-\ue206][^\ue200-\ue206\n]{0,80}[\ue200-\ue206]
    | [?&]utm_source=(?:chatgpt|openai)(?:\.com)?
    """,
    re.VERBOSE,
)
_ROLE = re.compile(
    r"^[ \t]{0,4}(?:#{2,4} ?(?:Response|Assistant|Answer|Output|Human|User|End)\s?:?(?=\s{0,3}$)"
    r"|(?:ASSISTANT|HUMAN|SYSTEM|USER)\s?:(?=\s|$)|<\s?/?(?:Assistant|User|Human|System)\s?>)",
    re.MULTILINE,
)


#: One of these stands in every one.
_SIGNS = "<[†\ue200=#"
_SPELT = "assistant human system user".split()

_QUICK = re.compile(r"[<\[†\ue200=#]|ASSISTANT|HUMAN|SYSTEM|USER")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each token."""
    if not holds(document, _SIGNS, _SPELT):
        return
    for paragraph in document.analysis.paragraphs:
        text = paragraph.text
        if not _QUICK.search(text):
            continue
        roles = list(_ROLE.finditer(text))
        for found in [*roles, *_TOKEN.finditer(text)]:
            start, end = found.span()
            start += len(found.group()) - len(found.group().lstrip())
            if text[start - 1 : start] == "`" or speaks_of_code(document, paragraph):
                continue
            yield Match(paragraph.index, start, end, f"“{text[start:end]}” is a model's token, not text.", ("",))
