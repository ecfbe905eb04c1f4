"""Edge: a report to text in one format. Nothing here decides; it only shows.

registry.py  finds the formats: every module (or folder) here with NAMES and render
review.py    the same for drafts under review; reviewjson.py, reviewmark.py their parts of two formats
view.py      what all formats share: places, passages, sections, labels, counts
json.py · markdown.py · terminal/
"""
