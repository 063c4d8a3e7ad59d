"""Russian: from a Russian text to the same statements and attributions as from an English one.

The door is `coder.code_russian`; docs/russian.md walks one sentence through the modules.
"""
