"""`consistency completion`: what a shell needs to complete commands, options and the ids of rules."""

from __future__ import annotations

import click

from consistency.commands.output import Impossible, write
from consistency.commands.spoken import Command

EPILOG = """\b
Examples:
  consistency completion bash > ~/.local/share/bash-completion/completions/consistency
  consistency completion zsh > ~/.zfunc/_consistency     (with ~/.zfunc in fpath)
  consistency completion fish > ~/.config/fish/completions/consistency.fish"""


@click.command(cls=Command, epilog=EPILOG)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Write the script by which a shell completes commands.

    It completes options, files and the ids of rules too.
    """
    from click.shell_completion import get_completion_class

    scripts = get_completion_class(shell)
    if scripts is None:
        raise Impossible(f"this click knows no completion for {shell}")
    program = "consistency"
    script = scripts(ctx.find_root().command, {}, program, f"_{program.upper()}_COMPLETE")
    # `source` of bash would look for a bash of its own; the script is the same.
    write(script.source_template % script.source_vars() + "\n")
