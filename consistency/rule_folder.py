"""Where the rules lie: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

from consistency.toml_tables import ConfigurationError

PACKAGE = Path(__file__).resolve().parent


def rule_folder(package: Path = PACKAGE) -> Path:
    """The folder of the rule files that came with the program.

    A wheel carries its own copy inside the package. A checkout, also one installed editable, has `rules` at its top.
    A folder without rule files is passed over: beside an installed package, `rules` may be anybody's.
    """
    places = (package / "rules", package.parent / "rules")
    for place in places:
        if any(place.glob("*.toml")):
            return place
    looked = " or ".join(str(place) for place in places)
    raise ConfigurationError(f"no rule files (*.toml) in {looked}: the installation is incomplete; install it again")
