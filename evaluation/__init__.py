"""How good it is: scorers, floors and the gate that holds them."""
