"""The group's own lines and resources, added and removed on the facilitator's page."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from workshop_kit.content.copy_file import removed_sections
from workshop_kit.content.own import OwnCopy, own_copy, own_problems
from workshop_kit.content.own_cells import kind_of_resource, past_date
from workshop_kit.content.own_edit import (
    Removed,
    add_row,
    put_back_row,
    remove_row,
    table_to_save,
)
from workshop_kit.content.own_errors import BadCell
from workshop_kit.content.own_folder import own_folder
from workshop_kit.content.own_rows import own_rows
from workshop_kit.content.own_sheets import SHEETS, Column
from workshop_kit.content.resource_kinds import KINDS
from workshop_kit.content.sections import sections
from workshop_kit.errors import OnlyOnTheLaptop
from workshop_kit.model import Role
from workshop_kit.room.base import MAX_REQUEST, RoomHandler
from workshop_kit.words import language

Cell = Annotated[str, StringConstraints(max_length=MAX_REQUEST)]
"""A limit makes pydantic look at the letters too: half of a pair fits into no file."""


class NewRow(BaseModel):
    """A row to add, by column name."""

    values: dict[str, Cell] = Field(max_length=20)


class PutBack(BaseModel):
    """A row that was taken out, as the reply to taking it out told it."""

    model_config = ConfigDict(extra="ignore")

    place: int = Field(ge=0)
    cells: list[Cell] = Field(max_length=200)


class OwnHandler(RoomHandler):
    """Base of all that changes the group's own folder: only the laptop itself may."""

    async def check_who(self, session_id: str) -> None:
        """Refuse everybody but a facilitator on the laptop, wherever else they may lead from."""
        await self.identified(session_id, Role.FACILITATOR)
        if not self.on_the_laptop:
            raise OnlyOnTheLaptop

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        """Say in which column of a form a value does not fit."""
        error = kwargs.get("exc_info", (None, None))[1]
        if not isinstance(error, BadCell):
            super().write_error(status_code, **kwargs)
            return
        self.set_status(error.status)
        current = {"column": error.column}
        self.reply({"error": error.code, "message": error.message, "current": current})


class AdditionsHandler(OwnHandler):
    """``GET /room/SESSION/facilitator/own``."""

    async def get(self, session_id: str) -> None:
        """Return everything that the group added, and what of it cannot be used."""
        await self.check_who(session_id)
        self.reply(await self.read(additions))


def additions() -> dict[str, Any]:
    """Return the group's own additions as the facilitator's page shows them."""
    tables = {
        sheet.name: [{"id": row.id, **row.values} for row in own_rows(sheet).rows]
        for sheet in SHEETS.values()
    }
    removed = removed_sections()
    copies = [
        {
            "section": one.key,
            "title": one.title,
            "copy": _told(own_copy(one.key)),
            "removed": one.key in removed,
        }
        for one in sections(language())
    ]
    folder = str(own_folder() or "")
    fields = {sheet.name: [*map(_field, sheet.columns)] for sheet in SHEETS.values()}
    told = {"fields": fields, "copies": copies, "problems": own_problems(), "folder": folder}
    return tables | told


def _field(column: Column) -> dict[str, Any]:
    """Return what a form has to know of a column."""
    kinds = [*KINDS] if column.check is kind_of_resource else []
    kind = "select" if kinds else "date" if column.check is past_date else "text"
    known = {"name": column.name, "needed": column.needed, "most": column.most}
    return known | {"type": kind, "options": kinds}


def _told(copy: OwnCopy | None) -> dict[str, str] | None:
    return {"kind": copy.kind.shown, "size": copy.shown_size} if copy else None


class RowsHandler(OwnHandler):
    """``/room/SESSION/facilitator/own/help_lines`` or ``resources``."""

    async def post(self, session_id: str, name: str) -> None:
        """Add a row."""
        await self.check_who(session_id)
        values = self.body_as(NewRow).values
        self.reply({"id": await self.read(add_row, SHEETS[name], values)})


class RowHandler(OwnHandler):
    """``/room/SESSION/facilitator/own/help_lines/ID`` or ``resources/ID``."""

    async def delete(self, session_id: str, name: str, row: str) -> None:
        """Take a row out; the reply is what brings it back."""
        await self.check_who(session_id)
        removed = await self.read(remove_row, SHEETS[name], row)
        self.reply({"place": removed.place, "cells": removed.cells})

    async def put(self, session_id: str, name: str, row: str) -> None:  # noqa: ARG002 - its id is told
        """Bring a row back that was taken out."""
        await self.check_who(session_id)
        told = self.body_as(PutBack)
        removed = Removed(told.place, told.cells)
        self.reply({"id": await self.read(put_back_row, SHEETS[name], removed)})


class TableFileHandler(OwnHandler):
    """``GET /room/SESSION/facilitator/own/help_lines.csv`` or ``resources.csv``."""

    async def get(self, session_id: str, name: str) -> None:
        """Return a table as a file in which no cell is run as a formula."""
        await self.check_who(session_id)
        sheet = SHEETS[name]
        data = await self.read(table_to_save, sheet)
        self.set_header("Content-Type", "text/csv; charset=UTF-8")
        self.set_header("Content-Disposition", f'attachment; filename="{sheet.file}"')
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Cache-Control", "no-store")
        self.finish(data)
