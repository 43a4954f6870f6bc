"""What people see: sentences now, the window later. Thin: shows a state, emits an intent."""
