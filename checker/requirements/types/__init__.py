"""The requirement types, one module each."""
