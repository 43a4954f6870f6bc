"""How a frame of an instance becomes a picture: the patient's preview and the reviewer's console show the same."""
