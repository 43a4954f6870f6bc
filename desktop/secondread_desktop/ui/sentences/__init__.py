"""Every sentence of the window, a module for each part of the way: what happened, what it means, what to do."""
