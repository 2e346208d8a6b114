"""Reports as files for other programs and for paper: written whole, or not at all."""
