"""The parts of the monitoring report, one module a part: each makes blocks from the answer, in a steady order."""
