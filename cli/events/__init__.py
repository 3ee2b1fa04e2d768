"""`waqai events`: what happened, once each, out of many articles."""
