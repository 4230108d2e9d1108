"""Lists that are read in after a look at what each line would do."""
