from counterclaim.extractor.stage import Extractor, ModelExtractor, extract, shipped

__all__ = ["Extractor", "ModelExtractor", "extract", "shipped"]
