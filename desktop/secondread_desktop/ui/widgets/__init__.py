"""The parts that screens are made of. A widget knows colours and texts it is given; no case, no service, no thread."""
