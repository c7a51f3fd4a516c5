"""Model files of the user's own: read, and checked for everything the derivation takes for granted.

What is wrong with a model is said in one line, in the words of its author.
"""
