"""The language server: what editors ask, answered with findings. Runs on pygls, the extra `mtqa[lsp]`."""

from __future__ import annotations

import asyncio
import os
import tomllib
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from mtqa._version import __version__
from mtqa.editor.checking import Asked, Folder, Refused, Spot, check, marked, name_of
from mtqa.editor.pages import hover, rule_of, suppression
from mtqa.editor.positions import Positions
from mtqa.finding import Finding
from mtqa.registry import file_of
from mtqa.reporters.visible import clip
from mtqa.values import dataclass

#: Seconds without a keystroke before a text is checked.
PAUSE = 0.3

_SEVERITIES = {
    "critical": types.DiagnosticSeverity.Error,
    "major": types.DiagnosticSeverity.Warning,
    "minor": types.DiagnosticSeverity.Information,
    "neutral": types.DiagnosticSeverity.Hint,
}
_CONFIGURATIONS = frozenset(("mtqa.toml", "pyproject.toml"))
_SHOWN = 60  # columns of a suggestion in a menu


@dataclass(frozen=True, slots=True)
class _Checked:
    """A text that was checked: its version, the spots, and what tells this result from others."""

    version: int | None
    text: str
    spots: list[Spot]
    number: int


class Server(LanguageServer):
    """The server of one editor.

    Args:
        asked: what whoever started it wants.
    """

    def __init__(self, asked: Asked) -> None:
        # whole texts: pygls parts lines at more signs than editors do, and pieces would be put in wrong places
        super().__init__("mtqa", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
        self._asked = asked
        self._folders: dict[str, Folder] = {}
        self._checked: dict[str, _Checked] = {}
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._said: set[str] = set()
        self.worker = ThreadPoolExecutor(1)  # one text after the other
        self._turn = asyncio.Lock()
        self._number = 0

    def folder_of(self, path: str) -> Folder:
        """The open folder that a file lies in; its own where none is open."""
        workspace = self.workspace
        roots = [to_fs_path(uri) for uri in workspace.folders] or [workspace.root_path]
        holding = [root for root in roots if root and os.path.commonpath((root, os.path.dirname(path) or root)) == root]
        root = max(holding, key=len, default=os.path.dirname(path) or os.getcwd())
        return self._folders.setdefault(root, Folder(root, self._asked))

    def holds(self, uri: str) -> bool:
        """Whether a text is open; pygls keeps addresses without their escapes."""
        return unquote(uri) in self.workspace.text_documents

    def path_of(self, uri: str) -> str | None:
        """What a text is called for its reader; `None` where it is of no kind that is checked."""
        document = self.workspace.get_text_document(uri)
        return name_of(to_fs_path(uri) or "untitled", document.language_id)

    async def checked(self, uri: str) -> _Checked | None:
        """The text checked as it stands now; `None` where it is not open, or of no kind that is checked."""
        async with self._turn:
            if not self.holds(uri):
                return None
            path = self.path_of(uri)
            if path is None:
                return None
            document = self.workspace.get_text_document(uri)
            version, text = document.version, document.source
            folder = self.folder_of(path)
            known = self._checked.get(uri)
            if known is not None and known.version == version and known.text == text and not folder.changed:
                return known
            loop = asyncio.get_running_loop()
            try:
                spots = await loop.run_in_executor(self.worker, check, folder, path, text)
            except Refused as error:
                spots = []
                self._say(str(error))
            self._number += 1
            made = self._checked[uri] = _Checked(version, text, spots, self._number)
            return made

    def _say(self, message: str) -> None:
        """Tell the user, once."""
        if message not in self._said:
            self._said.add(message)
            what = types.ShowMessageParams(types.MessageType.Error, f"mtqa: {clip(message, 1000)}")
            self.window_show_message(what)

    def positions(self, text: str) -> Positions:
        """The places of a text in the units agreed on."""
        return Positions(
            text, str(getattr(self.workspace.position_encoding, "value", self.workspace.position_encoding))
        )

    def diagnostics(self, checked: _Checked, folder: Folder) -> list[types.Diagnostic]:
        """What is shown of a text."""
        places = self.positions(checked.text)
        return [
            types.Diagnostic(
                range=_range(places, spot.start, spot.end),
                severity=_severity(spot),
                code=None if spot.finding is None else spot.finding.rule,
                code_description=None if spot.finding is None else _described(spot.finding, folder),
                source="mtqa",
                message=_message(spot),
            )
            for spot in checked.spots
        ]

    @property
    def pulls(self) -> bool:
        """Whether the editor asks for diagnostics itself."""
        texts = self.client_capabilities.text_document
        return texts is not None and texts.diagnostic is not None

    def expect(self, uri: str, pause: float = PAUSE) -> None:
        """Check a text once nothing happens to it for a while, and publish what is found."""
        if self.pulls:
            return
        if (waiting := self._waiting.pop(uri, None)) is not None:
            waiting.cancel()
        self._waiting[uri] = asyncio.get_running_loop().create_task(self._publish(uri, pause))

    async def _publish(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        found = await self.checked(uri)
        path = self.path_of(uri)
        if found is not None and path is not None:
            items = self.diagnostics(found, self.folder_of(path))
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, items, found.version))

    def forget(self, uri: str) -> None:
        """A text was closed."""
        if (waiting := self._waiting.pop(uri, None)) is not None:
            waiting.cancel()
        if self._checked.pop(uri, None) is not None and not self.pulls:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    async def renew(self) -> None:
        """The configuration may have changed: check all texts again."""
        for uri in list(self._checked):
            self.expect(uri, 0)
        workspace = self.client_capabilities.workspace
        if self.pulls and workspace is not None and workspace.diagnostics and workspace.diagnostics.refresh_support:
            await self.workspace_diagnostic_refresh_async(None)

    def close(self) -> None:
        """The editor is gone."""
        self.worker.shutdown(wait=False, cancel_futures=True)


def make(asked: Asked) -> Server:
    """A server with all that it answers."""
    server = Server(asked)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    async def opened(ls: Server, params: types.DidOpenTextDocumentParams) -> None:
        ls.expect(params.text_document.uri, 0)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(ls: Server, params: types.DidChangeTextDocumentParams) -> None:
        ls.expect(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    async def saved(ls: Server, params: types.DidSaveTextDocumentParams) -> None:
        if os.path.basename(to_fs_path(params.text_document.uri) or "") in _CONFIGURATIONS:
            await ls.renew()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    async def watched(ls: Server, _: types.DidChangeWatchedFilesParams) -> None:
        await ls.renew()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    async def closed(ls: Server, params: types.DidCloseTextDocumentParams) -> None:
        ls.forget(params.text_document.uri)

    @server.feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        types.DiagnosticOptions(inter_file_dependencies=False, workspace_diagnostics=False, identifier="mtqa"),
    )
    async def pulled(ls: Server, params: types.DocumentDiagnosticParams) -> types.DocumentDiagnosticReport:
        uri = params.text_document.uri
        found, path = await ls.checked(uri), ls.path_of(uri)
        if found is None or path is None:
            return types.RelatedFullDocumentDiagnosticReport(items=[])
        if params.previous_result_id == str(found.number):
            return types.RelatedUnchangedDocumentDiagnosticReport(result_id=str(found.number))
        items = ls.diagnostics(found, ls.folder_of(path))
        return types.RelatedFullDocumentDiagnosticReport(items=items, result_id=str(found.number))

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hovered(ls: Server, params: types.HoverParams) -> types.Hover | None:
        uri = params.text_document.uri
        found, path = await ls.checked(uri), ls.path_of(uri)
        if found is None or path is None:
            return None
        places = ls.positions(found.text)
        offset = places.offset(params.position.line, params.position.character)
        spots = [spot for spot in found.spots if spot.finding is not None and spot.start <= offset <= spot.end]
        if not spots:
            return None
        rules = ls.folder_of(path).engine(path).rule_set
        markdown = _shows_markdown(ls.client_capabilities)
        texts = [hover(spot.finding, rules, markdown=markdown) for spot in spots if spot.finding is not None]
        kind = types.MarkupKind.Markdown if markdown else types.MarkupKind.PlainText
        start, end = min(spot.start for spot in spots), max(spot.end for spot in spots)
        return types.Hover(types.MarkupContent(kind, "\n\n---\n\n".join(texts)), _range(places, start, end))

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=[types.CodeActionKind.QuickFix])
    )
    async def acted(ls: Server, params: types.CodeActionParams) -> list[types.CodeAction] | None:
        only = params.context.only
        if only and not any(types.CodeActionKind.QuickFix.value.startswith(kind) for kind in only):
            return None
        uri = params.text_document.uri
        found, path = await ls.checked(uri), ls.path_of(uri)
        if found is None or path is None:
            return None
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(ls.worker, _actions, ls, uri, path, found, params.range)

    @server.feature(types.SHUTDOWN)
    async def ended(ls: Server, _: None) -> None:
        ls.close()

    return server


def _actions(ls: Server, uri: str, path: str, found: _Checked, wanted: types.Range) -> list[types.CodeAction]:
    """What can be done about the findings of a range: suggestions first, then to ignore them."""
    folder = ls.folder_of(path)
    places = ls.positions(found.text)
    start = places.offset(wanted.start.line, wanted.start.character)
    end = places.offset(wanted.end.line, wanted.end.character)
    spots = [spot for spot in found.spots if spot.finding is not None and spot.start <= end and start <= spot.end]
    diagnostics = {id(spot): one for spot, one in zip(found.spots, ls.diagnostics(found, folder), strict=True)}
    mends: list[types.CodeAction] = []
    ignores: list[types.CodeAction] = []
    for spot in spots:
        finding = spot.finding
        assert finding is not None
        about = [diagnostics[id(spot)]]
        rule = rule_of(finding, folder.engine(path).rule_set)
        for suggestion in finding.suggestions if spot.exact else ():
            title = f"Replace with “{clip(suggestion, _SHOWN)}”" if suggestion.strip() else "Leave it out"
            change = types.TextEdit(_range(places, spot.start, spot.end), spot.written(suggestion))
            sure = rule is not None and rule.fix == "safe" and len(finding.suggestions) == 1
            edit = _edit(ls, uri, found.version, change)
            mends.append(types.CodeAction(title, types.CodeActionKind.QuickFix, about, sure or None, edit=edit))
        mark = marked(folder, path, found.text, spot)
        if mark is not None:
            title = f"Ignore {finding.rule} here, by a mark in the text"
            edit = _edit(ls, uri, found.version, types.TextEdit(_range(places, mark[0], mark[0]), mark[1]))
            ignores.append(types.CodeAction(title, types.CodeActionKind.QuickFix, about, edit=edit))
        if spot.document is not None and (ignoring := _ignoring(ls, finding, spot.document.id, folder)) is not None:
            title = f"Ignore {finding.rule} for “{clip(finding.text.strip(), _SHOWN)}” in this document"
            ignores.append(types.CodeAction(title, types.CodeActionKind.QuickFix, about, edit=ignoring))
    return mends + ignores


def _edit(ls: Server, uri: str, version: int | None, *changes: types.TextEdit) -> types.WorkspaceEdit:
    """A change of one text: of the version it was made for, where the editor can tell."""
    workspace = ls.client_capabilities.workspace
    edits = workspace.workspace_edit if workspace is not None else None
    if edits is None or not edits.document_changes:
        return types.WorkspaceEdit(changes={uri: list(changes)})
    document = types.OptionalVersionedTextDocumentIdentifier(uri, version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(document, list(changes))])


def _ignoring(ls: Server, finding: Finding, document: str, folder: Folder) -> types.WorkspaceEdit | None:
    """A change of the configuration that silences a finding; `None` where none can be made."""
    file = folder.configuration()
    if file is None:
        return None
    uri = from_fs_path(file) or ""
    there = os.path.exists(file)
    text, version = "", None
    if ls.holds(uri):
        opened = ls.workspace.get_text_document(uri)
        text, version, there = opened.source, opened.version, True
    elif there:
        try:
            text = Path(file).read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return None
    table = ("" if not text or text.endswith("\n") else "\n") + suppression(finding, document, file)
    if "\r\n" in text:
        table = table.replace("\n", "\r\n")
    try:
        tomllib.loads(text + table)
    except ValueError:  # suppressions written as one array, or a file that is broken anyway
        return None
    places = ls.positions(text)
    change = types.TextEdit(_range(places, len(text), len(text)), table if text else table.lstrip("\n"))
    if there:
        return _edit(ls, uri, version, change)
    workspace = ls.client_capabilities.workspace
    edits = workspace.workspace_edit if workspace is not None else None
    if edits is None or types.ResourceOperationKind.Create not in (edits.resource_operations or ()):
        return None
    create = types.CreateFile(uri, options=types.CreateFileOptions(ignore_if_exists=True))
    document_edit = types.TextDocumentEdit(types.OptionalVersionedTextDocumentIdentifier(uri), [change])
    return types.WorkspaceEdit(document_changes=[create, document_edit])


def _severity(spot: Spot) -> types.DiagnosticSeverity:
    if spot.finding is not None:
        return _SEVERITIES[spot.finding.severity]
    error = spot.problem is not None and spot.problem.severity == "error"
    return types.DiagnosticSeverity.Error if error else types.DiagnosticSeverity.Information


def _message(spot: Spot) -> str:
    if spot.finding is not None:
        return clip(spot.finding.message, 1000)
    return clip(spot.problem.message, 1000) if spot.problem is not None else ""


def _range(places: Positions, start: int, end: int) -> types.Range:
    return types.Range(types.Position(*places.position(start)), types.Position(*places.position(end)))


def _shows_markdown(client: types.ClientCapabilities) -> bool:
    texts = client.text_document
    formats = texts.hover.content_format if texts is not None and texts.hover is not None else None
    return types.MarkupKind.Markdown in (formats or ())


def _described(finding: Finding, folder: Folder) -> types.CodeDescription | None:
    """Where the page of a finding's rule stands: in the file of the rule."""
    file = _file(finding.rule, folder.config().rules)
    return None if file is None else types.CodeDescription(file)


@lru_cache(maxsize=4096)
def _file(rule: str, folders: tuple[str, ...]) -> str | None:
    file = file_of(rule, folders)
    return None if file is None else from_fs_path(str(file))
