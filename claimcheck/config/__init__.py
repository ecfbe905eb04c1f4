"""Edge: rules.yaml and the shipped tables to frozen values.

shapes.py    the shapes a value can have      schema.py      rules.yaml as one table, and its JSON Schema
read.py      bytes to YAML nodes              validate.py    nodes to values, with a place for every fault
rules.py     values to Rules                  show.py        Rules back to YAML
discover.py  which file holds                 tables.py      the codes of the checks
policy.py, lexicon.py, vocabulary.py          the tables in claimcheck/data
"""
