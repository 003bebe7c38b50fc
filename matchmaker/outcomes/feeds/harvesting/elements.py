"""Elements of XML: short ways to make them, with letters that XML does not know left out; pure."""

import re
import xml.etree.ElementTree as ElementTree
from xml.etree.ElementTree import Element, SubElement

OAI = "http://www.openarchives.org/OAI/2.0/"
OAI_DC = "http://www.openarchives.org/OAI/2.0/oai_dc/"
DC = "http://purl.org/dc/elements/1.1/"
OWN = "urn:matchmaker:record:1"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_NO_LETTERS = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

for _prefix, _space in (("", OAI), ("oai_dc", OAI_DC), ("dc", DC), ("m", OWN), ("xsi", XSI)):
    ElementTree.register_namespace(_prefix, _space)


def clean(text: str) -> str:
    """The text without what no XML may hold."""
    return _NO_LETTERS.sub("", text)


def add(parent: Element, space: str, name: str, text: str | None = None, **attributes: str) -> Element:
    """Another element within one, in a name space."""
    made = SubElement(parent, f"{{{space}}}{name}", {key: clean(value) for key, value in attributes.items()})
    if text is not None:
        made.text = clean(text)
    return made


def add_in(parent: Element, space: str, name: str, texts: dict[str, str]) -> None:
    """An element for each language of a text."""
    for language, text in texts.items():
        add(parent, space, name, text).set(LANGUAGE, language)


def locate(element: Element, space: str, schema: str) -> None:
    """Say where the schema of a name space is."""
    element.set(f"{{{XSI}}}schemaLocation", f"{space} {schema}")


def as_bytes(root: Element) -> bytes:
    """The document as it is sent."""
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written
