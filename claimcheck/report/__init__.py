"""Edge: a report to text in one format. Nothing here decides; it only shows.

registry.py  finds the formats: every module (or folder) here with NAMES and render
view.py      what all formats share: places, passages, sections, labels, counts
json.py · markdown.py · terminal/
"""
