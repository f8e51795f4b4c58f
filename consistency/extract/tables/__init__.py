"""What a table says of its cells, by the heads of columns and rows. The way in is `cells`."""
