"""click in two languages: help texts, headings and usage errors come from `messages.csv`.

The help of a command is the message `help-COMMAND`, that of an option `help-COMMAND-OPTION`, else `help-OPTION`.
"""

from __future__ import annotations

import locale
from collections.abc import Mapping, Sequence
from typing import ClassVar, Final

import click

from lienket.errors import UsageError
from lienket.messages import LANGUAGES, message

_RANGES: Final = (click.IntRange, click.FloatRange)
_EXTRA: Final = "Got unexpected extra argument"
"""How click says, in English alone, that there are more words than a command takes."""
_HEADINGS: Final = {"Options": "help-heading-options", "Commands": "help-heading-commands"}


class _Formatter(click.HelpFormatter):
    """Writes click's own words in the chosen language."""

    lang: ClassVar[str] = "en"

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix=prefix or message("help-heading-usage", lang=self.lang) + " ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(message(_HEADINGS[heading], lang=self.lang) if heading in _HEADINGS else heading)


class _Context(click.Context):
    formatter_class = _Formatter


class Option(click.Option):
    """An option whose help says in the chosen language that it must be given."""

    def get_help_extra(self, ctx: click.Context) -> click.types.OptionHelpExtra:
        extra = super().get_help_extra(ctx)
        if "required" in extra:
            extra["required"] = message("help-required", lang=_Formatter.lang)
        return extra


class Command(click.Command):
    """A command whose help texts `translate` sets."""

    context_class = _Context


class Group(click.Group):
    """A group of such commands, listed in the order in which they are defined."""

    context_class = _Context
    command_class = Command

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.commands and not args[0].startswith("-"):
            raise UsageError("usage-no-command", name=args[0])
        return super().resolve_command(ctx, args)


def language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """Return the language to speak, "vi" or "en": that of `--lang` in `arguments`, else that of the locale."""
    for given, value in zip(arguments, [*arguments[1:], ""], strict=False):
        chosen = value if given == "--lang" else given.removeprefix("--lang=")
        if given.startswith("--lang") and chosen in LANGUAGES:
            return chosen
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    here = next(filter(None, names), None) or locale.getlocale()[0] or ""
    return "vi" if here.lower().startswith("vi") else "en"


def translate(group: click.Group, *, lang: str) -> None:
    """Set the help texts of `group` and its commands in `lang`."""
    _Formatter.lang = lang
    for command in (group, *group.commands.values()):
        command.help = message(f"help-{command.name}", lang=lang)
        command.options_metavar = message("help-options", lang=lang)
        command.short_help = command.help.splitlines()[0]
        for option in command.get_params(click.Context(command)):
            if isinstance(option, click.Option):
                option.help = _option_help(command.name or "", max(option.opts, key=len).lstrip("-"), lang=lang)


def _option_help(command: str, option: str, *, lang: str) -> str:
    try:
        return message(f"help-{command}-{option}", lang=lang)
    except KeyError:
        return message(f"help-{option}", lang=lang)


def usage_message(error: click.UsageError, *, lang: str) -> str:
    """Return in one line of `lang` what was wrong with the command line."""
    match error:
        case click.NoSuchOption():
            return message("usage-no-option", lang=lang, name=error.option_name)
        case click.MissingParameter():
            return message("usage-missing", lang=lang, name=_name(error))
        case click.BadParameter() if error.param is not None and isinstance(error.param.type, click.Choice):
            wanted = ", ".join(map(str, error.param.type.choices))
            return message("usage-choice", lang=lang, name=_name(error), wanted=wanted)
        case click.BadParameter() if error.param is not None and isinstance(error.param.type, _RANGES):
            bounds = error.param.type
            key = "usage-above" if bounds.min_open else "usage-range"
            return message(key, lang=lang, name=_name(error), least=bounds.min)
        case click.BadParameter():
            return message("usage-value", lang=lang, name=_name(error), why=error.message)
        case click.BadOptionUsage():
            return message("usage-option", lang=lang, name=error.option_name)
        case _ if error.message.startswith(_EXTRA):
            given = error.message.rpartition("(")[2].rstrip(")")
            return message("usage-extra", lang=lang, given=given)
        case _:
            return message("usage-wrong", lang=lang, why=error.format_message())


def _name(error: click.BadParameter) -> str:
    """Return the option ("--limit") or argument ("PATH...") that an error is about."""
    if error.param is None:
        return error.param_hint if isinstance(error.param_hint, str) else ""
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    return error.param.make_metavar(error.ctx or click.Context(click.Command("lienket")))
