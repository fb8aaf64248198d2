"""What a page of the toolkit is called in menus and links."""

from workshop_kit.content.sections import sections
from workshop_kit.words import _, language


def page_title(key: str) -> str:
    """Return the title of a page by its key, in the language in use.

    A notebook that shows no section of the toolkit is called after its address.
    """
    titles = {one.key: one.title for one in sections(language())} | {"reflect": _("Reflect")}
    return titles.get(key) or key.replace("-", " ").replace("_", " ").capitalize()
