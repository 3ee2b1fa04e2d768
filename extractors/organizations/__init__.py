"""Organizations: bodies with a name, found by gazetteers and by how names are built."""

from .extractor import OrganizationExtractor
from .fact import Category, OrganizationFact

__all__ = ["Category", "OrganizationExtractor", "OrganizationFact"]
