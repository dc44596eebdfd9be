"""What tests and benchmarks share: texts, checks, digests, and ways to run things."""
