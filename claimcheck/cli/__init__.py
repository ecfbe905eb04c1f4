"""Edge: the commands. Each parses options, calls the API once, and writes what a report format made.

main.py     the group, loaded lazily, and the one place where errors become messages and exit codes
options.py  what compare, report and extract share     values.py   option types that explain themselves
completing.py  what a shell completes values with
inputs.py   articles and rules from disk               output.py   text to stdout or a file
runs.py     a run's JSON, read back or made now      site.py     the repository and CI job that it runs in
annotations.py   what keeps a run from checking, for GitHub
compare.py · report.py · extract.py · explain.py · rules.py · init.py · completion.py
"""
