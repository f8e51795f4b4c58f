"""Which files git holds for changed since a revision."""

from __future__ import annotations

import os
import subprocess

from consistency.toml_tables import ConfigurationError


def changed_since(revision: str, folder: str = ".") -> frozenset[str]:
    """The real paths of files that differ from where this work left the revision, new and unsaved in git ones included.

    Compared is the working tree with the last commit it shares with the revision: what others did there in the
    meantime is none of its changes. Raises `ConfigurationError` where git cannot tell.
    """
    top = _git(folder, "rev-parse", "--show-toplevel").rstrip("\n")
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
    try:
        base = _git(top, "merge-base", commit, "HEAD").strip()
    except ConfigurationError:
        base = commit  # nothing shared, or a clone too shallow to see it
    tracked = _git(top, "diff", "--name-only", "-z", "--no-renames", "--diff-filter=d", base, "--")
    new = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    names = {name for name in (tracked + new).split("\0") if name}
    return frozenset(os.path.realpath(os.path.join(top, name)) for name in names)


def _git(folder: str, *arguments: str) -> str:
    command = ["git", "-C", folder, "-c", "core.quotepath=off", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    except OSError as error:
        raise ConfigurationError(f"--changed-since: git cannot be started: {error.strerror}") from None
    if done.returncode:
        said = os.fsdecode(done.stderr).strip().splitlines()
        reason = said[0].removeprefix("fatal: ") if said else f"no revision {arguments[-1].removesuffix('^{commit}')!r}"
        raise ConfigurationError(f"--changed-since: {reason}")
    return os.fsdecode(done.stdout)
