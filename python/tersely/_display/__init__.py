"""Ways to show summaries, documents and explanations: notebooks, terminals, a page, pictures, lines of text."""
