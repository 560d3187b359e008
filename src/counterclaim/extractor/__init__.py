"""Articles in, attributed statements out: the stage in which the model works.

The folder isn't called ``extract``, as the design has it, because ``counterclaim.extract``
is the function that users call, and a package of that name would take its place as soon
as anything imported it.
"""

from counterclaim._lazy import lazy

__all__ = ["Extractor", "ModelExtractor", "extract", "shipped"]
__getattr__ = lazy(__name__, dict.fromkeys(__all__, "counterclaim.extractor.stage"))
