"""Facts in the files of tools that people annotate and correct text in, and what they corrected back as gold."""
