"""Edge: a report to text in one format. Nothing here decides; it only shows.

registry.py  finds the formats: every module (or folder) here with NAMES and render
review.py    the same for drafts under review; reviewjson.py, reviewmark.py their parts of two formats
view.py      what all formats share: places, passages, sections, labels, counts
spots.py     the same for formats that programs read; plain.py articles and claims as plain values
json.py · jsonl.py · csv.py · markdown.py · terminal/ · sarif.py · github.py · gitlab.py · junit.py · rdjson.py ·
claimreview.py
"""
