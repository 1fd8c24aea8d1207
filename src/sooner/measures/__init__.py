"""What scores say: effect sizes, trends, decision rules and change, exact and with a reason wherever a quantity does not exist.

Source: the progress-monitoring literature named in each module. Arrays in, arrays out; no clock, no files.
"""
