"""Displays of summaries, documents and explanations: in notebooks and
terminals, as a page, a picture or plain text."""
