"""The article itself, where somebody shows it: its facts, and its text compared with a copy's."""
