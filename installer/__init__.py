"""Makes what people install. Law of this folder: everything comes from the locked environment, nothing is fetched."""
