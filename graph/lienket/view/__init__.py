"""What we know as a picture: knowledge → networkx graph → positions → one HTML file."""
