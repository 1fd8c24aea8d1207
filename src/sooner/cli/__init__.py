"""The policy's own subcommands of `sooner`. Each reads a file or standard input and prints its answer."""
