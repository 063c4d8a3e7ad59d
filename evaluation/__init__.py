"""How good the coding is: gold of our own, scorers, floors and the gate that holds them."""
