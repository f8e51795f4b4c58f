"""What a project says of its checks: `consistency.toml`, or `[tool.consistency]` in `pyproject.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from consistency.engine import Rules, load_rules
from consistency.lexicon import Lexicon, WordList
from consistency.limits import LIMITS, Limits
from consistency.model import Severity
from consistency.selection import excluded_by
from consistency.toml_tables import ConfigurationError, Table, is_there, load, nearest

OWN, SHARED = "consistency.toml", "pyproject.toml"
SECTION = "tool.consistency"
MOST = {"megabytes": 100_000, "seconds": 100_000, "elements": 100_000_000}  # of a limit: more is a slip of the pen


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings of a project; paths are as from where the program was started.

    `severity` by rule or beginning of rules, `aliases` by spelling, `places` by pattern of paths from `folder` on,
    `confidence` the hundredths from which on a finding is an error or a warning.
    """

    source: str = ""
    folder: Path = Path()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    rules: tuple[Path, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    aliases: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    baseline: Path | None = None
    accepted: Path | None = None
    limits: Limits = LIMITS
    confidence: Mapping[str, int] = field(default_factory=dict)

    @property
    def file(self) -> Path | None:
        """The file that the settings come from."""
        return Path(self.source) if self.source else None

    def place_of(self, path: str) -> str:
        """The place that a document speaks for by what the project says of its path; empty where it says nothing.

        >>> Configuration(places={"north/": "甲省乙县"}).place_of("north/2023/report.txt")
        '甲省乙县'
        """
        inside = _from(self.folder, path) if self.places else ""
        return next((place for pattern, place in self.places.items() if excluded_by((pattern,))(inside)), "")


def find_configuration(start: Path) -> Configuration:
    """The configuration of the nearest folder from `start` upwards that has one; none of its own where none has."""
    for folder in (start, *start.absolute().parents):
        own, shared = folder / OWN, folder / SHARED
        if is_there(own):
            return load_configuration(own)
        if is_there(shared) and SECTION.rpartition(".")[2] in load(shared).table("tool", optional=True).keys():
            return load_configuration(shared)
    return Configuration()


def load_configuration(path: Path) -> Configuration:
    """The configuration in a file; raises `ConfigurationError` that names file and key for anything out of order."""
    table = load(path)
    if path.name == SHARED:
        table = table.table("tool", optional=True).table("consistency", optional=True)
    folder = path.parent
    found = Configuration(
        source=str(path),
        folder=folder,
        select=table.texts("select", ()),
        ignore=table.texts("ignore", ()),
        exclude=table.texts("exclude", ()),
        rules=tuple(_folder(table, folder, name) for name in table.texts("rules", ())),
        severity={id_: _severity(table.table("severity"), id_) for id_ in _keys(table, "severity")},
        aliases=_texts(table, "aliases"),
        places=_texts(table, "places"),
        baseline=_file(table, folder, "baseline"),
        accepted=_file(table, folder, "accepted"),
        limits=_limits(table.table("limits", optional=True)),
        confidence=_confidence(table.table("confidence", optional=True)),
    )
    table.done()
    for pattern in (*found.exclude, *found.places):
        excluded_by((pattern,))
    return found


def configured_rules(configuration: Configuration, folders: tuple[Path, ...] = ()) -> Rules:
    """The rules that ship, those of the project and of further folders, as the project wants them."""
    rules = load_rules((*configuration.rules, *folders))
    if configuration.aliases:
        rules = replace(rules, lexicon=_with_aliases(rules.lexicon, configuration))
    rules = replace(rules, weights=rules.weights.from_on(configuration.confidence))
    louder: dict[str, Severity] = {}
    for word, severity in configuration.severity.items():
        ids = [r.id for r in rules.all if r.id == word or (len(word) > 1 and r.id.startswith(word))]
        if not ids:
            hint = nearest(word, [r.id for r in rules.all])
            raise ConfigurationError(f"{configuration.source}: severity.{word}: no rule {word!r}{hint}")
        louder |= dict.fromkeys(ids, severity)
    rules = replace(rules, all=tuple(replace(r, severity=louder.get(r.id, r.severity)) for r in rules.all))
    try:
        return rules.chosen(configuration.select, configuration.ignore)
    except ConfigurationError as error:
        raise ConfigurationError(f"{configuration.source}: select or ignore: {error}") from None


def _with_aliases(lexicon: Lexicon, configuration: Configuration) -> Lexicon:
    """The lexicon with the project's own spellings of known indicators."""
    aliases = dict(lexicon.aliases)
    for spelling, name in configuration.aliases.items():
        key = f"{configuration.source}: aliases.{spelling}"
        if name not in lexicon.aliases:
            raise ConfigurationError(f"{key}: no indicator {name!r}{nearest(name, lexicon.aliases)}")
        canonical = lexicon.aliases[name]
        if aliases.get(spelling, canonical) != canonical:
            raise ConfigurationError(f"{key}: is an alias of {aliases[spelling]!r} already")
        aliases[spelling] = canonical
    return replace(lexicon, aliases=aliases, names=WordList.starting(aliases))


def _keys(table: Table, key: str) -> tuple[str, ...]:
    return table.table(key, optional=True).keys()


def _texts(table: Table, key: str) -> dict[str, str]:
    inner = table.table(key, optional=True)
    return {name: inner.text(name) for name in inner.keys()}


def _severity(table: Table, key: str) -> Severity:
    word = table.text(key)
    if word not in set(Severity):
        raise table.wrong(key, f"no severity {word!r}{nearest(word, Severity)}")
    return Severity(word)


def _confidence(table: Table) -> dict[str, int]:
    """From how many hundredths of confidence on a finding is an error, a warning; only what the project says."""
    told: dict[str, int] = {}
    for key in ("error", "warning"):
        if table.plain(key) is not None:
            told[key] = table.whole(key)
            if not 0 <= told[key] <= 100:
                raise table.wrong(key, "must be from 0 to 100")
    if told.get("warning", 0) > told.get("error", 100):
        raise table.wrong("warning", "must not be above that of an error")
    table.done()
    return told


def _limits(table: Table) -> Limits:
    limits = Limits(**{key: table.whole(key, getattr(LIMITS, key)) for key in MOST})
    for key, most in MOST.items():
        if not 1 <= getattr(limits, key) <= most:
            raise table.wrong(key, f"must be from 1 to {most}")
    table.done()
    return limits


def _folder(table: Table, folder: Path, name: str) -> Path:
    path = folder / name
    if not path.is_dir():
        raise table.wrong("rules", f"{name!r} is no folder")
    return path


def _file(table: Table, folder: Path, key: str) -> Path | None:
    name = table.text(key, "")
    return folder / name if name else None


def _from(folder: Path, path: str) -> str:
    """A path as from a folder, as far as it lies in it."""
    inside, outside = Path(path).absolute(), folder.absolute()
    return inside.relative_to(outside).as_posix() if inside.is_relative_to(outside) else Path(path).as_posix()
