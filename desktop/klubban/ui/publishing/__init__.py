"""What should be looked at before something is published."""
