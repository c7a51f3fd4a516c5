"""What the flow of the order parameters does where it rests: steady states, which of them are
stable, and how they follow a parameter."""
