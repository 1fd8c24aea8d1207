"""How the service is put together: settings, addresses, sign-in, the clock, the commands and the demonstration area."""
