"""A case in numbers: a connection in, counts out."""

from typing import Any

import sqlalchemy as sa

from counterclaim.ledger import queries
from counterclaim.ledger.schema import (
    capture,
    date_mention,
    document,
    document_copy,
    figure,
    set_aside,
    statement,
    vote,
)
from counterclaim.ledger.views import ActCount, Count, DayCounts, SetAsideCount, Summary

TOP_SPEAKERS = 20
EXAMPLES = 3
"""Sources named for each reason for setting aside."""


def summary(connection: sa.Connection) -> Summary:
    """All counts of the case."""
    published = document.c.published
    dates = sa.select(sa.func.min(published), sa.func.max(published), sa.func.count() - sa.func.count(published))
    first_day, last_day, undated = connection.execute(dates).one()
    return Summary(
        documents=_size(connection, document),
        words=connection.scalar(sa.select(sa.func.coalesce(sa.func.sum(document.c.words), 0))) or 0,
        statements=_size(connection, statement),
        figures=_size(connection, figure),
        dates=_size(connection, date_mention),
        votes=_size(connection, vote),
        captures=_size(connection, capture),
        copies=_size(connection, document_copy),
        acts=_acts(connection),
        speakers=_names(connection, statement.c.speaker_name, statement.c.speaker_folded, TOP_SPEAKERS),
        publishers=_names(connection, document.c.publisher, document.c.publisher_folded, None),
        first_day=first_day,
        last_day=last_day,
        undated=undated,
        set_aside=_set_aside(connection),
    )


def statements_by_day(connection: sa.Connection) -> DayCounts:
    """How many statements each day of publication has."""
    published = document.c.published
    question = sa.select(published, sa.func.count()).join_from(document, statement).group_by(published)
    counts = [(day, int(count)) for day, count in connection.execute(question)]
    dated = sorted((day, count) for day, count in counts if day is not None)
    return DayCounts(days=tuple(dated), undated=sum(count for day, count in counts if day is None))


def _size(connection: sa.Connection, table: sa.Table) -> int:
    return connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def _acts(connection: sa.Connection) -> tuple[ActCount, ...]:
    columns = (statement.c.act, statement.c.kind)
    found = connection.execute(sa.select(*columns, sa.func.count()).group_by(*columns))
    counts = [ActCount(act, kind, count) for act, kind, count in found]
    return tuple(sorted(counts, key=lambda count: (count.act is None, count.act or "", count.kind)))


def _names(
    connection: sa.Connection, name: sa.Column[Any], folded: sa.Column[Any], most: int | None
) -> tuple[Count, ...]:
    """Names and how often they occur; spellings that differ in case or accents count as one."""
    count = sa.func.count()
    question = sa.select(sa.func.min(name), count).where(name.is_not(None)).group_by(folded)
    return tuple(Count(*row) for row in connection.execute(question.order_by(count.desc(), folded).limit(most)))


def _set_aside(connection: sa.Connection) -> tuple[SetAsideCount, ...]:
    sources: dict[str, list[str]] = {}
    question = sa.select(set_aside.c.code, set_aside.c.source).where(queries.unsettled()).order_by(set_aside.c.key)
    for code, source in connection.execute(question):
        sources.setdefault(code, []).append(source)
    return tuple(SetAsideCount(code, len(found), tuple(found[:EXAMPLES])) for code, found in sorted(sources.items()))
