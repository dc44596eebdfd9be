"""Tables on the command line: a module for each format, and `run`, which adds
summaries to the rows."""
