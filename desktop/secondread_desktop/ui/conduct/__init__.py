"""What leads through the journey: takes the screens' intents, asks the case desk in the background, shows states."""
