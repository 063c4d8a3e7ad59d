"""Whether the rate of incidents changed with a pause, how sure that is, and when it cannot be told."""

from ceasefire.monitoring.rates.apart import sources_apart
from ceasefire.monitoring.rates.change import Change, change
from ceasefire.monitoring.rates.displacement import Displacement, displacement
from ceasefire.monitoring.rates.lag import Told, within
from ceasefire.monitoring.rates.many import among
from ceasefire.monitoring.rates.series import Series, Window
from ceasefire.monitoring.rates.told import as_data, sentences

__all__ = [
    "Change",
    "Displacement",
    "Series",
    "Told",
    "Window",
    "among",
    "as_data",
    "change",
    "displacement",
    "sentences",
    "sources_apart",
    "within",
]
