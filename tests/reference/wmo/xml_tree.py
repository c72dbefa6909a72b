"""A message as a tree of elements, matched on namespace and local name; no DOCTYPE, no entities."""
from xml.parsers import expat


class NotAMessage(ValueError):
    """The file is refused."""


class Element:
    def __init__(self, namespace, name):
        self.namespace, self.name = namespace, name
        self.text, self.children = "", []

    def all(self, *path):
        """Every element at that path of local names below this one."""
        found = [self]
        for name in path:
            found = [child for element in found for child in element.children if child.name == name]
        return found

    def get(self, *path):
        """The text at that path, "" when it is not there."""
        found = self.all(*path)
        return found[0].text.strip() if found else ""


def parse(data, known):
    """The root element; raises NotAMessage.  Elements whose namespace is not known(uri) are left out."""
    document = Element("", "")
    open_elements = [document]

    def start(name, _attributes):
        namespace, _space, local = name.rpartition(" ")
        element = Element(namespace, local)
        if known(namespace):
            open_elements[-1].children.append(element)
        open_elements.append(element)

    def end(_name):
        open_elements.pop()

    def characters(text):
        open_elements[-1].text += text

    def doctype(*_declaration):
        raise NotAMessage("DOCTYPE")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = characters, doctype
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as wrong:
        raise NotAMessage(str(wrong)) from wrong
    if not document.children:
        raise NotAMessage("no iWmo message")
    return document.children[0]
