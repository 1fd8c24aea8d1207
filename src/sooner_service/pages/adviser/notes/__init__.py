"""The advice service's sealed notes, which nobody else can open."""
