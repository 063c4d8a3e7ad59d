"""Everything that ceasefire refuses, as one tree.

CeasefireError
├── InputError        a file, folder, address or stream that the user named cannot be used
├── CaseError         a case folder or its case.yaml is not what it should be
├── RecordError       a record cannot be opened, written or trusted
├── VocabularyError   a vocabulary file contradicts itself
└── QuestionError     the question cannot be put: an unknown provision, a date that is none

A message says what was refused, the value, the choices where there are some, and what to do.
What cannot be read inside a batch is not an error but a `reading.Unread`, so that the rest goes on.
"""


class CeasefireError(Exception):
    """Something was refused; the message says what, and what to do."""

    exit_status = 1


class InputError(CeasefireError):
    """A file, folder, address or stream that the user named cannot be used."""

    exit_status = 2


class CaseError(CeasefireError):
    """A case folder or its case.yaml is not what it should be."""

    exit_status = 2


class RecordError(CeasefireError):
    """A record cannot be opened, written or trusted."""

    exit_status = 2


class VocabularyError(CeasefireError):
    """A vocabulary file contradicts itself."""


class QuestionError(CeasefireError):
    """The question cannot be put: an unknown provision, a date that is none."""

    exit_status = 2
