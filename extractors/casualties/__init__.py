"""Casualty counts: how many people were killed, injured, infected, missing, abducted, detained or displaced."""

from .extract import CasualtyExtractor
from .fact import CasualtyFact

__all__ = ["CasualtyExtractor", "CasualtyFact"]
