"""Every change to the register: people joining and leaving, children coming on roll, adults being linked."""
