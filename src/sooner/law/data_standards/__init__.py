"""National code sets as dated data: attendance codes and types of need. Each file names its source under [about]."""
