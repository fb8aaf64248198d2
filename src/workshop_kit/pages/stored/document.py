"""A stored page's HTML: an executed notebook through Voilà's exporter and a template."""

from collections.abc import Sequence
from typing import Any

import nbformat
from traitlets.config import Config
from voila.exporter import VoilaExporter

from workshop_kit.pages.stored.anywidget_files import AnywidgetFiles
from workshop_kit.pages.stored.execute import Executed

TEMPLATE = "stored.html.j2"
STATE = "application/vnd.jupyter.widget-state+json"
VIEW = "application/vnd.jupyter.widget-view+json"
OFFICIAL = frozenset(
    {"@jupyter-widgets/base", "@jupyter-widgets/controls", "@jupyter-widgets/output", "anywidget"}
)
"""The widget packages that the small front end knows."""
NEEDS_SCRIPT = ("application/javascript", "application/vnd.bokehjs", "application/vnd.plotly")


async def document(
    executed: Executed,
    files: AnywidgetFiles,
    *,
    template_paths: Sequence[str],
    contents: Any,
    context: dict[str, Any],
) -> str:
    """Return the HTML of a stored page.

    Parameters
    ----------
    executed
        The notebook with its outputs.
    files
        What :meth:`AnywidgetFiles.taken_out_of` made of its widgets' state.
    template_paths
        Folders in which ``stored.html.j2`` and what it includes are looked for, first one first.
    contents
        Jupyter's contents manager, by which pictures of Markdown cells are found.
    context
        What the template needs besides ``nb``, ``state``, ``styles`` and ``modules``.
    """
    exporter = VoilaExporter(
        template_paths=list(template_paths),
        template_file=TEMPLATE,
        contents_manager=contents,
        config=Config(),
    )
    state = {"version_major": 2, "version_minor": 0, "state": files.state}
    known = {**context, "state": state, "styles": files.styles, "view_type": VIEW}
    notebook = nbformat.from_dict(executed.notebook)  # type: ignore[no-untyped-call]  # its makers'
    parts = exporter.generate_from_notebook_node(notebook, extra_context=known)
    return "".join([html async for html, _resources in parts])


def unknown_parts(executed: Executed) -> tuple[str, ...]:
    """Return what a page shows that the small front end cannot: packages and media types.

    Such a page needs Voilà's own front end, and a kernel for each visitor from the start.
    """
    packages = {model["model_module"] for model in executed.state.values()} - OFFICIAL
    kinds = {
        kind
        for cell in executed.notebook["cells"]
        for output in cell.get("outputs", [])
        for kind in output.get("data", {})
        if kind.startswith(NEEDS_SCRIPT) and "text/html" not in output["data"]
    }
    return tuple(sorted(packages | kinds))
