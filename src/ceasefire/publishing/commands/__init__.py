"""What the commands do, one module a command: each has `answer(asked)`, and `ASKED` where it asks for more.

Exit statuses: 0 everything was read; 1 nothing could be read; 3 something could not, the rest is answered.
"""
