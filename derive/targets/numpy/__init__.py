"""Program -> numpy: whole arrays, a trailing batch axis."""
