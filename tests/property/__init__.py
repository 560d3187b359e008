"""Properties that hold for every text, tried on texts that are put together at random."""
