"""The same work without a window; one module a command."""
