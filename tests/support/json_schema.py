"""The part of JSON Schema that the schema of problem files is written in."""

import re

TYPES = {
    "object": lambda x: isinstance(x, dict),
    "array": lambda x: isinstance(x, list),
    "string": lambda x: isinstance(x, str),
    "number": lambda x: isinstance(x, int | float) and not isinstance(x, bool),
    "integer": lambda x: isinstance(x, int) and not isinstance(x, bool),
}
WORDS = {"description", "title", "default", "$schema", "then", "properties", "required", "items"}
CHECKS = {
    "minimum": lambda x, bound: x >= bound,
    "maximum": lambda x, bound: x <= bound,
    "exclusiveMinimum": lambda x, bound: x > bound,
    "exclusiveMaximum": lambda x, bound: x < bound,
    "minItems": lambda x, bound: len(x) >= bound,
    "maxItems": lambda x, bound: len(x) <= bound,
    "pattern": lambda x, text: re.search(text, x) is not None,
    "const": lambda x, value: x == value,
    "enum": lambda x, values: x in values,
}
#: What a word of limits applies to; it says nothing of the rest.
APPLIES = {word: ("number",) for word in ("minimum", "maximum")}
APPLIES |= {word: ("number",) for word in ("exclusiveMinimum", "exclusiveMaximum")}
APPLIES |= {"minItems": ("array",), "maxItems": ("array",), "pattern": ("string",)}


def faults(schema, value, path=""):
    """Where ``value`` is not as the schema has it; a word that is not known here is an error."""
    found = []
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(TYPES[t](value) for t in types):
        return [f"{path}: no {types}"]
    for word, said in schema.items():
        if word in CHECKS:
            there = APPLIES.get(word)
            if (there is None or TYPES[there[0]](value)) and not CHECKS[word](value, said):
                found.append(f"{path}: {word} {said}")
        elif word == "anyOf":
            if all(faults(s, value, path) for s in said):
                found.append(f"{path}: none of anyOf")
        elif word == "allOf":
            for s in said:
                found += faults(s, value, path)
        elif word == "if":
            if not faults(said, value, path):
                found += faults(schema["then"], value, path)
        elif word == "additionalProperties":
            assert said is False
            extra = set(value) - set(schema["properties"])
            found += [f"{path}.{x}: unknown" for x in sorted(extra)]
        else:
            assert word in (*WORDS, "type"), word
    if isinstance(value, dict):
        found += [f"{path}.{x}: missing" for x in schema.get("required", ()) if x not in value]
        for name, s in schema.get("properties", {}).items():
            if name in value:
                found += faults(s, value[name], f"{path}.{name}")
    if isinstance(value, list) and "items" in schema:
        for x in value:
            found += faults(schema["items"], x, f"{path}[]")
    return found
