"""One incident, many reports: which reports, of one source and of several, tell of the same thing.

`columns` takes reports with what happened, `link` finds the groups, `incidents` makes an incident of each. People's
decisions go in as data (`Decision`). The parts load numpy and scipy, so they are imported where they are used.
"""
