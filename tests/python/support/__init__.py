"""What tests and benchmarks share: texts, checks, and ways to run things."""
