"""The desktop: finds the images on a disc, checks whose they are, and sends them whole."""
