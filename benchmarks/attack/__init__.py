"""An attack on waqai by what is damaged, hostile, killed or endless: nothing may be lost, nothing may stop the rest."""
