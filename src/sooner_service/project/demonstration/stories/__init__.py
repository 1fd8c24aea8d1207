"""What happened in the area, as happenings in order: who came, what was noticed, what help began and how it went."""
