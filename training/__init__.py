"""How the shipped model is made; never in the wheel, never imported by the package."""
