"""Words of the field that the model has hardly met get the norm of a common word of the same use.

The tagger reads "ceasefire" as a verb more often than not; under the norm of a common noun it does not.
"""

from __future__ import annotations

from spacy.tokens import Doc

from ceasefire.coding.texts import spelling
from ceasefire.vocabulary import load


def lend_norms(doc: Doc) -> None:
    """Lend the norms of vocabulary/norms.yaml to the words of a text that is not yet parsed."""
    norms = load("norms")
    words, verbs, nouns = norms["words"], norms["verbs"], norms["nouns"]
    written = spelling(doc)
    small = [word.lower() for word in written]
    for at, word in enumerate(small):
        if word in words:
            doc[at].norm_ = words[word]
        elif word in verbs and written[at] in verbs and 0 < at < len(small) - 1:
            name = written[at - 1][:1].isupper() or small[at - 1] in norms["after"]
            if name and (small[at + 1] in norms["before"] or doc[at + 1].like_num):
                doc[at].norm_ = verbs[word]
        elif word in nouns and at and small[at - 1] in norms["articles"]:
            doc[at].norm_ = nouns[word]
