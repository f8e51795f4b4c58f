"""The quantities of a text: number, unit and bound, as the interval they state. The way in is `scanner`."""
