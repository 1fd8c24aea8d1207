"""The law in force in England: dated duties of the EHC process, their authority and how each was checked, as data."""
