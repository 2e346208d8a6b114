"""The station at the command line: reading and receiving label pictures without a window."""
