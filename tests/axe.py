"""What a checker of accessibility finds on a page: axe-core, which comes with a package for tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

SOURCE = "axe.min.js"


def violations(tab: Any) -> list[str]:
    """The rules of axe-core that the page in a tab breaks, each with the first element at fault."""
    import axe_playwright_python

    script = (Path(axe_playwright_python.__file__).parent / SOURCE).read_text(encoding="utf-8")
    tab.evaluate(f"() => {{ {script} }}")  # past the policy of the page, as a browser's own tools are
    found = tab.evaluate("() => axe.run()")["violations"]
    return [f"{rule['id']}: {rule['nodes'][0]['html']}" for rule in found]
