"""One screen a module: it shows a state and emits what the person wants. It calls no service and starts no thread."""
