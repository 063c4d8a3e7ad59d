"""`ceasefire`: one thin command a question. Only click is imported until a command runs."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

import click

from ceasefire import __version__

INTERRUPTED, CLOSED = 130, 141

SELDOM = (100_000, 50, 100)
"""How seldom cyclic garbage is looked for: nearly all that a command makes is needed to its end."""

_QUIET = click.option("--quiet", is_flag=True, help="No progress, and no word on each thing read or written.")
_PRIVATE = click.option(
    "--allow-private-addresses", is_flag=True, help="Fetch also from private and loopback addresses that you name."
)
_AS_OF = click.option("--as-of", metavar="DATE", help="What had been said by then: YYYY-MM-DD, YYYY-MM or YYYY.")
_KNOWN_AT = click.option("--known-at", metavar="DATE", help="What the record knew by then, in the same forms.")
_JOBS = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="How many processes code documents, where there are enough.  [default: one a core]",
)
_SOURCES = click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
_MASTER = click.option("--master", metavar="URL", default="", help="The cluster, such as spark://HOST:7077.")
_CASE = click.argument("case", metavar="CASE")
_STATEMENTS = click.argument("statements", nargs=-1, required=True, metavar="STATEMENT...")
_BY = click.option("--by", required=True, metavar="NAME", envvar="CEASEFIRE_BY", help="Who decides.")
_REASON = click.option("--reason", required=True, metavar="WORDS", help="Why.")


def _options(*options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def add(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def _format(choices: tuple[str, ...], default: str) -> Callable[[Any], Any]:
    return click.option(
        "--format",
        "form",
        type=click.Choice(choices),
        default=default,
        show_default=True,
        help="How to give the answer.",
    )


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="ceasefire", message="%(prog)s %(version)s")
def cli() -> None:
    """Who has agreed to what, what stands in the way, and who says so.

    A SOURCE is a text, HTML or PDF file, a feed, JSONL, a WARC file, a folder of these, "-" for
    standard input, an http(s) address, or a CASE: a folder with a case.yaml.
    """


@cli.command(short_help="A new case: a folder with a case.yaml in which every key is explained.")
@click.argument("case", metavar="CASE")
@click.option("--title", metavar="TITLE", help="The name of the case.  [default: the folder's name]")
@click.option("--party", "parties", multiple=True, metavar="NAME", help="A party to the conflict; may be repeated.")
@click.option("--source", "sources", multiple=True, metavar="SOURCE", help="What to read; may be repeated.")
@_QUIET
def init(**asked: Any) -> None:
    """A new case: a folder with a case.yaml in which every key is explained.

    A case.yaml that is there is never overwritten.
    """
    _answer("init", asked)


@cli.command(short_help="A sourced brief: who stands where, what stands in the way.")
@_options(_SOURCES, _AS_OF, _KNOWN_AT, _JOBS, _QUIET, _PRIVATE)
@click.option("--out", type=click.Path(file_okay=False), metavar="FOLDER", help="Write the brief and its figures here.")
@click.option(
    "--format",
    "forms",
    multiple=True,
    type=click.Choice(("terminal", "markdown", "html", "pdf", "json")),
    help="The form to give; may be repeated with --out. Without it: the terminal, and with --out every file too.",
)
def brief(**asked: Any) -> None:
    """A sourced brief: where everyone stands, what stands in the way, and whose words say so.

    One brief for each CASE, and one for all other sources together.
    """
    _answer("brief", asked)


@cli.command(short_help="What each document says, as lines of JSON.")
@_options(_SOURCES, _JOBS, _QUIET, _PRIVATE, _format(("jsonl", "json"), "jsonl"))
@click.option("--out", type=click.Path(file_okay=False), metavar="FOLDER", help="Write Parquet here instead.")
@click.option(
    "--engine",
    type=click.Choice(("local", "spark")),
    default="local",
    show_default=True,
    help="Who codes: this machine, or a Spark cluster (with --out).",
)
@_options(_MASTER)
def code(**asked: Any) -> None:
    """What each document says, as one line of JSON a document: statements and attributions with their spans.

    With --engine spark, the workers of a cluster code Parquet or JSONL files to Parquet (--out).
    """
    _answer("code", asked)


@cli.command(short_help="Where each party stands on each provision.")
@_options(_SOURCES, _AS_OF, _KNOWN_AT, _QUIET, _PRIVATE, _format(("text", "json"), "text"))
def positions(**asked: Any) -> None:
    """Where each party stands on each provision, and which words say so."""
    _answer("positions", asked)


@cli.command(short_help="What stands in the way, and which moves would unlock it.")
@_options(_SOURCES, _AS_OF, _KNOWN_AT, _QUIET, _PRIVATE, _format(("text", "json"), "text"))
@click.option("--provision", metavar="ID", help="The provision to look at; `ceasefire positions` lists the ids.")
def blockers(**asked: Any) -> None:
    """What stands in the way of a provision, and which moves by whom would let it through."""
    _answer("blockers", asked)


@cli.command(short_help="What two parties' accounts of the same event say, side by side.")
@_options(_SOURCES, _AS_OF, _KNOWN_AT, _QUIET, _PRIVATE, _format(("text", "json", "markdown"), "text"))
@click.option("--event", metavar="ID", help="The event whose accounts to compare; `ceasefire events` lists the ids.")
def compare(**asked: Any) -> None:
    """What each party's account says was discussed and agreed at the same event, provision by provision.

    The accounts are those of an event of a CASE, or documents of two parties.
    """
    _answer("compare", asked)


@cli.command(short_help="What moved between two dates, and what is due.")
@_options(_SOURCES, _KNOWN_AT, _QUIET, _PRIVATE, _format(("text", "json"), "text"))
@click.option(
    "--since", metavar="DATE", required=True, help="What has changed since then: YYYY-MM-DD, YYYY-MM or YYYY."
)
@click.option("--until", metavar="DATE", help="Up to then, in the same forms.  [default: all that is on record]")
def changes(**asked: Any) -> None:
    """What moved between two dates, towards agreement or away from it, with the words before and after.

    Whether less is on the table than before or more, who moved, which conditions are new or dropped, what was named
    for the first time, and which announced steps are done, due or overdue.
    """
    _answer("changes", asked)


@cli.command(short_help="The record as tables, provenance and entities that others can use.")
@_options(_SOURCES, _AS_OF, _KNOWN_AT, _QUIET, _PRIVATE)
@click.option("--to", type=click.Path(file_okay=False), metavar="FOLDER", required=True, help="Write the files here.")
@click.option(
    "--format",
    "forms",
    multiple=True,
    type=click.Choice(("csv", "parquet", "jsonl", "prov", "ftm", "ceasefires")),
    help="The form to write; may be repeated. Without it: every form.",
)
def export(**asked: Any) -> None:
    """The record of a CASE as files that others can use, with a data dictionary and a version that can be cited.

    The folder is written as a whole or not at all, and replaces nothing but an earlier export.
    """
    _answer("export", asked)


@cli.command(short_help="Put sources on the record of a case.")
@_options(_CASE, click.argument("sources", nargs=-1, metavar="[SOURCE...]"), _JOBS, _QUIET, _PRIVATE)
@click.option(
    "--published", metavar="DATE", help="When it was published, for what carries no date: YYYY-MM-DD, YYYY-MM or YYYY."
)
@click.option("--again", is_flag=True, help="Have everything on record read by the present coder.")
@_format(("text", "json"), "text")
def read(**asked: Any) -> None:
    """Put sources on the record of a case; without a SOURCE, those that its case.yaml lists.

    What is on record already adds nothing; a text that has changed becomes a new version, and the old one stays.
    """
    _answer("read", asked)


@cli.command(short_help="Confirm what a machine read.")
@_options(_CASE, _STATEMENTS, _BY, _REASON, _format(("text", "json"), "text"))
def accept(**asked: Any) -> None:
    """Confirm statements, by their ids: they stand from now on, whatever a newer coder reads."""
    _answer("accept", asked)


@cli.command(short_help="Say how a statement should have been read.")
@_options(_CASE, click.argument("statements", nargs=1, metavar="STATEMENT"), _BY, _REASON)
@click.option("--actor", metavar="PARTY", help="The party that acts.")
@click.option("--act", metavar="ACT", help="What it does, such as accept, reject, propose.")
@click.option("--provision", metavar="CATEGORY", help="Towards what, such as ceasefire, limited-ceasefire.")
@click.option("--recipient", metavar="PARTY", help='To whom; "none" for nobody.')
@click.option("--condition-provision", metavar="CATEGORY", help='What it asks for in return; "none" for nothing.')
@click.option("--speaker", metavar="PARTY", help='In whose words; "none" for the document\'s own.')
@click.option("--modality", metavar="MODALITY", help="How firm: actual, tentative, planned, hypothetical, negated.")
@click.option("--said", metavar="DATE", help="When it was said.")
@_format(("text", "json"), "text")
def correct(**asked: Any) -> None:
    """Say how a statement should have been read. What the machine read is kept beside it."""
    asked["statements"] = (asked["statements"],)
    _answer("correct", asked)


@cli.command(short_help="Strike out what a machine read wrongly.")
@_options(_CASE, _STATEMENTS, _BY, _REASON, _format(("text", "json"), "text"))
def reject(**asked: Any) -> None:
    """Strike out statements that the words do not make, by their ids. They stay in the log."""
    _answer("reject", asked)


@cli.command(short_help="Take back what was decided last about a statement.")
@_options(_CASE, _STATEMENTS, _BY, _REASON, _format(("text", "json"), "text"))
def withdraw(**asked: Any) -> None:
    """Take back the last decision about statements: what was decided before, or what the machine read, stands again."""
    _answer("withdraw", asked)


@cli.command(short_help="Say which reports tell of one incident.")
@_options(_CASE, click.argument("one", metavar="REPORT"), click.argument("other", metavar="OTHER"))
@click.option("--same", "verdict", flag_value="same", help="They tell of one incident.")
@click.option("--different", "verdict", flag_value="different", help="They tell of different incidents.")
@click.option("--open", "verdict", flag_value="open", help="Take back what was decided of the two.")
@_options(_BY, _REASON, _format(("text", "json"), "text"))
def link(**asked: Any) -> None:
    """Say that two reports tell of one incident or of different ones, whatever their weights say, or take that back."""
    _answer("link", asked)


@cli.command(short_help="Say what an incident is under a provision.")
@_options(_CASE, click.argument("incident", metavar="INCIDENT"))
@click.option("--provision", required=True, metavar="ID", help="The pause that it is held against.")
@click.option("--verdict", metavar="WORD", help="What it is: outside, alleged, corroborated, disputed or unverifiable.")
@click.option("--open", is_flag=True, help="Take back what was decided: the rules' answer stands again.")
@click.option("--terms", metavar="NAME", help="Only in this version of the terms (default: in all).")
@_options(_BY, _REASON, _format(("text", "json"), "text"))
def assess(**asked: Any) -> None:
    """Say what an incident is under a provision: it supersedes what the rules say, which stays among the reasons."""
    _answer("assess", asked)


@cli.command(short_help="Check that the record is what it was when it was written.")
@_options(_CASE, _format(("text", "json"), "text"))
def verify(**asked: Any) -> None:
    """Check every link of the log, every index and every kept file, and name what was changed or is gone."""
    _answer("verify", asked)


@cli.command(short_help="Everything that was put on record, and when.")
@_options(_CASE, _format(("text", "jsonl"), "text"))
@click.option("--about", metavar="ID", default="", help="Only entries about this document, source or statement.")
def log(**asked: Any) -> None:
    """Everything that was ever put on record, in its order: documents, readings, and what people decided."""
    _answer("log", asked)


@cli.command(name="import", short_help="Take over the log of another record.")
@_options(_CASE, click.argument("file", metavar="FILE"), _format(("text", "json"), "text"))
def import_(**asked: Any) -> None:
    """Take over the log of another record (the record.jsonl of an export, or its folder) into a new case."""
    _answer("take_over", asked)


@cli.command(short_help="Which calls, meetings, talks and signings are told of, and by whom.")
@_options(_SOURCES, _AS_OF, _KNOWN_AT, _QUIET, _PRIVATE, _format(("text", "json"), "text"))
def events(**asked: Any) -> None:
    """Which calls, meetings, talks and signings are told of: who, when, where, and whose accounts there are."""
    _answer("events", asked)


@cli.command(short_help="The life of each pause: agreed, in force, expired, step by step.")
@_options(_SOURCES, _AS_OF, _KNOWN_AT, _QUIET, _PRIVATE, _format(("text", "json"), "text"))
def pauses(**asked: Any) -> None:
    """The life of each pause, step by step with its words, and where it stands on a day.

    Without --as-of, the day is the last one on which anything on record was said.
    """
    _answer("pauses", asked)


@cli.command(short_help="Incident data onto the record of a case, and what is there.")
@_options(_CASE, click.argument("paths", nargs=-1, metavar="[PATH...]"))
@click.option("--mapping", metavar="FILE", help="What the columns mean, for files of no known format.")
@click.option("--outlines", metavar="FILE", help="A GeoJSON file with the outlines of regions.")
@click.option("--region-name", metavar="PROPERTY", help="The property of the outlines that names a region.")
@click.option("--swap-coordinates", is_flag=True, help="Longitude and latitude are exchanged in these files.")
@click.option("--unusable", is_flag=True, help="The rows that cannot be used, each with its reason.")
@click.option("--from", "since", metavar="DATE", help="Only what may have happened from then on.")
@click.option("--until", metavar="DATE", help="Only what may have happened up to then.")
@_options(_QUIET, _format(("text", "json", "jsonl", "csv"), "text"))
def incidents(**asked: Any) -> None:
    """Incident data (UCDP GED, ACLED, VIINA, air-raid alerts, GeoJSON, other tables) onto the record of a case.

    Without a PATH, those that its case.yaml lists. What is on record then is counted; as jsonl or csv it is listed.
    """
    _answer("incidents", asked)


class _ManyPaths(click.Command):
    """A command whose --incidents takes every path that follows it, up to the next option or a CASE."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments, the option repeated before each of its paths."""
        spread: list[str] = []
        taking = False
        for one in args:
            follows = taking and not one.startswith("-") and not (Path(one) / "case.yaml").is_file()
            if follows and spread[-1] != "--incidents":
                spread.append("--incidents")
            spread.append(one)
            taking = one == "--incidents" or follows
        return super().parse_args(ctx, spread)


@cli.command(cls=_ManyPaths, short_help="Whether a pause holds: incidents held against its terms.")
@_options(_SOURCES, _AS_OF, _KNOWN_AT, _JOBS, _QUIET, _PRIVATE)
@click.option(
    "--incidents",
    multiple=True,
    metavar="PATH...",
    help="Incident data for this question alone, in place of that on record.",
)
@click.option("--provision", metavar="ID", help="Only this provision; `ceasefire positions` lists the ids.")
@click.option("--from", "first", metavar="DATE", help="The first day of the period: YYYY-MM-DD, YYYY-MM or YYYY.")
@click.option("--until", metavar="DATE", help="Its last day, in the same forms.")
@click.option(
    "--within", type=click.IntRange(min=0), metavar="DAYS", help="Compare only reports that came within DAYS."
)
@click.option("--outlines", metavar="FILE", help="GeoJSON of the regions, for their names and the map.")
@click.option("--mapping", metavar="FILE", help="What the columns of a CSV file of incidents mean.")
@click.option(
    "--engine", type=click.Choice(("duckdb", "spark")), default="duckdb", show_default=True, help="What counts."
)
@click.option("--master", metavar="URL", help="The Spark cluster to count on.")
@click.option(
    "--out", type=click.Path(file_okay=False), metavar="FOLDER", help="Write the report and its figures here."
)
@click.option(
    "--format",
    "forms",
    multiple=True,
    type=click.Choice(("text", "md", "html", "pdf", "json")),
    help="The form to give; may be repeated with --out. Without it: text, and with --out every file too.",
)
def monitor(**asked: Any) -> None:
    """Whether a pause holds: each incident held against its terms, claims beside them, and whether the rate changed.

    The report of a ceasefire monitor: what happened in the period, who says so, how sure that is, and what could not
    be observed.
    """
    _answer("monitor", asked)


def main() -> None:
    """Runs a command; every refusal is one message and an exit status (docs/cli.md)."""
    from ceasefire.errors import CeasefireError

    try:
        sys.exit(cli.main(standalone_mode=False))
    except click.ClickException as problem:
        problem.show()
        sys.exit(problem.exit_code)
    except CeasefireError as problem:
        if os.environ.get("CEASEFIRE_DEBUG"):
            raise
        _tell(f"ceasefire: {problem}")
        sys.exit(problem.exit_status)
    except click.Abort:
        _quietly(INTERRUPTED)


def _answer(question: str, asked: dict[str, Any]) -> NoReturn:
    """Ends with the status of the answer. Click's own handling of a closed pipe and of Ctrl-C would write more."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    gc.set_threshold(*SELDOM)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # cores are shared out by --jobs; numpy reads this once
    try:
        from ceasefire.publishing.asked import Asked

        command = import_module(f"ceasefire.publishing.commands.{question}")
        status = command.answer(getattr(command, "ASKED", Asked)(**asked))
        if "sqlalchemy" not in sys.modules:  # no database is open, to be closed as garbage
            gc.freeze()  # what was made goes with the process, and need not be looked through
        sys.exit(status)
    except BrokenPipeError:
        _quietly(CLOSED)
    except KeyboardInterrupt:
        _quietly(INTERRUPTED)


def _tell(message: str) -> None:
    print("".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in message), file=sys.stderr)


def _quietly(status: int) -> NoReturn:
    """Ends without a word; what was written stays, and nothing more is flushed to a reader that has gone."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(status)
