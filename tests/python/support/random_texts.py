"""Random texts that are difficult for sentence segmenters."""

from __future__ import annotations

from random import Random

WHITE_SPACE = " \t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2003\u2028\u2029\u3000"

# Marks, controls, letters, abbreviations and markers that are difficult for splitters.
PIECES = [
    *".!?…;:,\"'“”«»„()[]「」。！？۔।*_#>|~`",
    *(" ", "  ", "\t", "\n", "\n\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\x1e", "\xa0", "\u3000"),
    *("\u200b", "\u202e", "\u2066", "\u2069", "\ufeff", "\x00", "\x1f", "\x7f", "\u0301", "\ud83d", "\udc0b", "\uffff"),
    *("a", "B", "é", "Я", "я", "中", "か", "ก", "ا", "ह", "ß", "İ", "🐋", "1", "2.5", "IV", "x" * 30),
    *("Mr.", "e.g.", "U.S.", "etc.", "z.B.", "No.", "No", "a.m.", "Dr", "p. 3", "3.", "1)", "a)", "(b)", "- ", "• "),
    *("* ", "Ann: ", "[10:02] ", "Q: ", "00:01:02,000 --> 00:01:04,000", "https://x.org/a.b?c", "```\n", "| a | b |"),
    *("<p>", "the whale", "The hall is open.", "said", "und", "et", "и", " — ", "...", ". . .", "?!", "http://", "--"),
]
SCRIPTS_END = 0x20000  # after the planes of all living scripts
BLOCK = 128


def random_text(rng: Random, max_pieces: int = 40) -> str:
    """Mixes pieces and white space with characters, assigned or not, of up to two blocks of Unicode."""
    blocks = [rng.randrange(0, SCRIPTS_END, BLOCK) for _ in range(rng.randrange(3))]
    parts = []
    for _ in range(rng.randrange(max_pieces + 1)):
        if blocks and rng.randrange(2):
            parts.append(chr(rng.choice(blocks) + rng.randrange(BLOCK)))
        elif rng.randrange(4) == 0:
            parts.append(rng.choice(WHITE_SPACE))
        else:
            parts.append(rng.choice(PIECES))
    return "".join(parts)
