"""An editor: a client of the language server, which runs in a process of its own."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient


class Editor:
    """A client with what an editor keeps: what was published, what was said."""

    def __init__(self, folder: Path, client: LanguageClient) -> None:
        self.folder = folder
        self.client = client
        self.published: dict[str, types.PublishDiagnosticsParams] = {}
        self.said: list[str] = []
        self.refreshed = 0
        self.news = asyncio.Event()

    def uri(self, name: str) -> str:
        """The address of a file of the folder."""
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str, language: str = "plaintext", version: int = 1) -> str:
        """Open a text."""
        item = types.TextDocumentItem(self.uri(name), language, version, text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        return item.uri

    def change(self, name: str, text: str, version: int) -> None:
        """Type."""
        document = types.VersionedTextDocumentIdentifier(version, self.uri(name))
        whole = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [whole]))

    async def pulled(self, name: str, previous: str | None = None) -> Any:
        """Ask for diagnostics."""
        params = types.DocumentDiagnosticParams(
            types.TextDocumentIdentifier(self.uri(name)), "mtqa", previous_result_id=previous
        )
        found = await self.client.text_document_diagnostic_async(params)
        if found.kind == "full":
            found.items = list(found.items)
        return found

    async def until(self, wanted: Callable[[Editor], object]) -> None:
        """Wait for news."""
        while not wanted(self):
            self.news.clear()
            await self.news.wait()

    async def actions(self, name: str, range: types.Range) -> list[types.CodeAction]:
        """Quick fixes of a range."""
        params = types.CodeActionParams(
            types.TextDocumentIdentifier(self.uri(name)), range, types.CodeActionContext([])
        )
        return list(await self.client.text_document_code_action_async(params) or ())

    async def hover(self, name: str, line: int, character: int) -> types.Hover | None:
        """What is shown over a place."""
        document = types.TextDocumentIdentifier(self.uri(name))
        return await self.client.text_document_hover_async(types.HoverParams(document, types.Position(line, character)))


def capabilities(
    *, pull: bool = False, encodings: tuple[str, ...] = (), create: bool = True
) -> types.ClientCapabilities:
    """What a modern editor says of itself, or an older one."""
    operations = [types.ResourceOperationKind.Create] if create else []
    return types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=list(encodings) or None),
        text_document=types.TextDocumentClientCapabilities(
            hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
            diagnostic=types.DiagnosticClientCapabilities() if pull else None,
        ),
        workspace=types.WorkspaceClientCapabilities(
            workspace_edit=types.WorkspaceEditClientCapabilities(document_changes=True, resource_operations=operations),
            diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh_support=True),
        ),
    )


@pytest.fixture
def session(tmp_path: Path) -> Callable[..., None]:
    """Run a scenario with an editor whose server was started with some options."""

    def run(
        scenario: Callable[[Editor], Awaitable[None]],
        *options: str,
        client: types.ClientCapabilities | None = None,
        cwd: Path | None = None,
    ) -> None:
        async def talk() -> None:
            speaker = LanguageClient("test", "1")
            editor = Editor(tmp_path, speaker)

            @speaker.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
            def published(params: types.PublishDiagnosticsParams) -> None:
                params.diagnostics = list(params.diagnostics)
                editor.published[params.uri] = params
                editor.news.set()

            @speaker.feature(types.WINDOW_SHOW_MESSAGE)
            def said(params: types.ShowMessageParams) -> None:
                editor.said.append(params.message)
                editor.news.set()

            @speaker.feature(types.WORKSPACE_DIAGNOSTIC_REFRESH)
            def refreshed(_: None) -> None:
                editor.refreshed += 1
                editor.news.set()

            await speaker.start_io(sys.executable, "-m", "mtqa", "lsp", *options, cwd=str(cwd or tmp_path))
            folders = [types.WorkspaceFolder(tmp_path.as_uri(), "work")]
            started = await speaker.initialize_async(
                types.InitializeParams(client or capabilities(), root_uri=tmp_path.as_uri(), workspace_folders=folders)
            )
            editor.encoding = started.capabilities.position_encoding
            speaker.initialized(types.InitializedParams())
            try:
                await scenario(editor)
            finally:
                await speaker.shutdown_async(None)
                speaker.exit(None)
                await speaker.stop()

        asyncio.run(asyncio.wait_for(talk(), 120))

    return run
