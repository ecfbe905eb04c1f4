"""A door for programs and notebooks: paths or articles in, a Report that shows itself out.

run.py     compare, extract, article: what `import claimcheck` offers
report.py  the Report that they return
frames.py  a report as pandas frames      notebook.py  a report as a few lines of HTML
"""
