"""An independent reading of inputs.md and measures.md: slow, exact and meant to be read.

Every figure is computed with integers and fractions from the pages alone, so that a figure of
the program can be checked and explained.  One module per section of measures.md.
"""
