"""Sessions: logged in two taps, counted against what was promised."""
