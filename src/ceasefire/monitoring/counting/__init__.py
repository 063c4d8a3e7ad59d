"""Counting incidents against terms: scopes become rows of keys, and every question an equi-join on them."""
