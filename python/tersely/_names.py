"""Names for the completion of editors. Written by .ci/make_names; do not
edit."""

from typing import Literal

MethodName = Literal[
    "cover",
    "textrank",
    "textrank-overlap",
    "lexrank",
    "centroid",
    "luhn",
    "edmundson",
    "sumbasic",
    "kl",
    "lsa",
    "reduction",
    "lead",
    "random",
]
