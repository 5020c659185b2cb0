"""What an editor shows of a text while it is written: places, pages, quick fixes; and the server that it talks to."""
